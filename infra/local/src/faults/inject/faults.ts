import { setTimeout as delay } from 'node:timers/promises';

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
  'crash database',
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
  'crash database': 2,
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
}

/** Does one fault and heals it; a killed process may still be on its way up. */
export async function inject(kind: FaultKind, { world, history, random, longestMs }: Site): Promise<DoneFault> {
  const { nats, postgres, admin } = world;
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

async function leaderOf(instances: readonly Instance[]): Promise<Instance | undefined> {
  for (const instance of instances) {
    if (instance.service === 'training' && (await instance.leadsRelay())) return instance;
  }
  return undefined;
}
