import type { Database } from '@ateneu/persistence';

import { decide } from './enrolment.decide.ts';
import type { EnrolmentStore } from './enrolment.store.ts';

/** As many as one round ends; the next one goes on. */
const maxPerRound = 500;

/**
 * Ends the offers whose time is over, each in a transaction of its own that offers the place to whoever is next. However
 * often and by however many at once it is run, an offer ends once: whether it is over is decided under the session's lock.
 */
export async function expireOffers(database: Database, store: EnrolmentStore, at: Date): Promise<number> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'offers-due',
    text: `select e.id from enrolment e join session s on s.id = e.session_id
           where e.status = 'offered' and least(e.offer_expires_at, s.starts_at) <= $1
           order by e.offer_expires_at, e.id limit ${maxPerRound}`,
    values: [at],
  });
  for (const { id } of rows) {
    await store.update(id, (desk) => decide({ type: 'expire-offer', at }, desk));
  }
  return rows.length;
}
