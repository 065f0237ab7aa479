import { enrolmentCancelled, enrolmentConfirmed, enrolmentPromoted, enrolmentWaitlisted } from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { SessionRow } from '../session/index.ts';
import type { Enrolment, EnrolmentEvent } from './enrolment.ts';

type Existing = Exclude<Enrolment, { status: 'none' }>;

/** What a contract event says besides the domain event: the session, and where the person manages the enrolment. */
export interface Told {
  session: SessionRow;
  /** The enrolment after the event. */
  enrolment: Existing;
  /** Its version after the event. */
  version: number;
  manageUrl: string;
}

/** The contract event that a domain event gives rise to: each of them is told to the person. */
export function publicationOf(event: EnrolmentEvent, told: Told): Publication {
  const meta = { aggregateId: told.enrolment.id, sequence: told.version, occurredAt: event.at };
  const data = dataOf(told);
  switch (event.type) {
    case 'confirmed':
      return publication(enrolmentConfirmed, { ...meta, data });
    case 'waitlisted':
      return publication(enrolmentWaitlisted, { ...meta, data: { ...data, position: event.position } });
    case 'promoted':
      return publication(enrolmentPromoted, { ...meta, data });
    case 'cancelled':
      return publication(enrolmentCancelled, {
        ...meta,
        data: { ...data, cause: event.cause, reason: event.reason === undefined ? undefined : { ...event.reason } },
      });
  }
}

function dataOf({ session, enrolment, manageUrl }: Told) {
  const { name, email, language } = enrolment.participant;
  return {
    enrolmentId: enrolment.id,
    sessionId: session.id,
    title: { ...session.title },
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    venue: session.venue ?? undefined,
    personal: { name, email, language, manageUrl },
  };
}
