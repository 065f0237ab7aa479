import { createEvent, entityCreated } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { hostileBodies } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf, proposal } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
});
afterAll(() => directory.close());

const propose: Moderation['propose'] = (...proposed) => moderation.propose(...proposed);
const moderate: Moderation['moderate'] = (...step) => moderation.moderate(...step);
const publish: Moderation['publish'] = (...named) => moderation.publish(...named);
const search = async (query: string): Promise<string[]> => {
  const response = await directory.app.inject({ url: `/v1/initiatives?${query}` });
  expect(response.statusCode).toBe(200);
  return response.json<{ items: { name: { ca: string } }[] }>().items.map((item) => item.name.ca);
};
const published = async (type: string, id: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await directory.database.pool.query(
    'select payload from outbox where type = $1 and aggregate_id = $2 and published_at is not null order by id',
    [type, id],
  );
  return rows.map((row: { payload: string }) => JSON.parse(row.payload) as Record<string, unknown>);
};
const countOf = async (table: string): Promise<number> =>
  (await directory.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;

describe('proposing an initiative', () => {
  it('puts it into the moderation queue and tells the others, the proposer’s data in the personal block alone', async () => {
    const response = await propose(proposal('Economat de la Florida'));
    expect(response.statusCode).toBe(201);
    const { id } = response.json<{ id: string }>();
    await expect
      .poll(() => published('cat.ateneulh.directory.initiative.proposed.v1', id))
      .toMatchObject([{ subject: id, sequence: 1, data: { origin: 'public', personal: { language: 'ca' } } }]);
    const queue = await directory.app.inject({
      url: '/v1/staff/initiatives?status=proposed',
      headers: await directory.staff(),
    });
    expect(queue.json<{ items: { id: string }[] }>().items.map((item) => item.id)).toContain(id);
  });

  it('is not public before staff publish it', async () => {
    await propose(proposal('Encara no'));
    expect(await search('q=encara')).toEqual([]);
  });

  it('happens once when the request is repeated under its key', async () => {
    const headers = { 'idempotency-key': newId() };
    const body = proposal('Una sola vegada');
    const [first, second] = await Promise.all([propose(body, headers), propose(body, headers)]);
    expect(second.json()).toEqual(first.json());
    const other = await propose(proposal('Una altra'), headers);
    expect(other.json()).toMatchObject({ code: 'kit.idempotency.key-reused' });
  });

  it('with an unknown code is refused, naming the field', async () => {
    const response = await propose(proposal('Codi', { sectors: ['mineria'] }), { 'accept-language': 'es' });
    expect(response.statusCode).toBe(422);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'directory.initiative.code-unknown' });
    expect(response.json<{ detail: string }>().detail).toBe('El código «mineria» del campo sectors no existe.');
  });

  it('is limited for one address, and says when to come back', async () => {
    const statuses = new Set<number>();
    for (let index = 0; index < 25; index += 1) {
      const response = await directory.app.inject({ method: 'POST', url: '/v1/initiative-proposals', payload: {} });
      statuses.add(response.statusCode);
      if (response.statusCode === 429) expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual(new Set([400, 429]));
  });

  it.each(hostileBodies)('with $name is refused and changes nothing', async ({ body, contentType }) => {
    const before = await countOf('initiative');
    const response = await directory.app.inject({
      method: 'POST',
      url: '/v1/initiative-proposals',
      headers: { 'content-type': contentType },
      payload: body,
      remoteAddress: '10.1.0.1',
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(await countOf('initiative')).toBe(before);
  });
});

describe('moderating', () => {
  it('needs a staff token, and says nothing of why a token is bad', async () => {
    const url = '/v1/staff/initiatives';
    expect((await directory.app.inject({ url })).statusCode).toBe(401);
    const forged = await directory.app.inject({ url, headers: { authorization: 'Bearer e30.e30.x' } });
    expect(forged.statusCode).toBe(401);
    const citizen = await directory.app.inject({ url, headers: await directory.staff(['visitor']) });
    expect(citizen.statusCode).toBe(403);
  });

  it('refuses an edit of what somebody else changed meanwhile, and one that names no version', async () => {
    const { id } = (await propose(proposal('Doble edició'))).json<{ id: string }>();
    expect((await moderate(id, 'start-review', 1)).statusCode).toBe(200);
    const stale = await moderate(id, 'start-review', 1);
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([412, 'kit.record.changed']);
    const blind = await directory.app.inject({
      method: 'POST',
      url: `/v1/staff/initiatives/${id}/publish`,
      headers: await directory.staff(),
    });
    expect(blind.statusCode).toBe(428);
  });

  it('rejects with a reason that the proposer is told', async () => {
    const { id } = (await propose(proposal('Fora de lloc'))).json<{ id: string }>();
    await moderate(id, 'start-review', 1);
    const rejected = await moderate(id, 'reject', 2, { reasonCode: 'outside-territory', note: 'És a Cornellà.' });
    expect(rejected.json()).toMatchObject({ status: 'rejected', version: 3 });
    await expect
      .poll(() => published('cat.ateneulh.directory.initiative.rejected.v1', id))
      .toMatchObject([
        {
          data: {
            reasonCode: 'outside-territory',
            personal: { email: expect.stringContaining('montserrat') as string },
          },
        },
      ]);
  });

  it('tells the others the tax id of an entity, and never that of a person who works alone', async () => {
    const type = 'cat.ateneulh.directory.initiative.published.v1';
    const entity = await publish('Amb NIF', { taxId: 'F12345674' });
    const person = await publish('Autònoma', { taxId: '12345678Z', legalForm: 'treball-autonom' });
    // Of two initiatives neither waits for the other.
    await expect.poll(() => published(type, entity)).toMatchObject([{ data: { taxId: 'F12345674' } }]);
    await expect.poll(() => published(type, person)).toHaveLength(1);
    expect(JSON.stringify(await published(type, person))).not.toContain('12345678Z');
  });

  it('leaves a record of who read a proposer’s data', async () => {
    const { id } = (await propose(proposal('Auditada'))).json<{ id: string }>();
    await directory.app.inject({ url: `/v1/staff/initiatives/${id}`, headers: await directory.staff() });
    const { rows } = await directory.database.pool.query(
      'select actor_id, action from audit_record where subject_id = $1',
      [id],
    );
    expect(rows).toEqual([{ actor_id: 'tania', action: 'read' }]);
  });
});

describe('an entity that an accompaniment created', () => {
  const created = () =>
    createEvent(entityCreated, {
      aggregateId: newId(),
      sequence: 1,
      time: new Date(),
      correlationId: newId(),
      data: { ...entityCreated.example, projectId: newId(), name: 'Forn de la Torrassa, SCCL' },
    });
  const arrive = (event: object) =>
    directory.broker.admin.jetstream.publish(entityCreated.subject, JSON.stringify(event));
  const isHeard = async (id: string): Promise<void> => {
    const read = 'select from inbox where event_id = $1';
    await expect.poll(async () => (await directory.database.pool.query(read, [id])).rowCount).toBe(1);
  };
  const proposals = async (projectId: string) =>
    (
      await directory.database.pool.query(`select status, name from initiative where origin ->> 'projectId' = $1`, [
        projectId,
      ])
    ).rows;

  it('proposes itself once, however often it is told of', async () => {
    const event = created();
    await arrive(event);
    await arrive(event);
    // What is told of one project is heard in its order: with the last, all of it was.
    const last = newId();
    await arrive({ ...event, id: last });
    await isHeard(last);
    expect(await proposals(event.data.projectId)).toEqual([
      { status: 'proposed', name: { ca: 'Forn de la Torrassa, SCCL' } },
    ]);
  });

  it('follows a corrected outcome while nobody reviews it; after that the difference is put before staff', async () => {
    const event = created();
    const { projectId } = event.data;
    const said = async (sequence: number, name: string) => {
      const id = newId();
      await arrive({ ...event, id, sequence, data: { ...event.data, name } });
      await isHeard(id);
    };
    const corrections = async (initiativeId: string) =>
      (
        await directory.database.pool.query(
          `select status, base_version, changes, author from correction where initiative_id = $1`,
          [initiativeId],
        )
      ).rows;
    await said(4, 'Forn, SCCL');
    await said(6, 'Forn de pa, SCCL');
    // An older word that comes late is not heard.
    await said(5, 'Fleca, SCCL');
    expect(await proposals(projectId)).toEqual([{ status: 'proposed', name: { ca: 'Forn de pa, SCCL' } }]);
    const { rows } = await directory.database.pool.query<{ id: string }>(
      `select id from initiative where origin ->> 'projectId' = $1`,
      [projectId],
    );
    const id = rows[0]?.id ?? '';
    expect(await corrections(id)).toEqual([]);
    expect((await moderate(id, 'start-review', 2)).statusCode).toBe(200);
    await said(7, 'Forn nou, SCCL');
    expect(await proposals(projectId)).toEqual([{ status: 'in-review', name: { ca: 'Forn de pa, SCCL' } }]);
    expect(await corrections(id)).toEqual([
      {
        status: 'open',
        base_version: 3,
        changes: [{ field: 'name', from: { ca: 'Forn de pa, SCCL' }, to: { ca: 'Forn nou, SCCL' } }],
        author: null,
      },
    ]);
    const reason = { reasonCode: 'not-sse' };
    expect((await moderate(id, 'reject', 3, reason)).statusCode).toBe(200);
    await said(8, 'Forn vell, SCCL');
    expect(await proposals(projectId)).toEqual([{ status: 'rejected', name: { ca: 'Forn de pa, SCCL' } }]);
    expect(await corrections(id)).toHaveLength(1);
  });

  it('hears each accompaniment of a project, which all count for themselves, and the latest of their words last', async () => {
    const event = created();
    const { projectId } = event.data;
    const [first, second] = [newId(), newId()];
    const said = async (accompanimentId: string, sequence: number, minute: number, name: string) => {
      const id = newId();
      const time = new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();
      await arrive({ ...event, id, sequence, time, data: { ...event.data, accompanimentId, name } });
      await isHeard(id);
    };
    const name = async () => (await proposals(projectId)).map((proposal) => proposal.name.ca);
    await said(first, 9, 10, 'Forn, SCCL');
    await said(second, 4, 20, 'Forn de pa, SCCL');
    expect(await name()).toEqual(['Forn de pa, SCCL']);
    // Older words that come late: of the other one, and of the same.
    await said(first, 10, 15, 'Fleca, SCCL');
    await said(second, 3, 20, 'Fleca vella, SCCL');
    expect(await name()).toEqual(['Forn de pa, SCCL']);
    await said(first, 11, 30, 'Forn nou, SCCL');
    expect(await name()).toEqual(['Forn nou, SCCL']);
  });
});
