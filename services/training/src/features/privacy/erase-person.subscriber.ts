import { personDataErased } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';
import { emailKey } from '@ateneu/service-kit';

import { cancelUpcoming, type PersonLinks } from '../enrolment/index.ts';
import { anonymise, findEnrolments, forgetAddresses, forgetInKept, forgetLinks } from './erasure.store.ts';

/**
 * Erases what is kept of a person who asked for it. Enrolments stay, of nobody: what was counted stays counted, and what
 * the funder may audit of whoever was there stays apart. A place that is still to be used goes to whoever is next.
 */
export function erasePerson(options: { links: PersonLinks; years: number }): Subscription {
  return subscription(personDataErased, {
    name: 'erase-person',
    handle: async ({ data, time }, tx) => {
      const at = new Date(time);
      const addresses = data.personal.emails.map(emailKey);
      const found = await findEnrolments(tx, addresses);
      const { erasureId, erasedOn } = data;
      const erasure = { erasureId, erasedOn, addresses, years: options.years, at };
      await anonymise(tx, found, erasure);
      // By now they name nobody, so what the cancellation tells the others does not either.
      await cancelUpcoming(tx, options.links, found, at);
      await forgetLinks(tx, found);
      await forgetAddresses(tx, erasure);
      await forgetInKept(tx, found, erasure);
      for (const { id } of found) await tx.audit({ action: 'erase', subjectType: 'enrolment', subjectId: id });
    },
  });
}
