import { type Clock, issueSecret, type Sealer } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

import { accountNameOf, type PartnerAccounts } from './partner-account.broker.ts';
import type { ClaimsSync } from './partner-claims.sync.ts';
import { decide } from './partner.decide.ts';
import { PartnerEntity } from './partner.entity.ts';
import { partnerNotFound } from './partner.errors.ts';
import type { PartnerStore } from './partner.store.ts';

/** What a partner is handed, once. */
export interface PartnerCredentials {
  /** The text of the `.creds` file. */
  creds: string;
  apiKey: string;
  /** The name of its consumer, a token of its subjects. */
  accountKey: string;
}

/** Hands out credentials. */
export interface CredentialsDesk {
  /**
   * The first credentials of a partner. It may be repeated until it succeeds: the account's keys are stored before the
   * broker hears of them, the broker is told what is stored, and only then does an API key exist.
   *
   * @throws DomainError `accompaniment.partner.not-found`, `.wrong-state`, `.credentials-issued` or `.broker-unavailable`
   */
  issue(partnerId: string): Promise<PartnerCredentials>;
  /**
   * New credentials for the same account, which keeps its place in the stream. The earlier ones stop working at once, or
   * after so many hours, in which both do.
   *
   * @throws DomainError as `issue`
   */
  replace(partnerId: string, overlapHours?: number): Promise<PartnerCredentials>;
}

export function createCredentialsDesk({
  database,
  store,
  accounts,
  claims,
  sealer,
  clock,
}: {
  database: Database;
  store: PartnerStore;
  accounts: PartnerAccounts;
  claims: ClaimsSync;
  sealer: Sealer;
  clock: Clock;
}): CredentialsDesk {
  const readAccount = async (partnerId: string) => {
    const row = await database.fork().findOne(PartnerEntity, { id: partnerId });
    if (row === null) throw partnerNotFound();
    const { accountKey, accountSeed } = row;
    if (typeof accountKey !== 'string' || typeof accountSeed !== 'string')
      throw new TypeError('No account was opened.');
    return { name: accountNameOf(partnerId), accountKey, accountSeed: sealer.open(accountSeed, partnerId) };
  };

  const handOut = async (partnerId: string, apiKey: string, after?: Date): Promise<PartnerCredentials> => {
    const account = await readAccount(partnerId);
    return { creds: await accounts.newCredentials(account, after), apiKey, accountKey: account.accountKey };
  };

  return {
    issue: async (partnerId) => {
      const fresh = await accounts.open(accountNameOf(partnerId));
      await store.update(
        partnerId,
        (state) => {
          // Asked again after success, it must refuse before it changes anything.
          if (state.credentialsSince !== undefined)
            return decide({ type: 'issue-credentials', at: clock.now() }, state);
          return decide({ type: 'open-account', accountKey: fresh.accountKey, at: clock.now() }, state);
        },
        { secrets: { accountSeed: sealer.seal(fresh.accountSeed, partnerId) } },
      );
      await claims.sync(partnerId);
      const { secret, hash } = issueSecret('atk');
      await store.update(partnerId, (state) => decide({ type: 'issue-credentials', at: clock.now() }, state), {
        secrets: { apiKeyHash: hash },
      });
      return handOut(partnerId, secret);
    },
    replace: async (partnerId, overlapHours = 0) => {
      const { secret, hash } = issueSecret('atk');
      const at = clock.now();
      const overlapUntil = overlapHours === 0 ? undefined : new Date(at.getTime() + overlapHours * 60 * 60 * 1_000);
      await store.update(partnerId, (state) => decide({ type: 'replace-credentials', overlapUntil, at }, state), {
        secrets: { apiKeyHash: hash },
      });
      await claims.sync(partnerId);
      return handOut(partnerId, secret, at);
    },
  };
}
