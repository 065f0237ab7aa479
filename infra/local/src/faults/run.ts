import { setTimeout as delay } from 'node:timers/promises';

import { check } from './check/check.ts';
import type { Evidence, SeenByPartner } from './check/evidence.ts';
import { gatherEvidence } from './check/gather.ts';
import { countDoubtful } from './check/mails.ts';
import { createHistory, type History } from './history.ts';
import { type Injector, startInjector } from './inject/injector.ts';
import { untilQuiet } from './inject/quiet.ts';
import { startLoad } from './load/load.ts';
import type { Options } from './options.ts';
import { createRandom } from './random.ts';
import { behaviourTable, faultTable, operationTable, totalLines, violationLines } from './report.ts';
import { growthOf, soak, soakTable } from './soak.ts';
import { createWorld, processCounts, type World } from './rig/world.ts';

/** The short run as a whole, what of it is for coming to rest, and the least load that is worth the start. */
const [shortRunSeconds, windDownSeconds, shortestLoadSeconds] = [40, 14, 6];

/** Plays one run. @returns whether every promise held */
export async function run(options: Options): Promise<boolean> {
  const startedAt = Date.now();
  const since = (from: number): string => `${((Date.now() - from) / 1_000).toFixed(1)} s`;
  console.log(
    `Seed ${options.seed}: ${options.seconds} s of load at ${options.rate} operations/s, ${options.soak ? 'to see what grows' : 'with faults'}.`,
  );
  const world = await createWorld(processCounts(options.instances));
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
  let held = false;
  try {
    console.log(`Up in ${since(startedAt)}: ${world.postgres.description}, ${world.nats.description}; ${world.folder}`);
    held = await play(world, { ...options, seconds: secondsLeft(options, startedAt) }, interruption.signal);
  } finally {
    await world.close(options.keep || !held);
  }
  if (!held) console.log(`Logs and data: ${world.folder}`);
  console.log(`Seed ${options.seed}, ${since(startedAt)} in all.`);
  return held;
}

/** Where a slow machine has spent the short run's time on starting, less of it is left for load. */
function secondsLeft({ short, seconds }: Options, startedAt: number): number {
  if (!short) return seconds;
  const left = shortRunSeconds - (Date.now() - startedAt) / 1_000 - windDownSeconds;
  return Math.max(shortestLoadSeconds, Math.min(seconds, left));
}

async function play(world: World, options: Options, interrupted: AbortSignal): Promise<boolean> {
  const history = createHistory();
  const load = await startLoad(world, history, options.seed, options.rate);
  const injector = startInjector(
    {
      world,
      history,
      random: createRandom(options.seed + 2),
      longestMs: options.short ? 800 : 5_000,
      cutOffMs: options.short ? 1_500 : options.seconds < 600 ? 8_000 : Math.min(180_000, options.seconds * 100),
      pauseMs: options.short ? 2_000 : 4_000,
      short: options.short,
      idle: options.soak,
    },
    console.log,
  );
  const soaked = options.soak ? await soak(world, options.seconds, interrupted) : undefined;
  if (soaked === undefined)
    await delay(options.seconds * 1_000, undefined, { signal: interrupted }).catch(() => undefined);
  await injector.stop();
  const healedAt = Date.now();
  await load.finish();
  const moving = await untilQuiet(world, options.patienceSeconds * 1_000);
  const quietMs = Date.now() - healedAt;
  await injector.settled();
  await load.partner.stop();
  const evidence = await gatherEvidence(world, load.partner.seen);
  if (soaked !== undefined) console.log(`\n${soakTable(soaked)}`);
  const grown = soaked === undefined ? [] : growthOf(soaked).map((detail) => ({ rule: 'growth', detail }));
  const violations = [
    ...grown,
    ...moving.map((detail) => ({ rule: 'not-at-rest', detail })),
    ...check(history, evidence),
  ];
  tell(history, evidence, injector, world, quietMs);
  tellCoverage(injector, options.short);
  if (violations.length === 0) {
    console.log('\nNothing lost, nothing doubled, every order kept.');
    return true;
  }
  console.log(`\nBROKEN, seed ${options.seed}:\n${violationLines(violations)}`);
  return false;
}

function tell(history: History, evidence: Evidence, injector: Injector, world: World, quietMs: number): void {
  const { seenByPartner } = evidence;
  const distinct = new Set(seenByPartner.map((event: SeenByPartner) => event.id)).size;
  console.log(
    `\n${faultTable(injector.records)}\n\n${behaviourTable(injector.records, history)}\n\n${operationTable(history)}\n`,
  );
  console.log(
    totalLines(history, {
      events: evidence.outbox.length,
      streamed: evidence.stream.length,
      partnerEvents: distinct,
      partnerRepeats: seenByPartner.length - distinct,
      deadLetters: evidence.deadLetters.length,
      mails: evidence.mails.length,
      doubtful: countDoubtful(evidence),
      quietMs,
    }),
  );
  const failedStarts = world.instances.reduce((sum, instance) => sum + instance.failedStarts(), 0);
  if (failedStarts > 0)
    console.log(`starts that failed because something was away, and were repeated: ${failedStarts}`);
  if (injector.misses.length > 0) console.log(`faults that could not be done: ${injector.misses.join('; ')}`);
}

/** A short run cannot meet all of it, and is not told what it has not. */
function tellCoverage({ records, coverage }: Injector, short: boolean): void {
  if (records.length === 0) return;
  const { all, unmet } = coverage();
  const rest = short || unmet.length === 0 ? '' : `; not met: ${unmet.join(', ')}`;
  console.log(`ways to fail that were met: ${all - unmet.length} of ${all}${rest}`);
}
