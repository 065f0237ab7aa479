import { DiscardPolicy, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

import type { Broker } from './broker.ts';

/** The names of the platform's streams. */
export const streams = { events: 'EVENTS', referrals: 'REFERRALS', deadLetters: 'DEAD_LETTERS' } as const;

/** The name of one of them. */
export type StreamName = (typeof streams)[keyof typeof streams];

/** Where messages are published again for one service alone. */
export function replaySubjectOf(service: string): string {
  return `replay.${service}`;
}

/** How the streams are to be kept. */
export interface TopologyOptions {
  /** Copies of each stream: 1 on one machine, 3 in production. */
  replicas?: number;
}

const days = (count: number): number => nanos(count * 24 * 60 * 60 * 1_000);

/**
 * Creates the platform's streams, or brings them to this shape; running it again changes nothing.
 *
 * Events and partners' copies stay 30 days, dead letters 90. `allow_atomic` lets a relay publish a batch whole or not
 * at all. The duplicate window is the broker's default of 2 minutes: a help, never the promise (the inbox is).
 */
export async function ensureTopology(broker: Broker, options: TopologyOptions = {}): Promise<void> {
  const shared = {
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    num_replicas: options.replicas ?? 1,
    duplicate_window: nanos(2 * 60 * 1_000),
    allow_direct: true,
  };
  const wanted = [
    { name: streams.events, subjects: ['ateneu.>', 'replay.*'], max_age: days(30), allow_atomic: true, ...shared },
    { name: streams.referrals, subjects: ['referral.>'], max_age: days(30), allow_atomic: true, ...shared },
    { name: streams.deadLetters, subjects: ['dead.>'], max_age: days(90), ...shared },
  ];
  const existing = new Set<string>();
  for await (const name of broker.manager.streams.names()) existing.add(name);
  for (const config of wanted) {
    if (existing.has(config.name)) await broker.manager.streams.update(config.name, config);
    else await broker.manager.streams.add(config);
  }
}
