import { type LocalizedText, newId } from '@ateneu/kernel';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { LockMode } from '@mikro-orm/core';

import { daysBetween, dayOf, plusDays } from '../../madrid.ts';
import type { Programme } from '../../vocabulary.ts';
import {
  courseNotFound,
  createSession,
  decideSession,
  initialSession,
  lockSession,
  type SessionDetails,
  type SessionEnrolments,
  SessionEntity,
  type SessionRow,
  sessionState,
  updateSession,
} from '../session/index.ts';
import { CourseEntity, type CourseRow } from './course.entity.ts';
import { courseWithoutSessions, courseWrongState } from './course.errors.ts';

/** What staff say of a course. */
export interface CourseDetails {
  title: LocalizedText;
  summary: LocalizedText;
  programme: Programme;
}

/** Where a course stands after a change. */
export interface CourseVersion {
  id: string;
  version: number;
  status: CourseRow['status'];
}

/** Saves courses, each time in one transaction with whatever becomes of the sessions. */
export interface CourseStore {
  draft(details: CourseDetails, at: Date, options?: { idempotency?: Idempotency | undefined }): Promise<CourseVersion>;
  /** @throws DomainError `training.course.not-found`, `.wrong-state`, `kit.record.changed` */
  edit(id: string, details: CourseDetails, expectedVersion: number, at: Date): Promise<CourseVersion>;
  /** Publishes the course with every session that is a draft. @throws DomainError as `edit` and as a session's publication */
  publish(id: string, expectedVersion: number, at: Date): Promise<CourseVersion>;
  /** Cancels the course with every session that was not held; everybody enrolled is told. @throws DomainError as `edit` */
  cancel(id: string, reason: LocalizedText, expectedVersion: number, at: Date): Promise<CourseVersion>;
  /**
   * Makes a draft of the same course with the same sessions, the first of them on `startsOn` (`YYYY-MM-DD`) and the others
   * as many days later as before, at the same times of the clock. People, rooms and dates of enrolment are not copied.
   *
   * @throws DomainError `training.course.not-found`, `.without-sessions`
   */
  clone(
    id: string,
    startsOn: string,
    at: Date,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<CourseVersion & { sessionIds: string[] }>;
  /** The same for one session, within its course if it has one. @throws DomainError `training.session.not-found` */
  cloneSession(
    id: string,
    startsOn: string,
    at: Date,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<{ id: string; version: number }>;
}

export function createCourseStore(database: Database, enrolments: SessionEnrolments): CourseStore {
  return {
    draft: (details, at, options = {}) =>
      transact(database, async (tx) => versionOf(insert(tx, { ...details, clonedFrom: null }, at)), options),
    edit: (id, details, expectedVersion, at) =>
      transact(database, async (tx) => {
        const row = await lockCourse(tx, id, expectedVersion);
        if (row.status === 'cancelled') throw courseWrongState({ status: row.status });
        tx.em.assign(row, { ...details, version: row.version + 1, updatedAt: at });
        return versionOf(row);
      }),
    publish: (id, expectedVersion, at) =>
      transact(database, async (tx) => {
        const row = await lockCourse(tx, id, expectedVersion);
        if (row.status === 'published') return versionOf(row);
        if (row.status === 'cancelled') throw courseWrongState({ status: row.status });
        const sessions = await sessionsOf(tx, id);
        if (sessions.length === 0) throw courseWithoutSessions();
        tx.em.assign(row, { status: 'published', publishedAt: at, version: row.version + 1, updatedAt: at });
        for (const session of sessions) {
          if (session.status !== 'draft') continue;
          await updateSession(tx, enrolments, session.id, (state) => decideSession({ type: 'publish', at }, state));
        }
        return versionOf(row);
      }),
    cancel: (id, reason, expectedVersion, at) =>
      transact(database, async (tx) => {
        const row = await lockCourse(tx, id, expectedVersion);
        if (row.status === 'cancelled') return versionOf(row);
        const change = {
          status: 'cancelled',
          cancellationReason: reason,
          version: row.version + 1,
          updatedAt: at,
        } as const;
        tx.em.assign(row, change);
        for (const session of await sessionsOf(tx, id)) {
          if (session.status === 'held') continue;
          await updateSession(tx, enrolments, session.id, (state) =>
            decideSession({ type: 'cancel', reason, at }, state),
          );
        }
        return versionOf(row);
      }),
    clone: (id, startsOn, at, options = {}) => transact(database, (tx) => cloneCourse(tx, id, startsOn, at), options),
    cloneSession: (id, startsOn, at, options = {}) =>
      transact(
        database,
        async (tx) => {
          const session = await lockSession(tx, id);
          const days = daysBetween(dayOf(session.startsAt), startsOn);
          return copySession(tx, session, days, session.courseId ?? undefined, at);
        },
        options,
      ),
  };
}

async function cloneCourse(tx: Transaction, id: string, startsOn: string, at: Date) {
  const original = await tx.em.findOne(CourseEntity, { id });
  if (original === null) throw courseNotFound();
  const sessions = (await sessionsOf(tx, id)).filter(({ status }) => status !== 'cancelled');
  const [first] = sessions.toSorted((left, right) => left.startsAt.getTime() - right.startsAt.getTime());
  if (first === undefined) throw courseWithoutSessions();
  const { title, summary, programme } = original;
  const copy = insert(tx, { title, summary, programme, clonedFrom: id }, at);
  // The sessions point to it.
  await tx.em.flush();
  const days = daysBetween(dayOf(first.startsAt), startsOn);
  const sessionIds: string[] = [];
  for (const session of sessions) sessionIds.push((await copySession(tx, session, days, copy.id, at)).id);
  return { ...versionOf(copy), sessionIds };
}

/** The same session so many days later, as a draft: nobody's, and without the room, which may be taken by then. */
function copySession(tx: Transaction, row: SessionRow, days: number, courseId: string | undefined, at: Date) {
  const state = sessionState(row);
  if (state.status === 'none') throw new TypeError('A session that has a row exists.');
  const { enrolmentOpensAt: _, enrolmentClosesAt: __, roomId: ___, ...kept } = state.details;
  const details: SessionDetails = {
    ...kept,
    courseId,
    startsAt: plusDays(kept.startsAt, days),
    endsAt: plusDays(kept.endsAt, days),
  };
  const { capacity, onlineCapacity } = state;
  const command = { type: 'draft', id: newId(), details, capacity, onlineCapacity, at } as const;
  return createSession(tx, decideSession(command, initialSession));
}

function insert(tx: Transaction, details: CourseDetails & { clonedFrom: string | null }, at: Date): CourseRow {
  const columns = { id: newId(), version: 1, status: 'draft', createdAt: at, updatedAt: at } as const;
  return tx.em.create(CourseEntity, { ...columns, ...details }, { persist: true });
}

async function lockCourse(tx: Transaction, id: string, expectedVersion: number): Promise<CourseRow> {
  const row = await tx.em.findOne(CourseEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null) throw courseNotFound();
  if (row.version !== expectedVersion) throw recordChanged({ current: row.version });
  return row;
}

/** By id, so that whoever locks several of them locks them in one order. */
function sessionsOf(tx: Transaction, courseId: string): Promise<SessionRow[]> {
  return tx.em.find(SessionEntity, { courseId }, { orderBy: { id: 'asc' } });
}

function versionOf({ id, version, status }: CourseRow): CourseVersion {
  return { id, version, status };
}
