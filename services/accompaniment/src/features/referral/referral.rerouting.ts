import { newId } from '@ateneu/kernel';
import { type Database, transact, type Transaction } from '@ateneu/persistence';

import { readPartnerStanding } from '../partner/index.ts';
import { decide, decideAll, reroutingConsent } from './referral.decide.ts';
import { referralNotFound, reroutedToSamePartner } from './referral.errors.ts';
import type { ReferralStore, ReferralVersion, UpdateOptions } from './referral.store.ts';
import type { Consent, ExistingReferral } from './referral.ts';

/** Where a referral is passed on to. */
export interface Reroute {
  partnerId: string;
  /** The person's consent to this receiver; needed where the first one does not reach so far. */
  consent?: Consent | undefined;
  /** The ateneu's calendar day, `YYYY-MM-DD`. */
  today: string;
  at: Date;
}

/** What concerns a chain of referrals and not one alone. */
export interface Rerouting {
  /**
   * Ends an inbound referral as rerouted, and makes and sends the new one, in one transaction.
   *
   * @throws DomainError `accompaniment.referral.consent-too-narrow`, `.rerouted-to-same-partner`, `.partner-suspended` or
   * what any step throws, `accompaniment.partner.not-found`
   */
  reroute(id: string, to: Reroute, options: UpdateOptions): Promise<ReferralVersion & { reroutedTo: string }>;
  /** Takes the person's consent back from every referral of the chain, so that each holder hears of it. */
  withdrawConsent(id: string, by: 'ateneu' | 'partner', at: Date, options: UpdateOptions): Promise<ReferralVersion>;
}

interface ChainRow {
  id: string;
  chain_id: string;
  partner_id: string;
}

export function createRerouting(database: Database, store: ReferralStore): Rerouting {
  return {
    reroute: (id, to, options) => transact(database, (tx) => reroute(tx, store, id, to, options)),
    withdrawConsent: (id, by, at, options) =>
      transact(database, async (tx) => {
        const chain = await lockChain(tx, id);
        const withdraw = (state: ExistingReferral, party = by) =>
          decide({ type: 'withdraw-consent', by: party, at }, state);
        const { saved } = await store.updateIn(tx, id, (state) => withdraw(state), options);
        for (const other of chain.filter((row) => row.id !== id)) {
          await store.updateIn(tx, other.id, (state) => withdraw(state, 'ateneu'));
        }
        return saved;
      }),
  };
}

async function reroute(
  tx: Transaction,
  store: ReferralStore,
  id: string,
  { partnerId, consent, today, at }: Reroute,
  options: UpdateOptions,
): Promise<ReferralVersion & { reroutedTo: string }> {
  const chain = await lockChain(tx, id);
  const reroutedTo = newId();
  // Read under its lock first: the new referral must be there before the old one can name it.
  const { state } = await store.updateIn(tx, id, () => [], options);
  const command = { type: 'reroute', by: 'ateneu', reroutedTo, consent, today, at } as const;
  const events = decide(command, state);
  if (events.length > 0) {
    if (chain.some((row) => row.partner_id === partnerId)) throw reroutedToSamePartner();
    const { status } = await readPartnerStanding(tx, partnerId);
    const { modality, project, person } = state;
    const reroutedFrom = { id, chainId: chain[0]?.chain_id ?? id };
    const content = {
      id: reroutedTo,
      direction: 'outbound',
      partnerId,
      modality,
      project,
      person,
      reroutedFrom,
    } as const;
    await store.createIn(
      tx,
      decideAll([
        { type: 'draft', by: 'ateneu', content, consent: reroutingConsent(consent, today, state), today, at },
        { type: 'send', by: 'ateneu', partnerSuspended: status === 'suspended', at },
      ]),
    );
  }
  const { saved, state: after } = await store.updateIn(tx, id, () => events);
  if (after.status !== 'rerouted') throw new TypeError('A rerouting ends in the state of that name.');
  return { ...saved, reroutedTo: after.reroutedTo };
}

/**
 * Locks a chain from its first referral on. Everything that works on more than one of them begins here, so that two never
 * wait for each other; what was added while the lock was waited for is taken in the next round.
 */
async function lockChain(tx: Transaction, id: string): Promise<ChainRow[]> {
  let known = -1;
  for (;;) {
    const rows = await tx.query<ChainRow>(
      `select id, chain_id, partner_id from referral
       where chain_id = (select chain_id from referral where id = $1) order by created_at, id for update`,
      [id],
    );
    if (rows.length === 0) throw referralNotFound();
    if (rows.length === known) return rows;
    known = rows.length;
  }
}
