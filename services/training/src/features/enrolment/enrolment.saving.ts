import { issueSecret } from '@ateneu/kernel';
import { type Publication, publishAll } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';

import { sessionNotFound, type SessionRow } from '../session/index.ts';
import type { Seats, SessionFacts } from './availability.ts';
import { type EnrolmentDesk, evolveSeats } from './desk.ts';
import { EnrolmentEntity, type EnrolmentRow, toColumns, toFirstColumns, toState } from './enrolment.entity.ts';
import { publicationOf } from './enrolment.publications.ts';
import { type EnrolmentEvent, evolve, noEnrolment } from './enrolment.ts';

/** Makes the address a person manages an enrolment at, from the secret in it. */
export type ManageUrl = (secret: string) => string;

/** Addresses under the origin that people reach the platform at. */
export function manageUrlUnder(publicUrl: string): ManageUrl {
  return (secret) => `${publicUrl}/training/v1/self-service/enrolments/${secret}`;
}

/** The rows behind a desk. */
export interface DeskRows {
  session: SessionRow;
  own?: EnrolmentRow | undefined;
  next?: EnrolmentRow | undefined;
}

/** The desk that rows stand for. @throws DomainError `training.session.not-found` for a draft: it is not public */
export function deskOf({ session, own, next }: DeskRows): EnrolmentDesk {
  return {
    session: factsOf(session),
    seats: seatsOf(session),
    own: own === undefined ? noEnrolment : toState(own),
    next: next === undefined ? noEnrolment : toState(next),
  };
}

/** What enrolling depends on, of a session's row. */
export function factsOf(row: SessionRow): SessionFacts {
  const { id, status, startsAt, endsAt, waitingListEnabled } = row;
  if (status === 'draft') throw sessionNotFound();
  return {
    id,
    status,
    startsAt,
    endsAt,
    enrolmentOpensAt: row.enrolmentOpensAt ?? undefined,
    enrolmentClosesAt: row.enrolmentClosesAt ?? undefined,
    waitingListEnabled,
  };
}

function seatsOf(row: SessionRow): Seats {
  const { capacity, confirmedCount: confirmed, waitingCount: waiting, lastArrival } = row;
  return { capacity, confirmed, waiting, lastArrival };
}

/** The one who has waited longest, other than `exceptId`. The session must be locked. */
export async function firstWaiting(
  tx: Transaction,
  session: SessionRow,
  exceptId?: string,
): Promise<EnrolmentRow | undefined> {
  // The counter spares most sessions the query.
  if (session.waitingCount === 0) return undefined;
  const where = { sessionId: session.id, status: 'waiting' as const };
  const row = await tx.em.findOne(
    EnrolmentEntity,
    exceptId === undefined ? where : { ...where, id: { $ne: exceptId } },
    { orderBy: { arrival: 'asc' } },
  );
  return row ?? undefined;
}

/**
 * Saves what was decided over a desk: enrolments, the session's counters, a link per message, and the messages. Returns
 * the row of the first event.
 */
export async function saveEvents(
  tx: Transaction,
  rows: DeskRows,
  events: readonly EnrolmentEvent[],
  manageUrl: ManageUrl,
): Promise<EnrolmentRow | undefined> {
  const { session } = rows;
  const saved: EnrolmentRow[] = [];
  const links: { hash: string; enrolmentId: string; at: Date }[] = [];
  const publications: Publication[] = [];
  for (const event of events) {
    const row = [rows.own, rows.next].find((candidate) => candidate?.id === event.enrolmentId);
    const before = row === undefined ? noEnrolment : toState(row);
    const enrolment = evolve(before, event);
    if (enrolment.status === 'none') throw new TypeError(`No enrolment ${event.enrolmentId} for ${event.type}.`);
    const after =
      row === undefined
        ? tx.em.create(
            EnrolmentEntity,
            { ...toFirstColumns(enrolment), ...toColumns(enrolment), version: 1 },
            { persist: true },
          )
        : tx.em.assign(row, { ...toColumns(enrolment), version: row.version + 1 });
    saved.push(after);
    countOn(tx, session, evolveSeats(seatsOf(session), event, before));
    const { secret, hash } = issueSecret('enr');
    links.push({ hash, enrolmentId: enrolment.id, at: event.at });
    const told = { session, enrolment, version: after.version, manageUrl: manageUrl(secret) };
    publications.push(publicationOf(event, told));
  }
  if (links.length > 0) await insertLinks(tx, links);
  publishAll(tx, publications);
  return saved[0];
}

function countOn(tx: Transaction, session: SessionRow, seats: Seats): void {
  const { confirmed, waiting, lastArrival } = seats;
  tx.em.assign(session, { confirmedCount: confirmed, waitingCount: waiting, lastArrival });
}

async function insertLinks(
  tx: Transaction,
  links: readonly { hash: string; enrolmentId: string; at: Date }[],
): Promise<void> {
  // The enrolments they point to must be there first.
  await tx.em.flush();
  await tx.query(
    `insert into enrolment_link (hash, enrolment_id, issued_at)
     select * from unnest($1::text[], $2::uuid[], $3::timestamptz[])`,
    [links.map((link) => link.hash), links.map((link) => link.enrolmentId), links.map((link) => link.at)],
  );
}
