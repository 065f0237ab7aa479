import type { Transaction } from '@ateneu/persistence';

import type { AttendanceTally, SessionEnrolments, SessionRow } from '../session/index.ts';
import { decide } from './enrolment.decide.ts';
import { EnrolmentEntity, type EnrolmentRow } from './enrolment.entity.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { deskOf, nextWaiting, poolsOf } from './enrolment.rows.ts';
import { openLedger } from './enrolment.saving.ts';

/** What becomes of people when their session changes, in the session's own transaction. */
export function createSessionEnrolments(links: PersonLinks): SessionEnrolments {
  return {
    fillFreePlaces: async (tx, session, at) => {
      if (session.waitingCount === 0) return;
      const ledger = await openLedger(tx, session, links);
      for (const pool of poolsOf(session)) {
        for (const next of await nextWaiting(tx, session, pool)) {
          ledger.record({ next }, decide({ type: 'fill', at }, deskOf({ ...ledger.around, next })));
        }
      }
      await ledger.close();
    },
    tellRescheduled: async (tx, session, { previous, reason, at }) => {
      const ledger = await openLedger(tx, session, links);
      for (const own of await activeOf(tx, session)) {
        const command = { type: 'reschedule', previous, reason, at } as const;
        ledger.record({ own }, decide(command, deskOf({ ...ledger.around, own })));
      }
      await ledger.close();
    },
    cancelAll: async (tx, session, reason, at) => {
      const ledger = await openLedger(tx, session, links);
      for (const own of await activeOf(tx, session)) {
        const command = { type: 'cancel', cause: 'session-cancelled', reason, at } as const;
        ledger.record({ own }, decide(command, deskOf({ ...ledger.around, own })));
      }
      await ledger.close();
    },
    tally: async (tx, session) => {
      const [counted] = await tx.query<AttendanceTally>(
        `select count(*) filter (where status = 'attended')::int as attended,
                count(*) filter (where status = 'absent')::int as absent,
                count(*) filter (where status = 'confirmed')::int as unrecorded,
                coalesce(sum(minutes_attended), 0)::int as minutes,
                (select coalesce(sum(pupils), 0)::int from session_head_count where session_id = $1) as minors
         from enrolment where session_id = $1`,
        [session.id],
      );
      if (counted === undefined) throw new TypeError('An aggregate always has a row.');
      return counted;
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
