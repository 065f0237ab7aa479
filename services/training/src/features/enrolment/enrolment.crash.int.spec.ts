import { streams } from '@ateneu/messaging';
import type { ServiceProcess } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, type StoredEvent, startTraining } from '../../../test/harness.ts';
import { spawnTraining } from '../../../test/process.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

const places = 10;
interface Scene {
  session: string;
  /** The links of those who are in, and will leave. */
  leaving: string[];
}

/** Ten who are in and twenty-five who wait, in an hour that has not come yet for any clock. */
const scene = async (): Promise<Scene> => {
  const soon = new Date(Date.now() + 30 * 24 * 60 * 60 * 1_000);
  const session = await training.publish({
    capacity: places,
    startsAt: soon.toISOString(),
    endsAt: new Date(soon.getTime() + 3_600_000).toISOString(),
  });
  const leaving: string[] = [];
  for (let person = 0; person < 35; person += 1) {
    const { id } = (await training.enrol(session, `${person}@example.org`)).json<{ id: string }>();
    if (person < places) leaving.push(await training.linkOf(id));
  }
  return { session, leaving };
};

/** Everybody leaves at once; the process dies as soon as so many have been answered. */
const leaveUntil = async (service: ServiceProcess, leaving: readonly string[], answered: number): Promise<void> => {
  let answers = 0;
  let killed = answered === 0 ? service.kill() : Promise.resolve();
  await Promise.all(
    leaving.map(async (link) => {
      try {
        await fetch(`${service.url}${link}/cancel`, { method: 'POST' });
        answers += 1;
        if (answers === answered) killed = service.kill();
      } catch {
        // Whoever got no answer asks again later, as people do.
      }
    }),
  );
  await killed;
};

const rowsOf = async (session: string) =>
  (
    await training.database.pool.query<{ id: string; status: string; arrival: number }>(
      'select id, status, arrival from enrolment where session_id = $1 order by arrival',
      [session],
    )
  ).rows;

/** What the broker holds about an enrolment, each message once however often it is read. */
const published = async (type: string): Promise<StoredEvent[]> => {
  const { jetstream, manager } = training.broker.admin;
  const subject = `ateneu.training.enrolment.${type}.v1`;
  const { state } = await manager.streams.info(streams.events, { subjects_filter: subject });
  const count = Object.values(state.subjects ?? {}).reduce((sum, each) => sum + each, 0);
  if (count === 0) return [];
  const consumer = await jetstream.consumers.get(streams.events, { filter_subjects: [subject] });
  const events: StoredEvent[] = [];
  for await (const message of await consumer.fetch({ max_messages: count, expires: 5_000 })) {
    events.push(message.json<StoredEvent>());
    if (events.length === count) break;
  }
  return events;
};

describe('ten who leave at once', () => {
  it.each(process.env['ATENEU_MEASURE'] === '1' ? [0, 1, 2, 4, 6, 8, 9] : [1, 6])(
    'make room for exactly the next ten, also where the process is killed after %i of them were answered',
    async (answered) => {
      const { session, leaving } = await scene();
      const environment = await training.environment();
      const service = await spawnTraining(environment);
      await leaveUntil(service, leaving, answered);

      const between = await rowsOf(session);
      const left = between.filter(({ status }) => status === 'cancelled').length;
      // Whatever moment it was: who left and who came in are of one transaction.
      expect(between.filter(({ status }) => status === 'confirmed')).toHaveLength(places);
      expect(between.filter(({ arrival, status }) => arrival > places && status === 'confirmed')).toHaveLength(left);

      const again = await spawnTraining(environment);
      try {
        for (const link of leaving) {
          const answer = await fetch(`${again.url}${link}/cancel`, { method: 'POST' });
          expect(answer.status).toBe(200);
        }
        const rows = await rowsOf(session);
        expect(rows.map(({ status }) => status)).toEqual([
          ...Array.from({ length: places }, () => 'cancelled'),
          ...Array.from({ length: places }, () => 'confirmed'),
          ...Array.from({ length: 15 }, () => 'waiting'),
        ]);
        const promoted = rows.slice(places, 2 * places).map(({ id }) => id);
        const told = async () =>
          (await published('promoted'))
            .filter(({ data }) => data['sessionId'] === session)
            .map(({ subject }) => subject)
            .toSorted();
        await expect.poll(told, { timeout: 30_000 }).toEqual(promoted.toSorted());
      } finally {
        await again.kill();
      }
    },
    120_000,
  );
});
