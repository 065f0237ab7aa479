import { emailKey } from '@ateneu/service-kit';

import { decide } from './partner.decide.ts';
import type { PartnerStore } from './partner.store.ts';

/**
 * Takes whoever has an address from a partner's contacts; their sessions end with it. It changes nothing where there is no
 * such contact. The address of the entity itself stays: it is nobody's in particular, and staff change it.
 *
 * @throws DomainError `accompaniment.partner.not-found`
 */
export async function removeContact(store: PartnerStore, partnerId: string, key: string, at: Date): Promise<void> {
  await store.update(partnerId, (state) => {
    const contacts = state.profile.contacts.filter(({ email }) => emailKey(email) !== key);
    if (contacts.length === state.profile.contacts.length) return [];
    return decide({ type: 'change-profile', profile: { ...state.profile, contacts }, at }, state);
  });
}
