import { createEvent, personDataErased } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { createLogger } from '@ateneu/service-kit';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createExportStore, type ExportStore, runExports, takeExportsAway } from '../src/features/exchange/index.ts';
import { readExport, readFileOf } from '../src/features/exchange/read-exports.query.ts';
import { generateInitiatives, insertInitiatives } from './generated-initiatives.ts';
import { type Harness, startDirectory } from './harness.ts';
import { moderationOf, proposal } from './moderation.ts';

const day = 24 * 60 * 60 * 1_000;

interface View {
  id: string;
  status: string;
  total: number | null;
  processed: number;
  size: number;
  asOf: string | null;
  failure: string | null;
  takenAway: string | null;
  createdBy: string;
  own: boolean;
  expiresAt: string | null;
}
type Person = 'tania' | 'joan' | 'carme';

let directory: Harness;
let store: ExportStore;
beforeAll(async () => {
  directory = await startDirectory();
  store = createExportStore(directory.database, { keptDays: 7 });
  // More than two batches, in several states.
  await insertInitiatives(directory.database, generateInitiatives(1_100, 11));
  await directory.database.pool.query(
    `update initiative set status = 'unpublished' where id in (select id from initiative order by name ->> 'ca' limit 150)`,
  );
  const hostile = ['=1+1', '+34 600', 'a "b", c; d|e', '<b>&amp;</b>', 'Dues\nlínies'];
  for (const text of hostile) {
    await moderationOf(directory).propose(
      proposal(`Nom ${text.replaceAll('\n', ' ')}`, { address: text.replaceAll('\n', ' '), description: { ca: text } }),
    );
  }
});
afterAll(() => directory.close());
beforeEach(async () => {
  await directory.database.pool.query('delete from export');
});

const headersOf = async (person: Person): Promise<Record<string, string>> => {
  const roles = [person === 'carme' ? 'coordinator' : 'technician'];
  return { authorization: `Bearer ${await directory.issuer.token({ sub: person, name: person, roles })}` };
};
const call = async (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { person = 'tania', payload, headers = {} }: { person?: Person; payload?: object; headers?: object } = {},
) =>
  directory.app.inject({
    method,
    url: `/v1/staff/${path}`,
    headers: { ...(await headersOf(person)), ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
const begin = async (plan: object = {}, person?: Person): Promise<string> => {
  const answer = await call('POST', 'exports', {
    payload: { format: 'csv', ...plan },
    ...(person === undefined ? {} : { person }),
  });
  expect(answer.statusCode, answer.body).toBe(202);
  expect(answer.headers.location).toBe(`/v1/staff/exports/${answer.json<View>().id}`);
  return answer.json<View>().id;
};
const see = async (id: string): Promise<View> => (await call('GET', `exports/${id}`)).json<View>();
const fetchFile = (id: string) => call('GET', `exports/${id}/file`);
const everything = async (format = 'csv'): Promise<string> =>
  (await call('GET', `initiatives.${format}`, { person: 'carme' })).body;
const logger = createLogger({ service: 'directory', level: 'silent' });
/** Each test says itself when what waits is done. */
const run = (exports: ExportStore = store, signal = new AbortController().signal) =>
  runExports({ database: directory.database, exports, clock: directory.clock, logger }, signal);
const partsOf = async (id: string): Promise<number> =>
  (await directory.database.pool.query('select from export_part where export_id = $1', [id])).rowCount ?? 0;
const records = (file: string) => parse(file, { columns: true }) as unknown as Record<string, string>[];

/** The store, with something that happens once, before a part of a file is kept. */
const interrupted = (part: number, happen: () => Promise<void>): ExportStore => {
  let happened = false;
  return {
    ...store,
    keep: async (claim, content, at) => {
      if (content.number === part && !happened) {
        happened = true;
        await happen();
      }
      return store.keep(claim, content, at);
    },
  };
};

describe('an export', () => {
  it.each([
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['geojson', 'application/geo+json'],
  ])(
    'as %s is begun, followed, and fetched whole: the very file that the direct address gives',
    async (format, type) => {
      const id = await begin({ format });
      expect(await see(id)).toMatchObject({
        status: 'waiting',
        total: null,
        processed: 0,
        createdBy: 'tania',
        own: true,
      });
      expect((await fetchFile(id)).json()).toMatchObject({ status: 409, code: 'directory.export.not-ready' });
      const seen: View[] = [];
      await run(interrupted(2, async () => void seen.push(await see(id))));
      expect(seen).toMatchObject([{ status: 'writing', total: 1_105, processed: 500 }]);
      const expected = await everything(format);
      const now = directory.clock.now();
      expect(await see(id)).toMatchObject({
        status: 'ready',
        total: 1_105,
        processed: 1_105,
        size: Buffer.byteLength(expected),
        asOf: now.toISOString(),
        expiresAt: new Date(now.getTime() + 7 * day).toISOString(),
      });
      const file = await fetchFile(id);
      expect(file.statusCode).toBe(200);
      expect(file.body === expected).toBe(true);
      expect(file.headers).toMatchObject({
        'content-type': type,
        'content-length': String(Buffer.byteLength(expected)),
        'cache-control': 'no-store',
      });
      expect(file.headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="iniciatives-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\.${format}"$`),
      );
    },
  );

  it('is of what its filters leave: values of one are alternatives, filters add up', async () => {
    const filters = { status: ['published', 'proposed'], sector: ['cures', 'alimentacio'], district: ['IV', 'VI'] };
    const id = await begin({ filters });
    await run();
    const { rows } = await directory.database.pool.query<{ id: string }>(
      `select id from initiative where status in ('published', 'proposed') and sectors && '{cures,alimentacio}'
         and neighbourhood in (select jsonb_array_elements_text($1)) order by id`,
      [
        JSON.stringify(
          (await import('@ateneu/reference-data')).neighbourhoods
            .filter(({ district }) => ['IV', 'VI'].includes(district))
            .map(({ code }) => code),
        ),
      ],
    );
    expect(rows.length).toBeGreaterThan(10);
    const file = await fetchFile(id);
    expect(records(file.body).map((record) => record['id'])).toEqual(rows.map((row) => row.id));
    expect(file.headers['content-disposition']).toContain('filename="iniciatives-seleccio-');
    expect(await see(id)).toMatchObject({ filters, total: rows.length });
  });

  it('of nothing is a file with no rows', async () => {
    const filters = {
      status: ['archived'],
      need: ['salut'],
      network: ['xes'],
      legalForm: ['associacio'],
      neighbourhood: ['7'],
    };
    const [csv, geojson] = [await begin({ filters }), await begin({ format: 'geojson', filters })];
    await run();
    expect(records((await fetchFile(csv)).body)).toEqual([]);
    expect((await fetchFile(geojson)).json()).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it('refuses what no initiative can be', async () => {
    const refused = async (payload: object) => (await call('POST', 'exports', { payload })).json<{ code: string }>();
    expect(await refused({ format: 'csv', filters: { sector: ['res'] } })).toMatchObject({
      code: 'directory.initiative.code-unknown',
    });
    expect(await refused({ format: 'csv', filters: { status: ['lost'] } })).toMatchObject({ status: 400 });
    expect(await refused({ format: 'xlsx' })).toMatchObject({ status: 400 });
  });

  it('is begun once, however often it is asked for under one key', async () => {
    const options = { payload: { format: 'csv' }, headers: { 'idempotency-key': newId() } };
    const [first, second] = [await call('POST', 'exports', options), await call('POST', 'exports', options)];
    expect(second.json<View>().id).toBe(first.json<View>().id);
    expect((await call('GET', 'exports')).json<{ items: View[] }>().items).toHaveLength(1);
  });

  it('is of one moment: no row is there twice or missing, or of later, whatever is edited while it is written', async () => {
    const { pool } = directory.database;
    const before = await everything();
    const id = await begin();
    const late = generateInitiatives(3, 99);
    await run(
      interrupted(2, async () => {
        await pool.query(
          `update initiative set address = 'Un altre carrer', status = 'archived' where status <> 'proposed'`,
        );
        await pool.query(`delete from initiative where status = 'proposed'`);
        await insertInitiatives(directory.database, late);
      }),
    );
    expect((await fetchFile(id)).body === before).toBe(true);
    const after = await begin({ filters: { status: ['archived'] } });
    await run();
    const rows = records((await fetchFile(after)).body);
    expect(rows).toHaveLength(1_100);
    expect(new Set(rows.map((row) => row['address']))).toEqual(new Set(['Un altre carrer']));
    await pool.query('delete from initiative where id = any ($1)', [late.map((row) => row.id)]);
  });

  it('that its process leaves when it stops begins anew with the next, and costs it no try', async () => {
    const id = await begin();
    const stopping = new AbortController();
    await run(
      interrupted(1, async () => stopping.abort()),
      stopping.signal,
    );
    expect(await see(id)).toMatchObject({ status: 'waiting', processed: 0, size: 0, total: null });
    expect(await partsOf(id)).toBe(0);
    await run();
    expect((await fetchFile(id)).body === (await everything())).toBe(true);
    const { rows } = await directory.database.pool.query('select tries, attempt from export where id = $1', [id]);
    expect(rows).toEqual([{ tries: 1, attempt: 2 }]);
  });

  it('that another process takes over is the other’s alone: who had it before adds nothing to the file', async () => {
    const id = await begin();
    await run(interrupted(2, () => run()));
    expect(await see(id)).toMatchObject({ status: 'ready', processed: 1_100 });
    expect((await fetchFile(id)).body === (await everything())).toBe(true);
    const { rows } = await directory.database.pool.query('select distinct attempt from export_part');
    expect(rows).toEqual([{ attempt: 2 }]);
  });

  it('that cannot be written says so, holds up none behind it, and can be begun again', async () => {
    const { pool } = directory.database;
    const ids = await pool.query<{ id: string; origin: object }>(
      'select id, origin from initiative order by id desc limit 1',
    );
    const [last] = ids.rows;
    await pool.query(`update initiative set origin = 'null' where id = $1`, [last?.id]);
    const broken = await begin();
    const fine = await begin({ filters: { status: ['rejected'] } });
    await run();
    expect(await see(broken)).toMatchObject({ status: 'failed', failure: 'unwritable', processed: 0, size: 0 });
    expect(await partsOf(broken)).toBe(0);
    expect((await fetchFile(broken)).json()).toMatchObject({ status: 409, code: 'directory.export.failed' });
    expect(await see(fine)).toMatchObject({ status: 'ready' });
    await pool.query(`update initiative set origin = $2 where id = $1`, [last?.id, last?.origin]);
    const again = await call('POST', `exports/${broken}/restart`, { person: 'joan' });
    expect([again.statusCode, again.json()]).toMatchObject([
      202,
      { status: 'waiting', failure: null, createdBy: 'joan' },
    ]);
    await run();
    expect((await fetchFile(broken)).body === (await everything())).toBe(true);
    expect((await call('POST', `exports/${broken}/restart`)).json()).toMatchObject({
      code: 'directory.export.wrong-state',
    });
  });

  it('whose process dies at it every time is given up after five', async () => {
    const id = await begin();
    const fine = await begin({ filters: { status: ['rejected'] } });
    await directory.database.pool.query(`update export set status = 'writing', tries = 5 where id = $1`, [id]);
    await run();
    expect(await see(id)).toMatchObject({ status: 'failed', failure: 'interrupted' });
    expect(await see(fine)).toMatchObject({ status: 'ready' });
  });

  it('is kept for seven days, whether the broom came by or not, and can be written anew after that', async () => {
    const id = await begin();
    await run();
    directory.clock.advance(7 * day - 1);
    await store.sweep(directory.clock.now());
    expect((await fetchFile(id)).statusCode).toBe(200);
    directory.clock.advance(1);
    expect(await see(id)).toMatchObject({ status: 'expired', takenAway: 'age' });
    expect((await fetchFile(id)).json()).toMatchObject({ status: 410, code: 'directory.export.expired' });
    expect(await partsOf(id)).toBeGreaterThan(0);
    await store.sweep(directory.clock.now());
    expect(await partsOf(id)).toBe(0);
    expect(await see(id)).toMatchObject({ status: 'expired', takenAway: 'age', processed: 1_100 });
    expect((await call('POST', `exports/${id}/restart`)).statusCode).toBe(202);
    await run();
    expect((await fetchFile(id)).body === (await everything())).toBe(true);
    directory.clock.advance(90 * day);
    await store.sweep(directory.clock.now());
    await store.sweep(directory.clock.now());
    expect((await call('GET', `exports/${id}`)).statusCode).toBe(404);
  });

  it('ends at once when it is deleted, and those behind it are written', async () => {
    const id = await begin();
    const next = await begin({ filters: { status: ['rejected'] } });
    await run(interrupted(1, async () => void (await call('DELETE', `exports/${id}`))));
    expect((await call('GET', `exports/${id}`)).json()).toMatchObject({ code: 'directory.export.not-found' });
    expect(await partsOf(id)).toBe(0);
    expect(await see(next)).toMatchObject({ status: 'ready' });
  });

  it('that is taken away while it is fetched is no file at all, rather than half of one', async () => {
    const id = await begin();
    await run();
    const found = await readExport(directory.database, id, directory.clock.now());
    if (found === undefined) throw new TypeError('There is no export.');
    const parts = readFileOf(directory.database, found);
    await parts.next();
    await call('DELETE', `exports/${id}`);
    await expect(parts.next()).rejects.toThrow('was taken away');
  });
});

describe('who exports', () => {
  it('are staff; everybody sees them all, and deletes their own; coordinators any', async () => {
    expect((await directory.app.inject({ method: 'POST', url: '/v1/staff/exports', payload: {} })).statusCode).toBe(
      401,
    );
    const [first, second] = [await begin(), await begin({}, 'joan')];
    const listed = (await call('GET', 'exports?limit=1')).json<{ items: View[]; next: string }>();
    expect(listed.items).toMatchObject([{ id: second, createdBy: 'joan', own: false }]);
    const rest = (await call('GET', `exports?limit=1&cursor=${listed.next}`)).json<{ items: View[]; next: null }>();
    expect(rest).toMatchObject({ items: [{ id: first, createdBy: 'tania', own: true }], next: null });
    expect((await call('DELETE', `exports/${second}`)).json()).toMatchObject({
      status: 403,
      code: 'directory.export.somebody-elses',
    });
    expect((await call('DELETE', `exports/${first}`)).statusCode).toBe(204);
    expect((await call('DELETE', `exports/${second}`, { person: 'carme' })).statusCode).toBe(204);
    for (const path of [first, `${first}/file`]) expect((await call('GET', `exports/${path}`)).statusCode).toBe(404);
    expect((await call('POST', `exports/${first}/restart`)).statusCode).toBe(404);
  });

  it('have three under way and twenty kept at most, each; also where they ask for all of them at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 6 }, () => call('POST', 'exports', { payload: { format: 'csv' } })),
    );
    expect(
      asked
        .map(({ statusCode }) => String(statusCode))
        .toSorted()
        .join(' '),
    ).toBe('202 202 202 409 409 409');
    expect(asked.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      code: 'directory.export.too-many',
    });
    await begin({}, 'joan');
    const { pool } = directory.database;
    await pool.query(`update export set status = 'ready', total = 0, expires_at = $1`, [
      new Date(directory.clock.now().getTime() + day),
    ]);
    await pool.query(
      `insert into export (id, status, format, filters, created_by, created_by_id, created_at, updated_at, total, expires_at)
       select gen_random_uuid(), status, format, filters, created_by, created_by_id, created_at, updated_at, total, expires_at
       from export, generate_series(1, 6) where created_by_id = 'tania' limit 17`,
    );
    const full = await call('POST', 'exports', { payload: { format: 'csv' } });
    expect(full.json()).toMatchObject({ status: 409, code: 'directory.export.too-many' });
    directory.clock.advance(day);
    await begin();
  });

  it('are on record with what they took, and with each download', async () => {
    const id = await begin({ filters: { status: ['rejected'] } });
    await run();
    await call('GET', `exports/${id}/file`, { person: 'joan' });
    const { rows } = await directory.database.pool.query(
      `select actor_id, action, subject_type, details from audit_record
       where details ->> 'export' = $1 or subject_id = $1 order by at`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        actor_id: 'tania',
        action: 'export',
        subject_type: 'initiative',
        details: { format: 'csv', filters: { status: ['rejected'] } },
      },
      { actor_id: 'joan', action: 'download', subject_type: 'export' },
    ]);
  });

  it('are counted for those who watch the service, and what waits too', async () => {
    await begin({ filters: { status: ['rejected'] } });
    await run();
    await begin();
    const metrics = (await directory.app.inject({ url: '/metrics' })).body;
    expect(metrics).toContain('directory_exports{status="ready"} 1');
    expect(metrics).toContain('directory_exports{status="waiting"} 1');
    expect(metrics).toMatch(/^directory_exports_oldest_seconds \d/m);
    expect(metrics).toMatch(/^directory_exports_bytes [1-9]/m);
  });
});

describe('when somebody is erased', () => {
  it('no file of before is kept: each can be written anew', async () => {
    const id = await begin();
    await run();
    const event = createEvent(personDataErased, {
      aggregateId: newId(),
      sequence: 1,
      time: new Date(),
      correlationId: newId(),
      data: { ...personDataErased.example, erasureId: newId(), personal: { emails: ['ningu@example.org'] } },
    });
    await directory.broker.admin.jetstream.publish(personDataErased.subject, JSON.stringify(event));
    await expect.poll(async () => (await see(id)).status).toBe('expired');
    expect(await see(id)).toMatchObject({ takenAway: 'erasure', createdBy: 'tania' });
    expect(await partsOf(id)).toBe(0);
    expect((await fetchFile(id)).statusCode).toBe(410);
    const { rowCount } = await directory.database.pool.query(
      `select from audit_record where action = 'erase' and subject_type = 'export' and subject_id = $1`,
      [id],
    );
    expect(rowCount).toBe(1);
    expect((await call('POST', `exports/${id}/restart`)).statusCode).toBe(202);
    await run();
    expect(await see(id)).toMatchObject({ status: 'ready', takenAway: null });
  });

  it('one that is being written begins anew, of after', async () => {
    const { pool } = directory.database;
    const id = await begin();
    await run(
      interrupted(2, async () => {
        await transact(directory.database, async (tx) => {
          await tx.query(`update initiative set address = 'Esborrat'`);
          await takeExportsAway(tx, directory.clock.now());
        });
      }),
    );
    expect(await see(id)).toMatchObject({ status: 'ready', processed: 1_100 });
    const rows = records((await fetchFile(id)).body);
    expect(new Set(rows.map((row) => row['address']))).toEqual(new Set(['Esborrat']));
    expect((await pool.query('select attempt from export')).rows).toEqual([{ attempt: 3 }]);
  });
});
