import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { moderationOf, proposal } from './moderation.ts';

let directory: Harness;
beforeAll(async () => {
  directory = await startDirectory();
});
afterAll(() => directory.close());

it('republish tells the present state of every published initiative, and of nothing else', async () => {
  const moderation = moderationOf(directory);
  const published = [await moderation.publish('Una'), await moderation.publish('Dues', { taxId: 'F12345674' })];
  const gone = await moderation.publish('Retirada');
  await moderation.moderate(gone, 'unpublish', 3);
  await moderation.propose(proposal('Encara no'));
  const main = new URL('../src/main.ts', import.meta.url).pathname;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [main, 'republish'], { env: { ...process.env, ...directory.env } });
  expect(stdout).toBe('Republished: 2 initiatives.\n');
  const snapshots = async () =>
    (
      await directory.database.pool.query<{ aggregate_id: string; aggregate_version: string; data: object }>(
        `select aggregate_id, aggregate_version, payload::jsonb -> 'data' as data from outbox
         where type like '%initiative.snapshot.v1' and published_at is not null order by aggregate_id`,
      )
    ).rows;
  // The running service publishes what the command put down.
  await expect.poll(async () => (await snapshots()).map((row) => row.aggregate_id)).toEqual(published.toSorted());
  expect((await snapshots()).find((row) => row.aggregate_id === published[1])).toMatchObject({
    aggregate_version: '3',
    data: { slug: 'dues', taxId: 'F12345674', name: { ca: 'Dues' } },
  });
  expect(JSON.stringify(await snapshots())).not.toContain('montserrat');
  const failed = await run(process.execPath, [main, 'republish'], { env: { ...process.env, PORT: '0' } }).catch(
    (error: unknown) => error as { code: number; stderr: string },
  );
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('DATABASE_URL') as string });
}, 120_000);
