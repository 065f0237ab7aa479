import { newId } from '@ateneu/kernel';
import { timed } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startTraining } from '../../../test/harness.ts';

const measuring = process.env['ATENEU_MEASURE'] === '1';

/** Times are told and not asserted: a busy machine is no fault of the code. That the rows are all there is. */
describe.skipIf(!measuring)('a big year: 200 sessions with 6,000 who came', () => {
  let training: Harness;
  beforeAll(async () => {
    training = await startTraining();
    training.clock.set('2025-11-10T09:00:00Z');
    const profile = { birthDate: '1990-05-01', gender: 'woman', identityDocument: '12345678Z', origin: 'Tortosa' };
    await training.database.pool.query(
      `with held as (
         insert into session (id, version, status, title, summary, starts_at, ends_at, mode, venue, capacity,
           confirmed_count, waiting_count, last_arrival, waiting_list_enabled, created_at, updated_at, programme)
         select gen_random_uuid(), 1, 'held', jsonb_build_object('ca', 'Com fer una cooperativa ' || n), '{"ca":"x"}',
           timestamptz '2024-11-05 17:00Z' + n * interval '1 day', timestamptz '2024-11-05 19:00Z' + n * interval '1 day',
           'in-person', 'Can Serra', 30, 30, 0, 30, true, now(), now(),
           '{"justification":{"call":"2024-2025","actuacio":"2.1"}}'
         from generate_series(1, 200) as n returning id)
       insert into enrolment (id, session_id, version, status, arrival, name, given_name, surnames, email,
         email_normalised, language, phone, municipality, consents, enrolled_at, confirmed_at, minutes_attended,
         attendance_recorded_at, profile)
       select gen_random_uuid(), held.id, 1, 'attended', n, 'Núria Vidal i Roca', 'Núria', 'Vidal i Roca',
         n || '@example.org', n || '@example.org', 'ca', '600 000 000', 'Cornellà de Llobregat', '{}', now(), now(), 120,
         now(), case when n % 10 = 0 then '{}'::jsonb else $1::jsonb end
       from held, generate_series(1, 30) as n`,
      [JSON.stringify(profile)],
    );
    await training.database.pool.query('analyze');
  }, 120_000);
  afterAll(() => training?.close());

  it('is read, kept, read again and compared', async () => {
    const part = '/v1/staff/justification/2024-2025';
    const now = await timed('the part as it is now', () => training.asStaff('GET', part));
    process.stdout.write(`${Math.round(now.body.length / 1_024)} KB\n`);
    await timed('the part as a file', () => training.asStaff('GET', `${part}.xlsx`));
    const id = await timed('kept by the job', async () => {
      const next = newId();
      await training.asStaff('PUT', `${part}/workbooks/${next}`);
      await training.keepWorkbooks();
      return next;
    });
    const at = `${part}/workbooks/${id}`;
    expect((await training.asStaff('GET', at)).json()).toMatchObject({ status: 'ready', rows: 6_200, problems: 1_800 });
    await timed('how far it is', () => training.asStaff('GET', at));
    const kept = await timed('the kept part', () => training.asStaff('GET', `${at}/part`));
    expect(kept.json()).toEqual(now.json());
    await timed('its problems', () => training.asStaff('GET', `${at}/problems`));
    await timed('what changed', () => training.asStaff('GET', `${at}/changes`));
    const { rows } = await training.database.pool.query<{ bytes: string }>(
      `select pg_size_pretty(pg_total_relation_size('kept_workbook_row') / 3) as bytes`,
    );
    process.stdout.write(`a copy in the database: ${rows[0]?.bytes}\n`);
  }, 120_000);
});
