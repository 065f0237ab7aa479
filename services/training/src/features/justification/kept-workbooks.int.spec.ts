import { createEvent, personDataErased } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startTraining } from '../../../test/harness.ts';
import { spawnTraining } from '../../../test/process.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(async () => {
  training.clock.set('2025-03-01T09:00:00Z');
  await training.database.pool.query('truncate session, course, enrolment, kept_workbook cascade');
});

const call = '2024-2025';
const at = (id = '', more = ''): string => `/v1/staff/justification/${call}/workbooks${id && `/${id}`}${more}`;
const look = async (id: string): Promise<Record<string, unknown>> =>
  (await training.asStaff('GET', at(id))).json<Record<string, unknown>>();
const begin = (id: string, headers: object = {}): Promise<Answer> =>
  training.asStaff('PUT', at(id), undefined, headers);
const rowsOf = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await training.database.pool.query(sql, values)).rows;

/** Somebody who was at a session that was held; what was asked of them. */
const attend = async (session: string, email: string, given: string, surnames: string): Promise<string> => {
  const answer = await training.enrol(session, email, {
    name: undefined,
    givenName: given,
    surnames,
    municipality: 'Cornellà de Llobregat',
    phone: '600 111 222',
    profile: { birthDate: '1990-05-01', gender: 'woman', identityDocument: '12345678Z', origin: 'Tortosa' },
  });
  return answer.json<{ id: string }>().id;
};
const held = async (): Promise<{ session: string; ids: string[] }> => {
  const session = await training.publish({
    startsAt: '2025-03-14T18:00:00+01:00',
    endsAt: '2025-03-14T20:00:00+01:00',
    capacity: 5,
    programme: { justification: { call, actuacio: '2.1' } },
  });
  const ids = [
    await attend(session, 'nuria@example.org', 'Núria', 'Vidal i Roca'),
    await attend(session, 'pau@example.org', 'Pau', 'Coll'),
  ];
  training.clock.set('2025-03-14T19:30:00Z');
  await training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, {
    marks: ids.map((enrolmentId) => ({ enrolmentId, version: 1, present: true })),
  });
  await training.move(session, 'start', 2);
  await training.move(session, 'hold', 3);
  return { session, ids };
};
const kept = async (): Promise<string> => {
  const id = newId();
  await begin(id);
  await training.keepWorkbooks();
  return id;
};
interface Part {
  sheets: { name: string; columns: { heading: string }[]; rows: (string | number | null)[][] }[];
  problems: { code: string; subject: { label: string }; message: string }[];
}
const part = async (id: string): Promise<Part> =>
  (await training.asStaff('GET', at(id, '/part'), undefined, { 'accept-language': 'es' })).json<Part>();
const cells = ({ sheets }: Part, name: string): Record<string, unknown>[] => {
  const sheet = sheets.find((each) => each.name === name);
  return (sheet?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, index) => [sheet?.columns[index]?.heading ?? '', cell])),
  );
};
/** As the erasure of accompaniment tells it. */
const erase = async (email: string): Promise<void> => {
  const event = createEvent(personDataErased, {
    aggregateId: newId(),
    sequence: 1,
    time: training.clock.now(),
    correlationId: newId(),
    data: { ...personDataErased.example, erasureId: newId(), erasedOn: '2025-06-01', personal: { emails: [email] } },
  });
  await training.broker.admin.jetstream.publish(personDataErased.subject, JSON.stringify(event));
  const heard = () => rowsOf('select from inbox where event_id = $1', [event.id]);
  await expect.poll(heard, { timeout: 15_000 }).toHaveLength(1);
};

/** Those of this suite: the server shows everybody's. */
const advisoryLocks = `select count(*)::int as n from pg_locks join pg_database on pg_database.oid = database
  where datname = current_database() and locktype = 'advisory'`;

/** Lets whoever makes a part read everything, and holds them where they write the first row of it. */
const closeGate = async (): Promise<{ reached(): Promise<void>; open(): Promise<void> }> => {
  const keeper = await training.database.pool.connect();
  await keeper.query('select pg_advisory_lock(7)');
  await keeper.query(`create function gate() returns trigger language plpgsql
    set lock_timeout = 0 as $$ begin perform pg_advisory_xact_lock_shared(7); return null; end $$`);
  await keeper.query(`create trigger gate before insert on kept_workbook_row execute function gate()`);
  const waiting = `${advisoryLocks} and objid = 7 and not granted`;
  return {
    reached: async () => {
      await expect.poll(async () => (await rowsOf(waiting))[0]?.['n'], { timeout: 20_000, interval: 20 }).toBe(1);
    },
    open: async () => {
      await keeper.query('select pg_advisory_unlock(7)');
      keeper.release();
      await training.database.pool.query('drop function gate cascade');
    },
  };
};

describe('a part of the funder’s workbook that is kept', () => {
  it('waits its turn, says how far it is, and is then what the part of that moment was', async () => {
    await held();
    const id = newId();
    const begun = await begin(id);
    expect(begun.statusCode).toBe(202);
    expect(begun.json()).toMatchObject({
      id,
      call,
      status: 'queued',
      sheets: { done: 0, of: 3 },
      requestedBy: 'Tània Soler',
      takenAt: null,
    });
    for (const what of ['/part', '/problems', '/changes']) {
      const early = await training.asStaff('GET', at(id, what));
      expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([
        409,
        'training.kept-workbook.not-ready',
      ]);
    }
    await training.keepWorkbooks();
    expect(await look(id)).toMatchObject({
      status: 'ready',
      sheets: { done: 3, of: 3 },
      rows: 3,
      problems: 0,
      takenAt: '2025-03-14T19:30:00.000Z',
      erased: null,
      sent: null,
    });
    const now = await training.asStaff('GET', `/v1/staff/justification/${call}`, undefined, {
      'accept-language': 'es',
    });
    expect(await part(id)).toEqual(now.json());
  });

  it('is the same months later, when what it is of has changed, and tells what did', async () => {
    const { ids } = await held();
    const id = await kept();
    const before = await part(id);
    await training.database.pool.query(`update enrolment set surnames = 'Altre' where id = $1`, [ids[0]]);
    await training.database.pool.query(`delete from enrolment where id = $1`, [ids[1]]);
    training.clock.set('2025-09-30T10:00:00Z');
    expect(await part(id)).toEqual(before);
    expect(cells(before, 'Participants').map(({ Cognoms }) => Cognoms)).toEqual(['Coll', 'Vidal i Roca']);
    const changes = await training.asStaff('GET', at(id, '/changes'));
    const { sheets } = changes.json<{ sheets: { name: string; rows: object[] }[] }>();
    expect(sheets).toMatchObject([
      { name: 'Actuacions', added: 0, removed: 0, changed: 1, rows: [{ headings: ['Nombre de participants'] }] },
      { name: 'Participants', added: 0, removed: 1, changed: 1 },
      { name: 'Menors', added: 0, removed: 0, changed: 0, rows: [] },
    ]);
    expect(sheets[1]?.rows).toMatchObject([
      { key: ids[0], change: 'changed', headings: ['Cognoms'] },
      { key: ids[1], change: 'removed', headings: [] },
    ]);
    const second = await kept();
    const between = await training.asStaff('GET', at(id, `/changes?to=${second}`));
    expect(between.json()).toEqual(changes.json());
    const none = await training.asStaff('GET', at(second, '/changes'));
    expect(none.json<{ sheets: { rows: object[] }[] }>().sheets.flatMap(({ rows }) => rows)).toEqual([]);
  });

  it('is begun once however often it is asked for, and others have ids of their own', async () => {
    await held();
    const id = newId();
    const answers = await Promise.all([begin(id), begin(id), begin(id)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202]);
    expect(await training.count('kept_workbook')).toBe(1);
    await training.keepWorkbooks();
    const ready = await look(id);
    training.clock.set('2025-03-20T10:00:00Z');
    expect((await begin(id)).json()).toEqual(ready);
    await training.keepWorkbooks();
    expect(await look(id)).toEqual(ready);
    const other = await kept();
    const list = await training.asStaff('GET', at());
    expect(list.json<{ items: { id: string }[] }>().items.map((item) => item.id)).toEqual([other, id]);
  });

  it('is of one call: its id is no other’s, and what is not there is not found', async () => {
    const id = await kept();
    const other = `/v1/staff/justification/2026-2027/workbooks/${id}`;
    const calls = (await training.asStaff('GET', '/v1/staff/funder-calls')).json<{ items: { code: string }[] }>();
    const unknown = await training.asStaff('PUT', other.replace('2026-2027', '1999'));
    expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([
      404,
      'training.justification.call-not-found',
    ]);
    for (const { code } of calls.items.filter((each) => each.code !== call)) {
      const taken = await training.asStaff('PUT', other.replace('2026-2027', code));
      expect([taken.statusCode, taken.json<{ code: string }>().code]).toEqual([
        409,
        'training.kept-workbook.other-call',
      ]);
    }
    for (const [method, url] of [
      ['GET', other],
      ['GET', at(newId())],
      ['GET', at(newId(), '/part')],
      ['DELETE', at(newId(), '/sent')],
    ] as const) {
      expect((await training.asStaff(method, url)).statusCode, url).toBe(404);
    }
  });

  it('says what was to be mended, in the reader’s language', async () => {
    const session = await training.publish({
      startsAt: '2025-03-14T18:00:00+01:00',
      endsAt: '2025-03-14T20:00:00+01:00',
      programme: { justification: { call, actuacio: '2.1' } },
    });
    training.clock.set('2025-04-01T10:00:00Z');
    const id = await kept();
    const problems = await training.asStaff('GET', at(id, '/problems'), undefined, { 'accept-language': 'ca' });
    expect(problems.json()).toMatchObject({
      items: [{ code: 'session-not-held', subject: { kind: 'session', id: session } }],
    });
    expect(problems.body).toContain('no consta com a feta');
    expect((await part(id)).problems[0]?.message).toContain('no consta como hecha');
  });

  it('that cannot be made says that it failed, and can be begun again', async () => {
    await held();
    const id = newId();
    await begin(id);
    await training.database.pool.query(`alter table kept_workbook_row add constraint never check (false)`);
    await training.keepWorkbooks();
    expect(await look(id)).toMatchObject({ status: 'failed' });
    expect((await training.asStaff('GET', at(id, '/part'))).statusCode).toBe(409);
    await training.database.pool.query(`alter table kept_workbook_row drop constraint never`);
    expect((await begin(id)).json()).toMatchObject({ status: 'queued' });
    await training.keepWorkbooks();
    expect(await look(id)).toMatchObject({ status: 'ready', rows: 3 });
    expect(await rowsOf('select count(*)::int as n from kept_workbook_row')).toEqual([{ n: 3 }]);
  });
});

describe('a kept part and the people in it', () => {
  it('loses what the funder does not audit of whoever is erased, and the rest when it may audit no more; and says so', async () => {
    const { ids } = await held();
    const id = await kept();
    const nuria = async () => cells(await part(id), 'Participants').find((row) => row['Cognoms'] !== 'Coll');
    expect(await nuria()).toMatchObject({ '[Email]': 'nuria@example.org', '[Procedència]': 'Tortosa' });
    await erase('nuria@example.org');
    const audited = { Cognoms: 'Vidal i Roca', Nom: 'Núria', 'Doc. identificatiu': '12345678Z', Gènere: 'Dona' };
    expect(await nuria()).toMatchObject({
      ...audited,
      'Data naixement': '1990-05-01',
      '[Email]': null,
      '[Telèfon]': null,
      '[Procedència]': null,
    });
    expect(await look(id)).toMatchObject({ rows: 3, erased: { rows: 1 } });
    // Nothing else of it changed, and what is there now agrees with it.
    const { sheets } = (await training.asStaff('GET', at(id, '/changes'))).json<{ sheets: { rows: object[] }[] }>();
    expect(sheets.flatMap(({ rows }) => rows)).toEqual([]);
    await training.database.pool.query(`update enrolment set restricted_until = '2025-03-01' where id = $1`, [ids[0]]);
    await training.sweep();
    expect(await nuria()).toMatchObject({
      Cognoms: null,
      Nom: '—',
      'Doc. identificatiu': null,
      'Data naixement': null,
    });
    expect(JSON.stringify(await part(id))).not.toMatch(/Vidal|Núria|nuria/);
    expect(cells(await part(id), 'Actuacions')).toMatchObject([{ 'Nombre de participants': 2 }]);
    const sql = `select distinct action, subject_id from audit_record where subject_type = 'kept-workbook'`;
    expect(await rowsOf(sql)).toEqual([{ action: 'erase', subject_id: id }]);
  });

  it('that is being made while somebody is erased is begun again, without them', async () => {
    await held();
    const id = newId();
    await begin(id);
    const gate = await closeGate();
    // Whether it fails is no matter of this test: the next one finishes what it leaves.
    const making = Promise.allSettled([training.keepWorkbooks()]);
    await gate.reached();
    const erased = erase('nuria@example.org');
    const queued = `${advisoryLocks} and granted and mode = 'ExclusiveLock'
      and objid = (hashtext('kept-workbooks')::bigint & 4294967295)::oid`;
    await expect.poll(async () => (await rowsOf(queued))[0]?.['n'], { timeout: 15_000 }).toBe(1);
    await gate.open();
    await making;
    await erased;
    await training.keepWorkbooks();
    expect(await look(id)).toMatchObject({ status: 'ready', rows: 3 });
    expect(JSON.stringify(await part(id))).not.toContain('nuria@example.org');
  });

  it('is in what is handed to a person who asks, with whether it was sent', async () => {
    await held();
    const id = await kept();
    await training.asStaff('PUT', at(id, '/sent'), { on: '2025-11-20' });
    const headers = await training.staff(['coordinator']);
    const payload = { email: 'nuria@example.org' };
    const answer = await training.app.inject({ method: 'POST', url: '/v1/staff/privacy/exports', headers, payload });
    expect(answer.json<{ workbooks: object[] }>().workbooks).toMatchObject([
      { call, sheet: 'Participants', sentOn: '2025-11-20', row: { Nom: 'Núria', '[Email]': 'nuria@example.org' } },
    ]);
    expect(answer.body).not.toContain('Coll');
  });

  it('is read by staff alone, and every reading of it is on record', async () => {
    const { session } = await held();
    const id = await kept();
    const url = at(id, '/part');
    expect((await training.app.inject({ url })).statusCode).toBe(401);
    expect((await training.app.inject({ url, headers: await training.staff(['visitor']) })).statusCode).toBe(403);
    expect((await training.app.inject({ method: 'PUT', url: at(newId()) })).statusCode).toBe(401);
    const sql = `select action, subject_id, details from audit_record where subject_type = 'justification'
      and details ->> 'workbook' = $1 order by at, id`;
    expect(await rowsOf(sql, [id])).toEqual([{ action: 'keep', subject_id: call, details: { workbook: id } }]);
    await part(id);
    await training.asStaff('GET', at(id, '/problems'));
    expect((await rowsOf(sql, [id])).slice(1)).toEqual([
      { action: 'read', subject_id: call, details: { workbook: id, what: 'part', rows: [1, 2, 0] } },
      { action: 'read', subject_id: call, details: { workbook: id, what: 'problems', problems: 0 } },
    ]);
    expect(JSON.stringify(await rowsOf(sql, [id]))).not.toContain(session);
  });
});

describe('how long a part is kept', () => {
  it('is 400 days, and as long as the funder may audit the call where it was sent', async () => {
    const sent = await kept();
    const other = await kept();
    const mark = { on: '2025-11-20', note: 'Registre 118' };
    expect((await training.asStaff('PUT', at(sent, '/sent'), { ...mark, on: 'ahir' })).statusCode).toBe(400);
    for (const [id, body] of [
      [sent, { on: '2025-11-19' }],
      [sent, mark],
      [other, mark],
    ] as const) {
      expect((await training.asStaff('PUT', at(id, '/sent'), body)).statusCode).toBe(200);
    }
    expect(await look(sent)).toMatchObject({ sent: { ...mark, markedBy: 'Tània Soler' } });
    expect((await training.asStaff('DELETE', at(other, '/sent'))).json()).toMatchObject({ sent: null });
    const left = async () => (await rowsOf('select id from kept_workbook order by id')).map(({ id }) => id);
    training.clock.set('2026-04-04T09:00:00Z');
    await training.sweep();
    expect(await left()).toEqual([sent, other]);
    training.clock.set('2026-04-06T09:00:00Z');
    await training.sweep();
    expect(await left()).toEqual([sent]);
    training.clock.set('2030-10-31T09:00:00Z');
    await training.sweep();
    expect(await left()).toEqual([sent]);
    training.clock.set('2030-11-02T09:00:00Z');
    await training.sweep();
    expect(await left()).toEqual([]);
    expect(await training.count('kept_workbook_sheet')).toBe(0);
  });

  it('is only marked once it is ready', async () => {
    const id = newId();
    await begin(id);
    const early = await training.asStaff('PUT', at(id, '/sent'), { on: '2025-11-20' });
    expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([409, 'training.kept-workbook.not-ready']);
  });
});

describe('a process that dies while it keeps a part', () => {
  it('leaves the whole of it to the next, which finishes it once', async () => {
    await held();
    const id = newId();
    const environment = await training.environment();
    const gate = await closeGate();
    const service = await spawnTraining(environment);
    const headers = { ...(await training.staff()) };
    const begun = await fetch(`${service.url}${at(id)}`, { method: 'PUT', headers });
    expect(begun.status).toBe(202);
    await gate.reached();
    await service.kill();
    await gate.open();
    expect(await look(id)).toMatchObject({ status: 'running' });
    // The queue gives the dead process's turn to another when its heartbeat has been missed, half a minute later.
    await training.database.pool.query(`delete from pgboss.job where name = 'training-workbooks' and state = 'active'`);
    const next = await spawnTraining(environment);
    try {
      await expect.poll(async () => (await look(id))['status'], { timeout: 30_000 }).toBe('ready');
      expect(await look(id)).toMatchObject({ sheets: { done: 3, of: 3 }, rows: 3 });
      expect(await rowsOf('select count(*)::int as n from kept_workbook_row')).toEqual([{ n: 3 }]);
    } finally {
      await next.kill();
    }
  }, 120_000);
});
