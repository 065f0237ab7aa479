import { personDataErased } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';
import { emailKey } from '@ateneu/service-kit';

/**
 * Erases what is kept of a person who asked for it: whom messages went to and what they said. That there were messages,
 * of which kind and when, stays; what waits to be sent is not sent.
 */
export function erasePerson(): Subscription {
  return subscription(personDataErased, {
    name: 'erase-person',
    handle: async ({ data }, tx) => {
      const addresses = data.personal.emails.map(emailKey);
      await tx.query(
        `update delivery set
           recipient = 'erased:' || id, recipient_name = '', subject = '', text = '', html = '',
           own_link_hash = null, unsubscribe_url = null, last_error = null, provider_response = null,
           status = case when status = 'pending' then 'suppressed' else status end,
           version = version + 1, updated_at = now()
         where lower(recipient) = any ($1)`,
        [addresses],
      );
      await tx.query(`delete from opt_out where address = any ($1)`, [addresses]);
      await tx.query(`delete from suppression where address = any ($1)`, [addresses]);
    },
  });
}
