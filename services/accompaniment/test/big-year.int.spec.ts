import { newId } from '@ateneu/kernel';
import { timed } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startHarness } from './harness.ts';

const measuring = process.env['ATENEU_MEASURE'] === '1';

/** Times are told and not asserted: a busy machine is no fault of the code. That the rows are all there is. */
describe.skipIf(!measuring)('a big year: 1,000 accompaniments with 3,000 members and outcomes', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    const person = {
      name: 'Neus',
      surnames: 'Prova Serra',
      idDocument: '12345678Z',
      gender: 'woman',
      bornOn: '1988-02-01',
    };
    const entity = { name: 'Economat, SCCL', taxId: 'F12345674', legalForm: 'cooperativa-consumidors' };
    const outcome = { kind: 'entity-created', entity: { ...entity, constitutedOn: '2025-05-01', sectors: [] } };
    await harness.database.pool.query(
      `with projects as (
         insert into project (id, version, name, description, contact, profile, created_at, updated_at)
         select gen_random_uuid(), 1, 'Economat ' || n, repeat('Una botiga cooperativa. ', 8),
           '{"name":"Neus Prova","email":"neus@example.org","phone":"600 000 000"}', '{"recipient":"group"}', now(), now()
         from generate_series(1, 1000) as n returning id),
       members as (
         insert into project_member (id, project_id, version, status, person, invited_by, created_at, updated_at)
         select gen_random_uuid(), projects.id, 1, 'active', $1::jsonb, 'Carme', now(), now()
         from projects, generate_series(1, 3) returning id, project_id),
       work as (
         insert into accompaniment (id, version, status, project_id, modality, itinerary_version, technician, minutes,
           outcome, started_at, ended_at, created_at, updated_at)
         select gen_random_uuid(), 1, 'completed', id, 'creation', 1, '{"id":"jordi","name":"Jordi"}', 450, $2::jsonb,
           '2025-01-10', '2025-06-01', now(), now() from projects returning id, project_id),
       jobs as (
         insert into job_insertion (id, accompaniment_id, version, person, contract_type, starts_on, created_at, updated_at)
         select gen_random_uuid(), id, 1, $1::jsonb, 'member', '2025-06-01', now(), now() from work)
       insert into consultancy_session (id, accompaniment_id, held_on, minutes, technician, people, objective, recorded_at,
         member_ids)
       select gen_random_uuid(), work.id, date '2025-01-10' + n * 20, 90, '{"id":"jordi","name":"Jordi"}', 3, 'Estatuts',
         now(), array(select id from members where members.project_id = work.project_id)
       from work, generate_series(1, 5) as n`,
      [JSON.stringify(person), JSON.stringify(outcome)],
    );
    await harness.database.pool.query('analyze');
  }, 120_000);
  afterAll(() => harness?.stop());

  const staff = (method: 'GET' | 'PUT', path: string): Promise<Answer> =>
    harness.ask(method, `/v1/staff/justification/2024-2025${path}`, { token: harness.tokens.coordinator });

  it('is read, kept, read again and compared', async () => {
    const now = await timed('the part as it is now', () => staff('GET', ''));
    await timed('the part as a file', () =>
      harness.raw({
        url: '/v1/staff/justification/2024-2025.xlsx',
        headers: { authorization: `Bearer ${harness.tokens.coordinator}` },
      }),
    );
    const at = await timed('kept, with the wait for its turn', async () => {
      const path = `/workbooks/${newId()}`;
      await staff('PUT', path);
      await expect.poll(async () => (await staff('GET', path)).body.status, { timeout: 60_000 }).toBe('ready');
      return path;
    });
    expect((await staff('GET', at)).body).toMatchObject({ rows: 7_000 });
    const kept = await timed('the kept part', () => staff('GET', `${at}/part`));
    expect(kept.body).toEqual(now.body);
    await timed('what changed', () => staff('GET', `${at}/changes`));
  }, 120_000);
});
