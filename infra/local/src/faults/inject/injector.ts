import { setTimeout as delay } from 'node:timers/promises';

import { type FaultKind, faultKinds, inject, type Site, timesARound } from './faults.ts';
import { type FaultRecord, followRecovery } from './recovery.ts';

/** The faults of a run. */
export interface Injector {
  readonly records: readonly FaultRecord[];
  /** Faults that could not be done, and why. */
  readonly misses: readonly string[];
  /** Ends with the fault that is under way, healed. */
  stop(): Promise<void>;
  /** Resolves once it is known how long every fault was felt; to be asked when all is at rest. */
  settled(): Promise<void>;
}

/** Does faults one after another, with pauses: round after round, each in an order that the seed decides. */
export function startInjector(
  given: Omit<Site, 'stepsLeft'> & { pauseMs: number; short: boolean; idle: boolean },
  say: (line: string) => void,
): Injector {
  const site = { ...given, stepsLeft: [] as string[] };
  const { random, short } = site;
  const records: FaultRecord[] = [];
  const misses: string[] = [];
  const followed: Promise<void>[] = [];
  const kinds = short ? shortRound : longRound;
  let round: FaultKind[] = [];
  const begun = Date.now();
  const stopping = new AbortController();
  let over = false;
  const finished = (async () => {
    while (!stopping.signal.aborted && !given.idle) {
      await delay(random.whole(site.pauseMs / 4, site.pauseMs));
      if (stopping.signal.aborted) return;
      if (round.length === 0) round = random.shuffled(kinds);
      const kind = round.pop() ?? 'kill broker';
      const at = Date.now();
      try {
        const done = await inject(kind, site);
        const record: FaultRecord = { kind, at, endedAt: Date.now(), detail: done.detail, service: done.service };
        records.push(record);
        followed.push(followRecovery(record, done, site, () => over));
        say(`${((at - begun) / 1_000).toFixed(1).padStart(6)} s  ${kind}: ${done.detail}`);
      } catch (error) {
        // A window cannot be republished into a database that is away.
        misses.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  })();
  return {
    records,
    misses,
    stop: async () => {
      stopping.abort();
      await finished;
      // A revival that failed is tried once more; where both run, this changes nothing.
      for (const link of Object.values(site.world.links)) link.heal();
      await Promise.all([site.world.nats.revive(), site.world.postgres.revive()]);
    },
    settled: async () => {
      const impatient = setTimeout(() => {
        over = true;
      }, 3_000);
      await Promise.all(followed);
      clearTimeout(impatient);
    },
  };
}

/** A killed sender of mail is noticed after half a minute: too long for the short run, which has each other kind once. */
const shortRound = faultKinds.filter((kind) => kind !== 'kill notifications');
const longRound = faultKinds.flatMap((kind) => Array.from({ length: timesARound[kind] }, () => kind));
