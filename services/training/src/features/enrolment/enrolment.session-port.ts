import type { SessionEnrolments } from '../session/index.ts';
import { freePlaces } from './availability.ts';
import { decide } from './enrolment.decide.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { deskOf, type ManageUrl, saveEvents } from './enrolment.saving.ts';

/** What becomes of people when their session changes, in the session's own transaction. */
export function createSessionEnrolments(manageUrl: ManageUrl): SessionEnrolments {
  return {
    fillFreePlaces: async (tx, session, at) => {
      if (session.waitingCount === 0) return;
      const free = freePlaces({ capacity: session.capacity, confirmed: session.confirmedCount });
      const waiting = await tx.em.find(
        EnrolmentEntity,
        { sessionId: session.id, status: 'waiting' },
        { orderBy: { arrival: 'asc' }, limit: free },
      );
      for (const next of waiting) {
        const rows = { session, next };
        await saveEvents(tx, rows, decide({ type: 'fill', at }, deskOf(rows)), manageUrl);
      }
    },
    cancelAll: async (tx, session, reason, at) => {
      const active = await tx.em.find(
        EnrolmentEntity,
        { sessionId: session.id, status: { $ne: 'cancelled' } },
        { orderBy: { arrival: 'asc' } },
      );
      for (const own of active) {
        const rows = { session, own };
        const events = decide({ type: 'cancel', cause: 'session-cancelled', reason, at }, deskOf(rows));
        await saveEvents(tx, rows, events, manageUrl);
      }
    },
  };
}
