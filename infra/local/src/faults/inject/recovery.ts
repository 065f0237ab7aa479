import { setTimeout as delay } from 'node:timers/promises';

import { type ServiceName, serviceNames } from '../../settings.ts';
import type { History } from '../history.ts';
import type { World } from '../rig/world.ts';
import type { DoneFault, FaultKind } from './faults.ts';

/** A fault, and how long it was felt. */
export interface FaultRecord {
  readonly kind: FaultKind;
  readonly at: number;
  /** When it was over; a killed process may still be on its way up. */
  readonly endedAt: number;
  /** Whose process it hit; all when absent. */
  readonly service?: ServiceName | undefined;
  readonly detail: string;
  /** From its beginning to the next write acknowledged to a client of the service it hit, in milliseconds. */
  writesMs?: number | undefined;
  /** From its beginning until all that was written before its end had reached every consumer, in milliseconds. */
  caughtUpMs?: number | undefined;
}

/** Notes when clients and consumers are well again after a fault, while the run goes on. */
export async function followRecovery(
  record: FaultRecord,
  fault: DoneFault,
  { world, history }: { world: World; history: History },
  isOver: () => boolean,
): Promise<void> {
  const healedAt = new Date();
  let edge: number | undefined;
  while (!isOver() && (record.writesMs === undefined || record.caughtUpMs === undefined)) {
    record.writesMs ??= writesAfter(record, fault, history);
    try {
      if (edge === undefined && (await isPublishedUntil(world, healedAt))) {
        edge = (await world.admin.manager.streams.info('EVENTS')).state.last_seq;
      }
      if (edge !== undefined && (await haveRead(world, edge))) record.caughtUpMs ??= Date.now() - record.at;
    } catch {
      // Another fault is on: the answer comes after it.
    }
    await delay(250);
  }
}

function writesAfter({ at }: FaultRecord, { service }: DoneFault, { operations }: History): number | undefined {
  const hit = service === 'notifications' ? undefined : service;
  const next = operations
    .filter(
      (item) => item.outcome === 'acknowledged' && item.endedAt > at && (hit === undefined || item.service === hit),
    )
    .map((item) => item.endedAt);
  return next.length === 0 ? undefined : Math.min(...next) - at;
}

async function isPublishedUntil({ databases }: World, instant: Date): Promise<boolean> {
  for (const service of serviceNames) {
    const [row] = await databases.query<{ waiting: boolean }>(
      service,
      'select exists (select from outbox where published_at is null and created_at <= $1) as waiting',
      [instant],
    );
    if (row?.waiting !== false) return false;
  }
  return true;
}

async function haveRead({ admin }: World, sequence: number): Promise<boolean> {
  for (const service of serviceNames) {
    const { ack_floor: floor, num_pending, num_ack_pending } = await admin.manager.consumers.info('EVENTS', service);
    if (floor.stream_seq < sequence && num_pending + num_ack_pending > 0) return false;
  }
  return true;
}
