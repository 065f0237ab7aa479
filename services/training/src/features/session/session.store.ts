import { evolveAll, type LocalizedText } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { LockMode } from '@mikro-orm/core';

import { keepBooking, requireRoom } from '../room/index.ts';
import { courseOf } from './course-of-session.query.ts';
import { sessionDecider } from './session.decide.ts';
import { SessionEntity, type SessionRow, toColumns, toState } from './session.entity.ts';
import { sessionNotFound } from './session.errors.ts';
import { type AttendanceTally, heldPublication, publicationsOf } from './session.publications.ts';
import type { Meeting, Session, SessionEvent } from './session.ts';

/** Where a session stands after a change. */
export interface SessionVersion {
  id: string;
  version: number;
  status: Session['status'];
}

/** What `update` gives to the decision beside the state. */
export interface UpdateContext {
  /** How many people have a place or wait for one. */
  enrolled: number;
}

/**
 * What a session needs of its enrolments, in the transaction and under the lock that change it. Whoever implements it
 * keeps the counters of the row.
 */
export interface SessionEnrolments {
  /** Gives the free places to those who wait, first come first served. */
  fillFreePlaces(tx: Transaction, session: SessionRow, at: Date): Promise<void>;
  /** Tells everybody who has a place or waits that the session moved; they keep both. */
  tellRescheduled(
    tx: Transaction,
    session: SessionRow,
    move: { previous: Meeting; reason: LocalizedText; at: Date },
  ): Promise<void>;
  /** Ends every enrolment because the session will not be held. */
  cancelAll(tx: Transaction, session: SessionRow, reason: LocalizedText, at: Date): Promise<void>;
  /** Counts who was there. */
  tally(tx: Transaction, session: SessionRow): Promise<AttendanceTally>;
}

/** Loads, decides, saves and publishes sessions, each in one transaction. */
export interface SessionStore {
  /** Saves a new session from the events that made it. */
  create(events: readonly SessionEvent[], options?: { idempotency?: Idempotency | undefined }): Promise<SessionVersion>;
  /**
   * Locks the session, lets `fn` decide, saves what it decided and moves the people it concerns. No event, no new version.
   *
   * @throws DomainError `training.session.not-found`, or `kit.record.changed` where `expectedVersion` is not current
   */
  update(
    id: string,
    fn: (state: Session, context: UpdateContext) => readonly SessionEvent[],
    options?: { expectedVersion?: number | undefined },
  ): Promise<SessionVersion>;
}

export function createSessionStore(database: Database, enrolments: SessionEnrolments): SessionStore {
  return {
    create: (events, options = {}) => transact(database, (tx) => createSession(tx, events), options),
    update: (id, fn, options = {}) =>
      transact(database, (tx) => updateSession(tx, enrolments, id, fn, options.expectedVersion)),
  };
}

/** Locks a session until the transaction ends: everything that moves its places waits in this one queue. */
export async function lockSession(tx: Transaction, id: string): Promise<SessionRow> {
  const row = await tx.em.findOne(SessionEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null) throw sessionNotFound();
  return row;
}

/** Saves a new session in a transaction in progress. */
export async function createSession(tx: Transaction, events: readonly SessionEvent[]): Promise<SessionVersion> {
  const state = evolveAll(sessionDecider, sessionDecider.initialState, events);
  const [first] = events;
  if (state.status === 'none' || first === undefined) throw new TypeError('A session begins with a draft.');
  const course = await courseOf(tx, state.details);
  await requireRoom(tx, state.details.roomId);
  const counters = {
    confirmedCount: 0,
    waitingCount: 0,
    lastArrival: 0,
    onlineConfirmedCount: 0,
    onlineWaitingCount: 0,
  };
  tx.em.create(
    SessionEntity,
    { id: state.id, version: 1, ...toColumns(state), ...counters, createdAt: first.at, updatedAt: first.at },
    { persist: true },
  );
  // The booking points to it.
  await tx.em.flush();
  await takeRoom(tx, state, first.at);
  publishAll(tx, publicationsOf(state, events, 1, course));
  return { id: state.id, version: 1, status: state.status };
}

/** Locks, decides and saves a session in a transaction in progress. @throws DomainError as `SessionStore.update` */
export async function updateSession(
  tx: Transaction,
  enrolments: SessionEnrolments,
  id: string,
  fn: Parameters<SessionStore['update']>[1],
  expectedVersion?: number,
): Promise<SessionVersion> {
  const row = await lockSession(tx, id);
  if (expectedVersion !== undefined && expectedVersion !== row.version) throw recordChanged({ current: row.version });
  const before = toState(row);
  const events = fn(before, { enrolled: row.confirmedCount + row.waitingCount });
  const last = events.at(-1);
  const state = evolveAll(sessionDecider, before, events);
  if (last !== undefined && state.status !== 'none') {
    tx.em.assign(row, { ...toColumns(state), version: row.version + 1, updatedAt: last.at });
    const course = await courseOf(tx, state.details);
    await takeRoom(tx, state, last.at);
    publishAll(tx, publicationsOf(state, events, row.version, course));
    for (const event of events) {
      if (event.type === 'capacity-changed') await enrolments.fillFreePlaces(tx, row, event.at);
      if (event.type === 'rescheduled') await enrolments.tellRescheduled(tx, row, event);
      if (event.type === 'held') {
        const tally = await enrolments.tally(tx, row);
        publishAll(tx, [heldPublication(state, { version: row.version, at: event.at, course, tally })]);
      }
      if (event.type === 'cancelled') await enrolments.cancelAll(tx, row, event.reason, event.at);
    }
  }
  return { id, version: row.version, status: row.status };
}

/** A session has its room from its draft until it is cancelled. */
function takeRoom(tx: Transaction, state: Exclude<Session, { status: 'none' }>, at: Date): Promise<void> {
  const { title, startsAt, endsAt, roomId } = state.details;
  const use = { sessionId: state.id, title: title.ca, startsAt, endsAt, at };
  return keepBooking(tx, { ...use, roomId: state.status === 'cancelled' ? undefined : roomId });
}
