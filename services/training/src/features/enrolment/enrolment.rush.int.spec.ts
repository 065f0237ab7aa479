import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Answer, enrolInput, type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

/** Times are only promised, and held to, on a machine that has nothing else to do. */
const measuring = process.env['ATENEU_MEASURE'] === '1';
const places = 30;

interface Rush {
  sessionId: string;
  answers: Answer[];
  /** When each was answered, in milliseconds from the beginning, the slowest last. */
  tookMs: number[];
}

async function rush(
  instances: number,
  headersOf: (person: number) => Record<string, string>,
  people = 500,
): Promise<Rush> {
  const apps = [training.app, ...(instances > 1 ? [await training.another()] : [])];
  const sessionId = await training.publish({ capacity: places });
  const begin = performance.now();
  const timed = await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const app = apps[person % apps.length] ?? training.app;
      const payload = enrolInput(`${person}@example.org`);
      const url = `/v1/sessions/${sessionId}/enrolments`;
      const answer = await app.inject({ method: 'POST', url, headers: headersOf(person), payload });
      return { answer, tookMs: performance.now() - begin };
    }),
  );
  return {
    sessionId,
    answers: timed.map(({ answer }) => answer),
    tookMs: timed.map(({ tookMs }) => tookMs).toSorted((left, right) => left - right),
  };
}
const rowsOf = async (sessionId: string) =>
  (
    await training.database.pool.query<{ id: string; status: string; arrival: number }>(
      'select id, status, arrival from enrolment where session_id = $1 order by arrival',
      [sessionId],
    )
  ).rows;
const expectExact = async ({ sessionId, answers }: Rush): Promise<void> => {
  const people = answers.length;
  expect(answers.filter((answer) => answer.statusCode !== 201)).toEqual([]);
  const rows = await rowsOf(sessionId);
  expect(rows.map(({ arrival }) => arrival)).toEqual(Array.from({ length: people }, (_, index) => index + 1));
  expect(rows.map(({ status }) => status)).toEqual(rows.map((_, index) => (index < places ? 'confirmed' : 'waiting')));
  const told = new Map(
    answers.map((answer) => [answer.json<{ id: string }>().id, answer.json<{ position: number }>()]),
  );
  expect(rows.slice(places).map(({ id }) => told.get(id)?.position)).toEqual(
    Array.from({ length: people - places }, (_, index) => index + 1),
  );
};

const named = (person: number) => ({ 'x-correlation-id': `person-${person}` });

describe('a rush of 500 people on 30 places', () => {
  it.each([1, 2])('gives exactly 30 places and 470 turns in arrival order, with %i instances', async (instances) => {
    const seen = await rush(instances, named);
    await expectExact(seen);
    const ids = seen.answers.map((answer) => answer.json<{ id: string }>().id);
    // One process lets them in in the very order they came; two cannot know which of them was asked first.
    if (instances === 1) expect((await rowsOf(seen.sessionId)).map(({ id }) => id)).toEqual(ids);
    // However many are let in together, each event names the operation of its own person.
    for (const person of [0, 1, 99, 250, 499]) {
      expect(await training.eventsOf(ids[person] ?? '')).toMatchObject([{ correlationid: `person-${person}` }]);
    }
    if (!measuring) return;
    const { tookMs } = await rush(instances, named);
    const at = (part: number): number => Math.round(tookMs[Math.ceil(tookMs.length * part) - 1] ?? 0);
    process.stdout.write(`${instances} instance(s): p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, last ${at(1)} ms\n`);
    expect(at(0.99)).toBeLessThan(2_000);
  });

  it('is the same, for 50, where everybody sends a key and one repeats the request', async () => {
    const keys = Array.from({ length: 50 }, () => newId());
    const first = await rush(1, (person) => ({ 'idempotency-key': keys[person] ?? '' }), keys.length);
    await expectExact(first);
    const again = await training.app.inject({
      method: 'POST',
      url: `/v1/sessions/${first.sessionId}/enrolments`,
      headers: { 'idempotency-key': keys[7] ?? '' },
      payload: enrolInput('7@example.org'),
    });
    expect(again.body).toBe(first.answers[7]?.body);
  });
});

describe('one among many', () => {
  it('is refused alone: who is in already, and who the database itself will not take', async () => {
    const sessionId = await training.publish({ capacity: places });
    // Stands for whatever nobody thought of: it only shows when it is written.
    await training.database.pool.query(
      `alter table enrolment add constraint unlucky check (name <> 'Mala Sort') not valid`,
    );
    const group: [email: string, name: string][] = [
      ['a@example.org', 'Núria'],
      ['b@example.org', 'Pau'],
      ['c@example.org', 'Mala Sort'],
      ['b@example.org', 'Pau'],
      ['d@example.org', 'Mercè'],
    ];
    const answers = await Promise.all(group.map(([email, name]) => training.enrol(sessionId, email, { name })));
    await training.database.pool.query('alter table enrolment drop constraint unlucky');
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 500, 409, 201]);
    expect((await rowsOf(sessionId)).map(({ arrival, status }) => [arrival, status])).toEqual([
      [1, 'confirmed'],
      [2, 'confirmed'],
      [3, 'confirmed'],
    ]);
  });
});
