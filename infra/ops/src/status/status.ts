import type { Broker } from '@ateneu/messaging';
import { streams } from '@ateneu/messaging';

import type { Access } from '../access/access.ts';

/** How a service is. Numbers are missing where it did not answer. */
export interface ServiceStatus {
  readonly name: string;
  /** `ready`, what is away, or that nobody answers. */
  readonly state: string;
  readonly outboxDepth?: number | undefined;
  readonly outboxOldestSeconds?: number | undefined;
  readonly relayLeader?: boolean | undefined;
  readonly consumerPending?: number | undefined;
  readonly consumerUnacknowledged?: number | undefined;
  readonly deadLetters?: number | undefined;
}

/** How a stream is. */
export interface StreamStatus {
  readonly name: string;
  readonly messages: number;
  readonly bytes: number;
  readonly consumers: number;
  readonly replicas: number;
  /** Copies that are not current. */
  readonly behind: number;
}

/** The whole platform. */
export interface PlatformStatus {
  readonly services: readonly ServiceStatus[];
  readonly streams: readonly StreamStatus[];
  /** Partners' durable consumers: events that wait for each, by its account. */
  readonly partners: readonly { account: string; pending: number; unacknowledged: number }[];
}

/** Asks everything at once. A service that does not answer is part of the answer. */
export async function readStatus(access: Access): Promise<PlatformStatus> {
  const broker = await access.broker();
  try {
    const [services, ofStreams, partners] = await Promise.all([
      Promise.all(Object.entries(access.services).map(([name, url]) => readService(name, url))),
      Promise.all(Object.values(streams).map((name) => readStream(broker, name))),
      readPartners(broker),
    ]);
    return { services, streams: ofStreams, partners };
  } finally {
    await broker.close();
  }
}

/** Whether somebody should look: a service not ready, an old outbox, dead letters, a copy of a stream behind. */
export function needsAttention(status: PlatformStatus): boolean {
  return (
    status.services.some(
      ({ state, outboxOldestSeconds = 0, deadLetters = 0 }) =>
        state !== 'ready' || outboxOldestSeconds > 60 || deadLetters > 0,
    ) || status.streams.some(({ behind }) => behind > 0)
  );
}

async function readService(name: string, url: string): Promise<ServiceStatus> {
  try {
    const [ready, metrics] = await Promise.all(
      ['/health/ready', '/metrics'].map(async (path) => {
        const response = await fetch(url + path, { signal: AbortSignal.timeout(5_000) });
        return { ok: response.ok, text: await response.text() };
      }),
    );
    const failing = (JSON.parse(ready?.text ?? '{}') as { failing?: string[] }).failing ?? [];
    const leader = numberIn(metrics?.text ?? '', 'outbox_relay_leader');
    return {
      name,
      state: ready?.ok === true ? 'ready' : `without ${failing.join(', ')}`,
      outboxDepth: numberIn(metrics?.text ?? '', 'outbox_depth'),
      outboxOldestSeconds: numberIn(metrics?.text ?? '', 'outbox_oldest_seconds'),
      relayLeader: leader === undefined ? undefined : leader === 1,
      consumerPending: numberIn(metrics?.text ?? '', 'consumer_pending'),
      consumerUnacknowledged: numberIn(metrics?.text ?? '', 'consumer_unacknowledged'),
      deadLetters: numberIn(metrics?.text ?? '', 'dead_letters'),
    };
  } catch {
    return { name, state: 'no answer' };
  }
}

function numberIn(metrics: string, name: string): number | undefined {
  const text = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics)?.[1];
  const value = Number(text);
  return text === undefined || Number.isNaN(value) ? undefined : value;
}

async function readStream(broker: Broker, name: string): Promise<StreamStatus> {
  const { state, config, cluster } = await broker.manager.streams.info(name);
  return {
    name,
    messages: state.messages,
    bytes: state.bytes,
    consumers: state.consumer_count,
    replicas: config.num_replicas,
    behind: (cluster?.replicas ?? []).filter(({ current, offline }) => !current || offline).length,
  };
}

async function readPartners(broker: Broker): Promise<{ account: string; pending: number; unacknowledged: number }[]> {
  const found = [];
  for await (const info of broker.manager.consumers.list(streams.referrals)) {
    found.push({ account: info.name, pending: info.num_pending, unacknowledged: info.num_ack_pending });
  }
  return found;
}
