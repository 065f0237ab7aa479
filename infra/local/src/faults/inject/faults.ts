import { setTimeout as delay } from 'node:timers/promises';

import { DiscardPolicy } from '@nats-io/jetstream';

import { type ServiceName, serviceNames } from '../../settings.ts';
import type { History } from '../history.ts';
import type { Random } from '../random.ts';
import type { Instance } from '../rig/instance.ts';
import type { World } from '../rig/world.ts';
import { forge, type Forgery, repeatEvents } from './forge.ts';
import type { PlannedFault } from './plan.ts';

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
  /** It could not happen: nobody came to the step, nobody led, there was nothing to repeat. */
  readonly missed?: boolean;
}

/** What a fault needs. */
export interface Site {
  readonly world: World;
  readonly history: History;
  readonly random: Random;
  /** How long something stays away at most, in milliseconds. */
  readonly longestMs: number;
  /** How long a server is out of reach at most, in milliseconds: minutes, where the run is long enough. */
  readonly cutOffMs: number;
}

/** Does one fault and heals it; a killed process may still be on its way up. */
export async function inject({ kind, variant = '' }: PlannedFault, site: Site): Promise<DoneFault> {
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
      const detail = leader === undefined ? 'nobody led' : `${leader.name}, away ${awayMs} ms`;
      return { detail, service: 'training', missed: leader === undefined };
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
      return crashAtStep(site, variant);
    case 'fill broker':
      return { detail: `takes nothing for ${await fillBroker(admin, awayMs + 1_000)} ms` };
    case 'cut off broker':
    case 'cut off database': {
      const link = kind === 'cut off broker' ? links.broker : links.database;
      const cutOffMs = random.whole(1_000, site.cutOffMs);
      if (variant === 'packets lost') link.silence();
      else link.cut();
      await delay(cutOffMs);
      link.heal();
      return { detail: `${variant} for ${cutOffMs} ms` };
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
      const minutes = variant === 'back' ? -5 : 5;
      victim.setClock(minutes * 60_000);
      await delay(awayMs + 500);
      victim.setClock(0);
      return { detail: `${victim.name}, ${minutes} minutes for ${awayMs + 500} ms`, service: victim.service };
    }
    case 'republish window': {
      const service = random.pick(serviceNames);
      const seconds = random.whole(2, 60);
      const count = await world.databases.republishLast(service, seconds);
      return { detail: `${service}, ${count} events of the last ${seconds} s`, service, missed: count === 0 };
    }
    case 'repeat events': {
      const count = await repeatEvents(admin, random);
      return { detail: `${count} events, without message ids`, missed: count === 0 };
    }
    case 'forge message': {
      const forged = await forge(admin, variant as Forgery);
      history.forged.push(forged);
      return { detail: forged.what };
    }
  }
}

/** Whoever comes to the step first ends itself there. */
async function crashAtStep({ world }: Site, step: string): Promise<DoneFault> {
  // Who leads no relay or hears of nothing never comes there: the busiest service does, in one process or the other.
  const candidates = world.instances.filter(({ service }) => service === 'training');
  const crashed = await Promise.all(candidates.map((candidate) => candidate.crashAt(step, 5_000)));
  const names = candidates.filter((_, index) => crashed[index]).map(({ name }) => name);
  const missed = names.length === 0;
  return { detail: `${missed ? 'nobody came' : names.join(' and ')}: ${step}`, service: 'training', missed };
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
