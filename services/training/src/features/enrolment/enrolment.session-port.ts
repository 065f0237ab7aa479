import type { Transaction } from '@ateneu/persistence';

import type { SessionEnrolments, SessionRow } from '../session/index.ts';
import { freePlaces } from './availability.ts';
import { decide } from './enrolment.decide.ts';
import { EnrolmentEntity, type EnrolmentRow } from './enrolment.entity.ts';
import { deskOf, type ManageUrl, openLedger } from './enrolment.saving.ts';

/** What becomes of people when their session changes, in the session's own transaction. */
export function createSessionEnrolments(manageUrl: ManageUrl): SessionEnrolments {
  return {
    fillFreePlaces: async (tx, session, at) => {
      const free = freePlaces({ capacity: session.capacity, confirmed: session.confirmedCount });
      if (session.waitingCount === 0 || free === 0) return;
      const waiting = await tx.em.find(
        EnrolmentEntity,
        { sessionId: session.id, status: 'waiting' },
        { orderBy: { arrival: 'asc' }, limit: free },
      );
      const ledger = openLedger(tx, session, manageUrl);
      for (const next of waiting) ledger.record({ next }, decide({ type: 'fill', at }, deskOf({ session, next })));
      await ledger.close();
    },
    tellRescheduled: async (tx, session, { previous, reason, at }) => {
      const ledger = openLedger(tx, session, manageUrl);
      for (const own of await activeOf(tx, session)) {
        ledger.record({ own }, decide({ type: 'reschedule', previous, reason, at }, deskOf({ session, own })));
      }
      await ledger.close();
    },
    cancelAll: async (tx, session, reason, at) => {
      const ledger = openLedger(tx, session, manageUrl);
      for (const own of await activeOf(tx, session)) {
        const command = { type: 'cancel', cause: 'session-cancelled', reason, at } as const;
        ledger.record({ own }, decide(command, deskOf({ session, own })));
      }
      await ledger.close();
    },
  };
}

function activeOf(tx: Transaction, session: SessionRow): Promise<EnrolmentRow[]> {
  return tx.em.find(
    EnrolmentEntity,
    { sessionId: session.id, status: { $ne: 'cancelled' } },
    { orderBy: { arrival: 'asc' } },
  );
}
