import { setTimeout as delay } from 'node:timers/promises';

import { type FaultKind, inject, type Site } from './faults.ts';
import { createPlan, everyFault, nameOf } from './plan.ts';
import { type FaultRecord, followRecovery } from './recovery.ts';

/** The faults of a run. */
export interface Injector {
  readonly records: readonly FaultRecord[];
  /** Faults that could not be done, and why. */
  readonly misses: readonly string[];
  /** How many ways there are in which something can go wrong, and those that this run has not met. */
  coverage(): { readonly all: number; readonly unmet: readonly string[] };
  /** Ends with the fault that is under way, healed. */
  stop(): Promise<void>;
  /** Resolves once it is known how long every fault was felt; to be asked when all is at rest. */
  settled(): Promise<void>;
}

/** What is only a nuisance needs no time to recover from. */
const mild = new Set<FaultKind>(['forge message', 'repeat events', 'republish window', 'jump clock']);

/** Does faults one after another, with pauses, those that were met least first: the seed decides between equals. */
export function startInjector(
  site: Site & { pauseMs: number; short: boolean; idle: boolean },
  say: (line: string) => void,
): Injector {
  const { random, short } = site;
  const records: FaultRecord[] = [];
  const misses: string[] = [];
  const followed: Promise<void>[] = [];
  // A killed sender of mail is noticed after half a minute: too long for the short run.
  const faults = everyFault.filter(({ kind }) => !short || kind !== 'kill notifications');
  const plan = createPlan(faults, random);
  const begun = Date.now();
  const stopping = new AbortController();
  let over = false;
  const finished = (async () => {
    while (!stopping.signal.aborted && !site.idle) {
      const fault = plan.next();
      const { kind } = fault;
      const pauseMs = mild.has(kind) ? site.pauseMs / 4 : site.pauseMs;
      await delay(Math.round(random.whole(pauseMs / 4, pauseMs)));
      if (stopping.signal.aborted) return;
      const at = Date.now();
      try {
        const done = await inject(fault, site);
        const record: FaultRecord = { kind, at, endedAt: Date.now(), detail: done.detail, service: done.service };
        if (done.missed !== true) plan.meet(fault);
        records.push(record);
        followed.push(followRecovery(record, done, site, () => over));
        say(`${((at - begun) / 1_000).toFixed(1).padStart(6)} s  ${kind}: ${done.detail}`);
      } catch (error) {
        // A window cannot be republished into a database that is away.
        misses.push(`${nameOf(fault)}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  })();
  return {
    records,
    misses,
    coverage: () => ({ all: faults.length, unmet: plan.unmet().map(nameOf) }),
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
