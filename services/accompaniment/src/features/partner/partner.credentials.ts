import { type Clock, issueSecret, type Sealer } from '@ateneu/kernel';
import type { Database, Transaction } from '@ateneu/persistence';

import { accountNameOf, type PartnerAccounts } from './partner-account.broker.ts';
import type { ClaimsSync } from './partner-claims.sync.ts';
import { decide } from './partner.decide.ts';
import { PartnerEntity } from './partner.entity.ts';
import { keyReplaced, partnerNotFound } from './partner.errors.ts';
import type { PartnerStore } from './partner.store.ts';

/** What a partner is handed, once. */
export interface PartnerCredentials {
  /** The text of the `.creds` file. */
  creds: string;
  apiKey: string;
  /** The name of its consumer, a token of its subjects. */
  accountKey: string;
  /** Until when the earlier ones work, where they still do. */
  earlierUntil: Date | undefined;
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
  /**
   * The same where the partner asks for it itself, with the key or the session whose hash this is: with an overlap
   * everything it has works until the end of it, also what was ending before, so that nothing of its own is cut off.
   *
   * @throws DomainError as `issue`, and `accompaniment.partner.key-replaced` where that key is being replaced itself: who
   *   found an old key must not make a new one of it
   */
  renew(partnerId: string, by: string, overlapHours: number): Promise<PartnerCredentials>;
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

  const handOut = async (
    partnerId: string,
    apiKey: string,
    { after, earlierUntil }: { after?: Date; earlierUntil?: Date | undefined } = {},
  ): Promise<PartnerCredentials> => {
    const account = await readAccount(partnerId);
    const creds = await accounts.newCredentials(account, after);
    return { creds, apiKey, accountKey: account.accountKey, earlierUntil };
  };

  const replace = async (
    partnerId: string,
    by: 'ateneu' | 'partner',
    overlapHours: number,
    guard?: (tx: Transaction) => Promise<void>,
  ): Promise<PartnerCredentials> => {
    const { secret, hash } = issueSecret('atk');
    const at = clock.now();
    const overlapUntil = overlapHours === 0 ? undefined : new Date(at.getTime() + overlapHours * 60 * 60 * 1_000);
    await store.update(partnerId, (state) => decide({ type: 'replace-credentials', by, overlapUntil, at }, state), {
      secrets: { apiKeyHash: hash },
      guard,
    });
    await claims.sync(partnerId);
    return handOut(partnerId, secret, { after: at, earlierUntil: overlapUntil });
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
    replace: (partnerId, overlapHours = 0) => replace(partnerId, 'ateneu', overlapHours),
    renew: (partnerId, by, overlapHours) =>
      replace(partnerId, 'partner', overlapHours, async (tx) => {
        if (await isBeingReplaced(tx, by)) throw keyReplaced();
      }),
  };
}

/** Whether a key ends by itself: a rotation is under way, or a rival one just won. The token of a session always does. */
async function isBeingReplaced(tx: Transaction, hash: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from partner_api_key where hash = $1 and sign_in_id is null and revoked_at is not null`,
    [hash],
  );
  return rows.length > 0;
}
