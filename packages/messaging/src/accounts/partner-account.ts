import { setTimeout as delay } from 'node:timers/promises';

import { createAccount, encodeAccount, type Import } from '@nats-io/jwt';
import { AckPolicy, DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

import { pairOf, seedOf, unlimited } from './keys.ts';
import { issueUser } from './users.ts';

/** The prefix under which a partner finds its part of the JetStream API: `jetstream(nc, { apiPrefix })`. */
export const partnerApiPrefix = 'ATENEU.API';

/** A partner's account at the broker and its first credentials. */
export interface PartnerAccount {
  /** Also the name of its consumer and a token of its subjects. */
  accountPublicKey: string;
  /** For {@link pushAccountClaims}. */
  accountJwt: string;
  /** Signs further credentials; a secret. */
  accountSeed: string;
  /** The text of a `.creds` file, to be handed out once. */
  creds: string;
}

/** Who signs partners' accounts and whose exports they import. */
export interface PartnerIssuer {
  operatorSigningSeed: string;
  coreAccountPublicKey: string;
}

/** A few clients of a partner may be connected at once, with room for a rolling restart. */
const connections = 10;

/**
 * Makes a partner's account: without JetStream of its own, and importing from the services' account what its exports
 * bind to this very account.
 */
export async function issuePartnerAccount(options: PartnerIssuer & { name: string }): Promise<PartnerAccount> {
  const account = createAccount();
  const accountSeed = seedOf(account);
  return {
    accountPublicKey: account.getPublicKey(),
    accountSeed,
    accountJwt: await encodePartner(options, accountSeed, { conn: connections }),
    creds: await issueUser(accountSeed, options.name),
  };
}

/** Claims that allow no connection: pushed, they cut the live ones and refuse new ones. */
export async function suspendPartnerAccount(
  options: PartnerIssuer & { name: string; accountSeed: string },
): Promise<string> {
  return encodePartner(options, options.accountSeed, { conn: 0 });
}

/**
 * New credentials, and claims under which those issued in the second of `revokeIssuedBefore` or earlier no longer
 * connect; without it the old ones stay valid beside the new (an overlap). The claims also end a suspension.
 *
 * Claims count in whole seconds, so this waits (a second at most) until the new credentials are newer than that.
 *
 * @throws RangeError where `revokeIssuedBefore` is in the future
 */
export async function rotatePartnerUser(
  options: PartnerIssuer & { name: string; accountSeed: string; revokeIssuedBefore?: Date },
): Promise<{ accountJwt: string; creds: string }> {
  const { revokeIssuedBefore } = options;
  if (revokeIssuedBefore !== undefined) await secondAfter(revokeIssuedBefore);
  return {
    accountJwt: await encodePartner(options, options.accountSeed, {
      conn: connections,
      ...(revokeIssuedBefore === undefined ? {} : { revokeBefore: revokeIssuedBefore }),
    }),
    creds: await issueUser(options.accountSeed, options.name),
  };
}

async function secondAfter(instant: Date): Promise<void> {
  const waitMs = (Math.floor(instant.getTime() / 1_000) + 1) * 1_000 - Date.now();
  if (waitMs > 1_000) throw new RangeError(`Credentials cannot be revoked as of the future: ${instant.toISOString()}`);
  if (waitMs > 0) await delay(waitMs);
}

async function encodePartner(
  options: PartnerIssuer & { name: string },
  accountSeed: string,
  limits: { conn: number; revokeBefore?: Date },
): Promise<string> {
  const account = pairOf(accountSeed);
  return encodeAccount(
    options.name,
    account,
    {
      imports: importsFor(account.getPublicKey(), options.coreAccountPublicKey),
      limits: { ...unlimited, exports: 0, leaf: 0, payload: 64 * 1024, subs: 1_000, conn: limits.conn },
      ...(limits.revokeBefore === undefined
        ? {}
        : { revocations: { '*': Math.floor(limits.revokeBefore.getTime() / 1_000) } }),
    },
    { signer: pairOf(options.operatorSigningSeed) },
  );
}

function importsFor(key: string, account: string): Import[] {
  const service = (name: string, subject: string, localSubject?: string): Import => ({
    name,
    subject,
    account,
    type: 'service',
    ...(localSubject === undefined ? {} : { local_subject: localSubject }),
  });
  return [
    service('info', `$JS.API.CONSUMER.INFO.REFERRALS.${key}`, `${partnerApiPrefix}.CONSUMER.INFO.REFERRALS.${key}`),
    service(
      'next',
      `$JS.API.CONSUMER.MSG.NEXT.REFERRALS.${key}`,
      `${partnerApiPrefix}.CONSUMER.MSG.NEXT.REFERRALS.${key}`,
    ),
    service('ack', `$JS.ACK.REFERRALS.${key}.>`),
    service('ack-v2', `$JS.ACK.*.*.REFERRALS.${key}.>`),
  ];
}

/**
 * Creates a partner's durable consumer, or finds it as it is: named by the account's key, filtered to its subjects,
 * with everything the stream still has (30 days) to catch up on.
 */
export async function createPartnerConsumer(manager: JetStreamManager, accountPublicKey: string): Promise<void> {
  await manager.consumers.add('REFERRALS', {
    durable_name: accountPublicKey,
    filter_subject: `referral.${accountPublicKey}.>`,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(30_000),
    max_deliver: -1,
    max_ack_pending: 1_000,
  });
}

/** Removes a partner's consumer; what it had not read is gone for it. */
export async function deletePartnerConsumer(manager: JetStreamManager, accountPublicKey: string): Promise<void> {
  await manager.consumers.delete('REFERRALS', accountPublicKey);
}
