import type { LocalizedText } from '@ateneu/kernel';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Programme } from '../../vocabulary.ts';
import type { Session, SessionDetails, SessionMode } from './session.ts';

/**
 * The row of a session. It also carries the counters of its places, which only change under its lock: they are not the
 * session's own state, and counting never makes a new version of it.
 */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    status: p.string().$type<Exclude<Session['status'], 'none'>>(),
    title: p.json<LocalizedText>(),
    summary: p.json<LocalizedText>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    mode: p.string().$type<SessionMode>(),
    venue: p.string().nullable(),
    capacity: p.integer(),
    confirmedCount: p.integer(),
    waitingCount: p.integer(),
    lastArrival: p.integer(),
    enrolmentOpensAt: p.datetime().nullable(),
    enrolmentClosesAt: p.datetime().nullable(),
    waitingListEnabled: p.boolean(),
    cancellationReason: p.json<LocalizedText>().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    calendarSequence: p.integer(),
    calendarChangedAt: p.datetime().nullable(),
    previousStartsAt: p.datetime().nullable(),
    courseId: p.uuid().nullable(),
    programme: p.json<Programme>(),
    forMinors: p.boolean(),
    offerHours: p.integer().nullable(),
    onlineCapacity: p.integer().nullable(),
    onlineConfirmedCount: p.integer(),
    onlineWaitingCount: p.integer(),
    roomId: p.uuid().nullable(),
  },
});

export type SessionRow = InferEntity<typeof SessionEntity>;

/** The state as columns. */
export function toColumns(state: Exclude<Session, { status: 'none' }>) {
  const { details } = state;
  return {
    status: state.status,
    title: details.title,
    summary: details.summary,
    startsAt: details.startsAt,
    endsAt: details.endsAt,
    mode: details.mode,
    venue: details.venue ?? null,
    capacity: state.capacity,
    enrolmentOpensAt: details.enrolmentOpensAt ?? null,
    enrolmentClosesAt: details.enrolmentClosesAt ?? null,
    waitingListEnabled: details.waitingListEnabled,
    cancellationReason: state.status === 'cancelled' ? state.reason : null,
    publishedAt: ('publishedAt' in state ? state.publishedAt : undefined) ?? null,
    calendarSequence: state.announced?.sequence ?? 0,
    calendarChangedAt: state.announced?.changedAt ?? null,
    previousStartsAt: state.previousStartsAt ?? null,
    courseId: details.courseId ?? null,
    programme: details.programme ?? {},
    forMinors: details.forMinors ?? false,
    offerHours: details.offerHours ?? null,
    onlineCapacity: state.onlineCapacity ?? null,
    roomId: details.roomId ?? null,
  };
}

/** The details that a row holds. */
function detailsOf(row: SessionRow): SessionDetails {
  return {
    title: row.title,
    summary: row.summary,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    mode: row.mode,
    venue: row.venue ?? undefined,
    enrolmentOpensAt: row.enrolmentOpensAt ?? undefined,
    enrolmentClosesAt: row.enrolmentClosesAt ?? undefined,
    waitingListEnabled: row.waitingListEnabled,
    courseId: row.courseId ?? undefined,
    programme: row.programme,
    forMinors: row.forMinors,
    offerHours: row.offerHours ?? undefined,
    roomId: row.roomId ?? undefined,
  };
}

/** The state that a row holds. */
export function toState(row: SessionRow): Session {
  const { calendarSequence: sequence, calendarChangedAt: changedAt } = row;
  const announced = changedAt === null || changedAt === undefined ? undefined : { sequence, changedAt };
  const previousStartsAt = row.previousStartsAt ?? undefined;
  const { id, capacity } = row;
  const onlineCapacity = row.onlineCapacity ?? undefined;
  const common = { id, details: detailsOf(row), capacity, onlineCapacity, announced, previousStartsAt };
  switch (row.status) {
    case 'draft':
      return { status: row.status, ...common };
    case 'cancelled':
      if (row.cancellationReason === null || row.cancellationReason === undefined) {
        throw new TypeError(`Session ${row.id} was cancelled without a reason.`);
      }
      return {
        status: row.status,
        ...common,
        reason: row.cancellationReason,
        publishedAt: row.publishedAt ?? undefined,
      };
    default:
      if (row.publishedAt === null || row.publishedAt === undefined) {
        throw new TypeError(`Session ${row.id} is ${row.status} and was never published.`);
      }
      return { status: row.status, ...common, publishedAt: row.publishedAt };
  }
}
