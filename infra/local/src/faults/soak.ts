import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { serviceNames } from '../settings.ts';
import { table } from './report.ts';
import type { World } from './rig/world.ts';

/** What must not grow, at one moment. */
export interface Reading {
  /** Of each process, by its name. */
  readonly processes: Readonly<Record<string, { readonly megabytes: number; readonly descriptors: number }>>;
  /** Connections to the database, by who holds them. */
  readonly connections: Readonly<Record<string, number>>;
  /** How long the oldest event of any outbox has waited, in seconds. */
  readonly outboxAge: number;
  /** Events before the consumers and in their hands. */
  readonly lag: number;
}

/** Reads it all. Of processes Linux alone tells. */
export async function read(world: World): Promise<Reading> {
  const processes: Record<string, { megabytes: number; descriptors: number }> = {};
  for (const { name, pid } of world.instances) processes[name] = await weigh(pid());
  const [first] = serviceNames;
  const held = await world.databases.query<{ holder: string; count: number }>(
    first ?? 'directory',
    `select application_name as holder, count(*)::int as count from pg_stat_activity
     where backend_type = 'client backend' and application_name not in ('', 'faults') group by 1 order by 1`,
  );
  let outboxAge = 0;
  for (const service of serviceNames) {
    const [row] = await world.databases.query<{ age: number | null }>(
      service,
      `select extract(epoch from clock_timestamp() - min(created_at))::float8 as age from outbox where published_at is null`,
    );
    outboxAge = Math.max(outboxAge, row?.age ?? 0);
  }
  let lag = 0;
  for await (const { config, num_pending, num_ack_pending } of world.admin.manager.consumers.list('EVENTS')) {
    if (config.durable_name !== undefined) lag += num_pending + num_ack_pending;
  }
  return {
    processes,
    connections: Object.fromEntries(held.map(({ holder, count }) => [holder, count])),
    outboxAge,
    lag,
  };
}

async function weigh(pid: number | undefined): Promise<{ megabytes: number; descriptors: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  return {
    megabytes: Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024),
    descriptors: descriptors.length,
  };
}

/** Lets the load go on, and reads at its beginning, once code is compiled and pools are filled, and at its end. */
export async function soak(
  world: World,
  seconds: number,
  signal: AbortSignal,
): Promise<{ before: Reading; after: Reading }> {
  const pause = (ms: number): Promise<unknown> => delay(ms, undefined, { signal }).catch(() => undefined);
  const warmUpMs = Math.min(60_000, seconds * 250);
  await pause(warmUpMs);
  const before = await read(world);
  await pause(seconds * 1_000 - warmUpMs);
  return { before, after: await read(world) };
}

/**
 * What has grown beyond what comes and goes: a third of the memory and 40 MB, and as many
 * descriptors and connections as pools that were not yet full may still take. */
export function growthOf({ before, after }: { before: Reading; after: Reading }): string[] {
  const grown: string[] = [];
  for (const [name, now] of Object.entries(after.processes)) {
    const then = before.processes[name];
    if (then === undefined) continue;
    if (now.megabytes > then.megabytes * 1.33 && now.megabytes > then.megabytes + 40)
      grown.push(`${name} weighs ${now.megabytes} MB after ${then.megabytes}`);
    if (now.descriptors > then.descriptors + 40)
      grown.push(`${name} holds ${now.descriptors} descriptors after ${then.descriptors}`);
  }
  for (const [holder, count] of Object.entries(after.connections)) {
    const then = before.connections[holder] ?? 0;
    if (count > then + 12) grown.push(`${holder} holds ${count} connections after ${then}`);
  }
  if (after.outboxAge > before.outboxAge + 5) grown.push(`the oldest event waits ${after.outboxAge.toFixed(1)} s`);
  if (after.lag > before.lag + 200) grown.push(`consumers are ${after.lag} events behind`);
  return grown;
}

/** Both readings beside each other. */
export function soakTable({ before, after }: { before: Reading; after: Reading }): string {
  const rows = [
    ...Object.entries(after.processes).flatMap(([name, now]) => [
      [`${name}, memory in MB`, before.processes[name]?.megabytes ?? 0, now.megabytes],
      [`${name}, descriptors`, before.processes[name]?.descriptors ?? 0, now.descriptors],
    ]),
    ...Object.entries(after.connections).map(([holder, count]) => [
      `connections of ${holder}`,
      before.connections[holder] ?? 0,
      count,
    ]),
    ['oldest event in an outbox, s', before.outboxAge.toFixed(1), after.outboxAge.toFixed(1)],
    ['events before consumers', before.lag, after.lag],
  ];
  return table(['', 'at the beginning', 'at the end'], rows);
}
