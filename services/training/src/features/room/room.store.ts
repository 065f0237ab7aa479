import { currentActor, newId } from '@ateneu/kernel';
import { recordChanged, type Transaction } from '@ateneu/persistence';

import { bookingNotFound, roomNameTaken, roomNotFound, roomTaken } from './room.errors.ts';

/** What takes a room. */
export interface BookingRequest {
  roomId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  at: Date;
}

/** A session as its room sees it. */
export interface RoomUse extends Omit<BookingRequest, 'roomId'> {
  sessionId: string;
  /** None for a session that needs no room of ours, or will not be held. */
  roomId: string | undefined;
}

/**
 * Keeps the booking of a session as the session stands now, in the session's own transaction.
 *
 * @throws DomainError `training.room.taken`, `training.room.not-found`
 */
export async function keepBooking(tx: Transaction, use: RoomUse): Promise<void> {
  const { sessionId, roomId } = use;
  if (roomId === undefined) {
    await tx.query('delete from room_booking where session_id = $1', [sessionId]);
    return;
  }
  await refuseConflicts(() =>
    tx.query(
      `insert into room_booking (id, room_id, session_id, title, starts_at, ends_at, booked_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (session_id) do update
         set room_id = excluded.room_id, title = excluded.title, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
      [newId(), roomId, sessionId, use.title, use.startsAt, use.endsAt, currentActor().id, use.at],
    ),
  );
}

/** @throws DomainError `training.room.not-found` */
export async function requireRoom(tx: Transaction, roomId: string | undefined): Promise<void> {
  if (roomId === undefined) return;
  const found = await tx.query('select from room where id = $1', [roomId]);
  if (found.length === 0) throw roomNotFound();
}

/** Books a room for something that is no session. @throws DomainError as {@link keepBooking} */
export async function insertBooking(tx: Transaction, id: string, request: BookingRequest): Promise<void> {
  const { roomId, title, startsAt, endsAt, at } = request;
  await refuseConflicts(() =>
    tx.query(
      `insert into room_booking (id, room_id, title, starts_at, ends_at, booked_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, roomId, title, startsAt, endsAt, currentActor().id, at],
    ),
  );
}

/** Gives a room back. @throws DomainError `training.room.booking-not-found` */
export async function deleteBooking(tx: Transaction, roomId: string, id: string): Promise<void> {
  const gone = await tx.query(
    'delete from room_booking where id = $1 and room_id = $2 and session_id is null returning id',
    [id, roomId],
  );
  if (gone.length === 0) throw bookingNotFound();
}

/** What staff say of a room. */
export interface RoomDetails {
  name: string;
  address?: string | undefined;
  capacity: number;
  accessible: boolean;
  equipment?: string | undefined;
}

export async function insertRoom(tx: Transaction, id: string, room: RoomDetails, at: Date): Promise<void> {
  await refuseConflicts(() =>
    tx.query(
      `insert into room (id, version, name, address, capacity, accessible, equipment, created_at)
       values ($1, 1, $2, $3, $4, $5, $6, $7)`,
      [id, room.name, room.address ?? null, room.capacity, room.accessible, room.equipment ?? null, at],
    ),
  );
}

/**
 * Replaces what a room says, and answers with its new version.
 *
 * @throws DomainError `training.room.not-found`, `training.room.name-taken`, or that somebody changed it meanwhile
 */
export async function updateRoom(
  tx: Transaction,
  id: string,
  room: RoomDetails,
  expectedVersion: number,
): Promise<number> {
  const [found] = await tx.query<{ version: number }>(
    'select version from room where id = $1 and archived_at is null for update',
    [id],
  );
  if (found === undefined) throw roomNotFound();
  if (found.version !== expectedVersion) throw recordChanged({ current: found.version });
  await refuseConflicts(() =>
    tx.query(
      `update room set version = version + 1, name = $2, address = $3, capacity = $4, accessible = $5, equipment = $6
       where id = $1`,
      [id, room.name, room.address ?? null, room.capacity, room.accessible, room.equipment ?? null],
    ),
  );
  return expectedVersion + 1;
}

/** PostgreSQL's names for what may go wrong, and ours. */
const refusals = { '23P01': roomTaken, '23503': roomNotFound, '23505': roomNameTaken } as const;

async function refuseConflicts(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = Object(error).code as unknown;
    const refusal = Object.entries(refusals).find(([each]) => each === code)?.[1];
    if (refusal === undefined) throw error;
    throw refusal(undefined, { cause: error });
  }
}
