import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { generateInitiatives, insertInitiatives } from './generated-initiatives.ts';
import { type Harness, startDirectory } from './harness.ts';

/** Times are only promised, and held to, on a machine that has nothing else to do. */
const measuring = process.env['ATENEU_MEASURE'] !== undefined;
const perSecond = 50;
const promisedMs = 50;

const texts = [
  '',
  'q=trencadis',
  'q=coop',
  'q=taller%20de%20costura',
  'q=de',
  'q=projecte',
  'q=iniciativa%20bellvitge',
];
const filters = [
  '',
  'sector=cures',
  'sector=cures&sector=educacio',
  'legalForm=associacio',
  'cooperative=yes',
  'neighbourhood=7',
  'district=IV',
  'sector=cures&district=II&district=III',
  'bbox=2.1,41.36,2.11,41.37',
  'bbox=2,41,2.3,41.5',
  'near=2.1,41.36',
  'near=2.1,41.36&within=500&sector=oci',
];

describe.skipIf(!measuring)('of 100,000 initiatives, at 50 requests a second', () => {
  let directory: Harness;
  beforeAll(async () => {
    directory = await startDirectory({ LOG_LEVEL: 'silent' });
    await insertInitiatives(directory.database, generateInitiatives(100_000));
    await directory.database.pool.query('vacuum analyze initiative');
  }, 600_000);
  afterAll(() => directory.close());

  it.each(['', 'sort=name', 'sort=newest'])(
    'the first page of any filter and text (%s) is there within 50 ms for 99 of 100',
    async (sort) => {
      const queries = filters.flatMap((filter) => texts.map((text) => [filter, text, sort].filter(Boolean).join('&')));
      const ask = async (query: string) => {
        const begun = performance.now();
        const answer = await directory.app.inject({ url: `/v1/initiatives?${query}` });
        expect(answer.statusCode, query).toBe(200);
        return { query, tookMs: performance.now() - begun };
      };
      // Once for PostgreSQL to read what it holds in memory afterwards, and to prepare each shape.
      for (const query of queries) await ask(query);
      const asked: Promise<{ query: string; tookMs: number }>[] = [];
      const begun = performance.now();
      for (const [index, query] of [...queries, ...queries, ...queries].entries()) {
        const dueMs = begun + (index * 1_000) / perSecond - performance.now();
        if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
        asked.push(ask(query));
      }
      const times = (await Promise.all(asked)).toSorted((left, right) => left.tookMs - right.tookMs);
      const at = (share: number) => times[Math.ceil(times.length * share) - 1];
      const slowest = times.slice(-8).map(({ query, tookMs }) => `${tookMs.toFixed(0)} ms ${query}`);
      process.stdout.write(
        `${sort || 'default order'}: p50 ${at(0.5)?.tookMs.toFixed(1)} ms, p99 ${at(0.99)?.tookMs.toFixed(1)} ms of ${times.length}\n  ${slowest.join('\n  ')}\n`,
      );
      expect(at(0.99)?.tookMs).toBeLessThan(promisedMs);
    },
    600_000,
  );
});
