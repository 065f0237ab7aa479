import type { Transaction } from '@ateneu/persistence';

import { lockSession } from '../session/index.ts';
import { decide } from './enrolment.decide.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { deskOf, firstWaiting, poolOf } from './enrolment.rows.ts';
import { openLedger } from './enrolment.saving.ts';

/**
 * Ends those enrolments whose session is still to come, as if their person had; whoever is next moves up. Sessions are
 * locked in the order of the list.
 */
export async function cancelUpcoming(
  tx: Transaction,
  links: PersonLinks,
  enrolments: readonly { id: string; sessionId: string }[],
  at: Date,
): Promise<void> {
  for (const { id, sessionId } of enrolments) {
    const session = await lockSession(tx, sessionId);
    const own = await tx.em.findOneOrFail(EnrolmentEntity, { id });
    const active = own.status === 'confirmed' || own.status === 'waiting' || own.status === 'offered';
    if (!active || session.status !== 'published' || session.startsAt <= at) continue;
    const ledger = await openLedger(tx, session, links);
    const rows = { ...ledger.around, own, next: await firstWaiting(tx, session, poolOf(session, own.place), id) };
    ledger.record(rows, decide({ type: 'cancel', cause: 'person', at }, deskOf(rows)));
    await ledger.close();
  }
}
