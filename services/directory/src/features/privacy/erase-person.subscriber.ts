import { personDataErased } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';
import { emailKey } from '@ateneu/service-kit';
import type { Transaction } from '@ateneu/persistence';

import { takeExportsAway } from '../exchange/index.ts';

/**
 * Erases what is kept of a person who asked for it: who proposed and who corrected, what waits for their confirmation,
 * the links that were sent to them and their subscriptions, which end. What they handed in stays, of nobody; an
 * initiative's own public contact is the initiative's, and staff change it. Files that staff exported are copies of what was
 * there before, and go.
 */
export function erasePerson(): Subscription {
  return subscription(personDataErased, {
    name: 'erase-person',
    handle: async ({ data, time }, tx) => {
      const addresses = data.personal.emails.map(emailKey);
      for (const [subjectType, statement] of Object.entries(erasures)) {
        const values = statement.includes('$2') ? [addresses, time] : [addresses];
        await record(tx, subjectType, await tx.query<{ id: string }>(statement, values));
      }
      await record(tx, 'export', await takeExportsAway(tx, new Date(time)));
    },
  });
}

/** The same address as `emailKey` has it. */
const isOf = (column: string): string => `lower(${column} ->> 'email') = any ($1)`;

/** By what each is on record as in the audit. */
const erasures: Readonly<Record<string, string>> = {
  submission: `delete from submission where email_key = any ($1) returning id`,
  correction: `update correction set author = null where ${isOf('author')} returning id`,
  // Versions are of what an initiative says: who proposed it is no part of that.
  initiative: `update initiative set proposer = null where ${isOf('proposer')} returning id`,
  freshness: `delete from freshness_link where ${isOf('person')} returning initiative_id as id`,
  // The links go too: nobody is to find out by them who was subscribed to what.
  subscription: `with ended as (
      update subscription set email = null, email_key = null, ended_at = coalesce(ended_at, $2)
      where email_key = any ($1) returning id
    ), links as (delete from subscription_link using ended where subscription_id = ended.id)
    select id from ended`,
};

async function record(tx: Transaction, subjectType: string, rows: readonly { id: string }[]): Promise<void> {
  for (const id of new Set(rows.map((row) => row.id))) await tx.audit({ action: 'erase', subjectType, subjectId: id });
}
