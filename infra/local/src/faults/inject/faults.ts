import { setTimeout as delay } from 'node:timers/promises';

import { DiscardPolicy } from '@nats-io/jetstream';
import { steps } from '@ateneu/persistence';

import { type ServiceName, serviceNames } from '../../settings.ts';
import type { History } from '../history.ts';
import type { Random } from '../random.ts';
import type { Instance } from '../rig/instance.ts';
import type { World } from '../rig/world.ts';
import { forge, forgeries, repeatEvents } from './forge.ts';

/** What can go wrong. */
export const faultKinds = [
  'kill directory',
  'kill training',
  'kill accompaniment',
  'kill notifications',
  'kill relay leader',
  'kill broker',
  'freeze broker',
  'fill broker',
  'crash database',
  'crash at a step',
  'cut off broker',
  'cut off database',
  'slow network',
  'jump clock',
  'republish window',
  'repeat events',
  'forge message',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** One fault as it was done. */
export interface DoneFault {
  /** What exactly: which process, for how long. */
  readonly detail: string;
  /** Whose writes may have suffered: all when absent. */
  readonly service?: ServiceName | undefined;
}

/** How often each kind comes in a round: what breaks something more often than what is only a nuisance. */
export const timesARound: Readonly<Record<FaultKind, number>> = {
  'kill directory': 1,
  'kill training': 1,
  'kill accompaniment': 1,
  'kill notifications': 1,
  'kill relay leader': 2,
  'kill broker': 2,
  'freeze broker': 1,
  'fill broker': 1,
  'crash database': 2,
  'crash at a step': 8,
  'cut off broker': 1,
  'cut off database': 1,
  'slow network': 1,
  'jump clock': 1,
  'republish window': 1,
  'repeat events': 1,
  'forge message': 2,
};

/** What a fault needs. */
export interface Site {
  readonly world: World;
  readonly history: History;
  readonly random: Random;
  /** How long something stays away at most, in milliseconds. */
  readonly longestMs: number;
  /** How long a server is out of reach at most, in milliseconds: minutes, where the run is long enough. */
  readonly cutOffMs: number;
  /** The steps at which nobody has been crashed in this round. */
  readonly stepsLeft: string[];
}

/** Does one fault and heals it; a killed process may still be on its way up. */
export async function inject(kind: FaultKind, site: Site): Promise<DoneFault> {
  const { world, history, random, longestMs } = site;
  const { nats, postgres, admin, links } = world;
  const awayMs = random.whole(0, longestMs);
  switch (kind) {
    case 'kill directory':
    case 'kill training':
    case 'kill accompaniment':
    case 'kill notifications': {
      const service = kind.slice('kill '.length) as ServiceName;
      const victim = random.pick(world.instances.filter((instance) => instance.service === service));
      await victim.kill(awayMs);
      return { detail: `${victim.name}, away ${awayMs} ms`, service };
    }
    case 'kill relay leader': {
      const leader = await leaderOf(world.instances);
      await leader?.kill(awayMs);
      return { detail: leader === undefined ? 'nobody led' : `${leader.name}, away ${awayMs} ms`, service: 'training' };
    }
    case 'kill broker':
      await nats.crash('SIGKILL');
      await delay(awayMs);
      await nats.revive();
      return { detail: `away ${awayMs} ms` };
    case 'freeze broker': {
      const frozenMs = awayMs + 1_000;
      await nats.freeze();
      try {
        await delay(frozenMs);
      } finally {
        await nats.thaw();
      }
      return { detail: `for ${frozenMs} ms` };
    }
    case 'crash database':
      // Immediate shutdown: no goodbye to anybody, and recovery from the log at the next start.
      await postgres.crash('SIGQUIT');
      await delay(awayMs);
      await postgres.revive();
      return { detail: `away ${awayMs} ms` };
    case 'crash at a step':
      return crashAtStep(site);
    case 'fill broker':
      return { detail: `takes nothing for ${await fillBroker(admin, awayMs + 1_000)} ms` };
    case 'cut off broker':
    case 'cut off database': {
      const link = kind === 'cut off broker' ? links.broker : links.database;
      const lost = random.chance(0.5);
      const cutOffMs = random.whole(1_000, site.cutOffMs);
      if (lost) link.silence();
      else link.cut();
      await delay(cutOffMs);
      link.heal();
      return { detail: `${lost ? 'packets lost' : 'connections refused'} for ${cutOffMs} ms` };
    }
    case 'slow network': {
      const delayMs = random.whole(20, 200);
      for (const link of Object.values(links)) link.slow(delayMs);
      await delay(awayMs + 1_000);
      for (const link of Object.values(links)) link.heal();
      return { detail: `${delayMs} ms each way for ${awayMs + 1_000} ms` };
    }
    case 'jump clock': {
      const victim = random.pick(world.instances);
      const minutes = random.pick([-5, 5]);
      victim.setClock(minutes * 60_000);
      await delay(awayMs + 500);
      victim.setClock(0);
      return { detail: `${victim.name}, ${minutes} minutes for ${awayMs + 500} ms`, service: victim.service };
    }
    case 'republish window': {
      const service = random.pick(serviceNames);
      const seconds = random.whole(2, 60);
      const count = await world.databases.republishLast(service, seconds);
      return { detail: `${service}, ${count} events of the last ${seconds} s`, service };
    }
    case 'repeat events':
      return { detail: `${await repeatEvents(admin, random)} events, without message ids` };
    case 'forge message': {
      const forged = await forge(admin, random.pick(forgeries));
      history.forged.push(forged);
      return { detail: forged.what };
    }
  }
}

/** Whoever comes to a step first ends itself there; the next time it is another step. */
async function crashAtStep({ world, random, stepsLeft }: Site): Promise<DoneFault> {
  if (stepsLeft.length === 0) stepsLeft.push(...random.shuffled([...steps]));
  const step = stepsLeft.pop() ?? '';
  // Who leads no relay or hears of nothing never comes there: the busiest service does, in one process or the other.
  const candidates = world.instances.filter(({ service }) => service === 'training');
  const crashed = await Promise.all(candidates.map((candidate) => candidate.crashAt(step, 5_000)));
  const names = candidates.filter((_, index) => crashed[index]).map(({ name }) => name);
  return { detail: `${names.length === 0 ? 'nobody came' : names.join(' and ')}: ${step}`, service: 'training' };
}

/** The broker refuses to store anything more, as it does when its disk is full. Returns for how long. */
async function fillBroker({ manager }: World['admin'], forMs: number): Promise<number> {
  const filled = ['EVENTS', 'REFERRALS'];
  for (const stream of filled) {
    const { state } = await manager.streams.info(stream);
    await manager.streams.update(stream, { max_bytes: Math.max(1, state.bytes), discard: DiscardPolicy.New });
  }
  await delay(forMs);
  for (const stream of filled) await manager.streams.update(stream, { max_bytes: -1, discard: DiscardPolicy.Old });
  return forMs;
}

async function leaderOf(instances: readonly Instance[]): Promise<Instance | undefined> {
  for (const instance of instances) {
    if (instance.service === 'training' && (await instance.leadsRelay())) return instance;
  }
  return undefined;
}
