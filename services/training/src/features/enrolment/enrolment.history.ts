import { type Actor, currentActor, newId } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';

import type { EnrolmentEvent } from './enrolment.ts';

/** One thing that became of an enrolment, and through whom. */
export interface HistoryEntry {
  event: EnrolmentEvent;
  actor: Actor;
}

/** What happened now, through whoever is behind the operation in progress. */
export function historyEntry(event: EnrolmentEvent): HistoryEntry {
  return { event, actor: currentActor() };
}

/** What of an event is worth telling later; personal data stays with the enrolment, except what was agreed to. */
function detailOf(event: EnrolmentEvent): object | null {
  switch (event.type) {
    case 'waitlisted':
      return { position: event.position };
    case 'offered':
      return { expiresAt: event.expiresAt.toISOString() };
    case 'cancelled':
      return { cause: event.cause, movedTo: event.movedTo };
    case 'attendance-recorded':
      return { present: event.present, minutes: event.minutes };
    case 'walked-in':
      return { minutes: event.minutes };
    case 'details-changed':
      return { changed: event.changed, consents: event.participant.consents };
    case 'confirmed':
    case 'promoted':
    case 'rescheduled':
    case 'kept':
      return null;
  }
}

/** Keeps what became of enrolments. Nothing ever changes or removes such a row. */
export async function insertHistory(tx: Transaction, entries: readonly HistoryEntry[]): Promise<void> {
  await tx.query(
    `insert into enrolment_history (id, enrolment_id, type, detail, at, actor_kind, actor_id, actor_name)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::text[], $7::text[], $8::text[])`,
    [
      entries.map(() => newId()),
      entries.map(({ event }) => event.enrolmentId),
      entries.map(({ event }) => event.type),
      entries.map(({ event }) => {
        const detail = detailOf(event);
        return detail === null ? null : JSON.stringify(detail);
      }),
      entries.map(({ event }) => event.at),
      entries.map(({ actor }) => actor.kind),
      entries.map(({ actor }) => actor.id),
      entries.map(({ actor }) => ('name' in actor ? actor.name : null)),
    ],
  );
}
