import { createUser, encodeUser, fmtCreds, type Permission } from '@nats-io/jwt';

import { credsText, pairOf } from './keys.ts';

/** The prefix of a client's private reply subjects; nobody else may listen there. */
export function inboxPrefixOf(name: string): string {
  return `_INBOX_${name}`;
}

interface UserPermissions {
  pub: Partial<Permission>;
  sub: Partial<Permission>;
}

/** Signs a user of an account and returns the text of its `.creds` file. */
export async function issueUser(accountSeed: string, name: string, permissions?: UserPermissions): Promise<string> {
  const user = createUser();
  const jwt = await encodeUser(name, user, pairOf(accountSeed), permissions ?? {});
  return credsText(fmtCreds(jwt, user));
}

/**
 * Credentials of one service in the account of the services, with the least that it needs: to publish its own events
 * and dead letters, to use its own durable consumer, and to look into its own dead letters.
 *
 * A stored message is removed by its number alone, so a service that drops its own dead letters could drop another's.
 *
 * @throws TypeError where the name is not in kebab case: as a wildcard it would open everything
 */
export async function coreServiceUser(accountSeed: string, service: string): Promise<string> {
  if (!/^[a-z][a-z0-9-]*$/.test(service)) throw new TypeError(`Not a service's name: ${service}`);
  const consumer = `EVENTS.${service}`;
  const allow = [
    `ateneu.${service}.>`,
    `replay.${service}`,
    `dead.${service}.>`,
    `$JS.API.CONSUMER.CREATE.${consumer}`,
    `$JS.API.CONSUMER.CREATE.${consumer}.>`,
    `$JS.API.CONSUMER.DURABLE.CREATE.${consumer}`,
    `$JS.API.CONSUMER.INFO.${consumer}`,
    `$JS.API.CONSUMER.MSG.NEXT.${consumer}`,
    `$JS.ACK.EVENTS.${service}.>`,
    `$JS.ACK.*.*.EVENTS.${service}.>`,
    // Its dead letters, through short-lived consumers that can only be made for its own subjects.
    `$JS.API.CONSUMER.CREATE.DEAD_LETTERS.*.dead.${service}.>`,
    '$JS.API.STREAM.INFO.DEAD_LETTERS',
    '$JS.API.CONSUMER.INFO.DEAD_LETTERS.*',
    '$JS.API.CONSUMER.MSG.NEXT.DEAD_LETTERS.*',
    '$JS.API.CONSUMER.DELETE.DEAD_LETTERS.*',
    '$JS.API.STREAM.MSG.DELETE.DEAD_LETTERS',
    ...(service === 'accompaniment' ? partnerDesk : []),
    ...(service === 'notifications' ? webhookDesk : []),
  ];
  return issueUser(accountSeed, service, { pub: { allow }, sub: { allow: [`${inboxPrefixOf(service)}.>`] } });
}

/** The service that owns partners writes their copies and keeps their consumers. */
const partnerDesk = [
  'referral.>',
  '$JS.API.CONSUMER.CREATE.REFERRALS.>',
  '$JS.API.CONSUMER.DURABLE.CREATE.REFERRALS.*',
  '$JS.API.CONSUMER.INFO.REFERRALS.*',
  '$JS.API.CONSUMER.DELETE.REFERRALS.*',
];

/** The service that sends partners' copies on as webhooks reads them all, through a durable consumer of its own. */
const webhookDesk = [
  '$JS.API.CONSUMER.CREATE.REFERRALS.notifications',
  '$JS.API.CONSUMER.CREATE.REFERRALS.notifications.>',
  '$JS.API.CONSUMER.DURABLE.CREATE.REFERRALS.notifications',
  '$JS.API.CONSUMER.INFO.REFERRALS.notifications',
  '$JS.API.CONSUMER.MSG.NEXT.REFERRALS.notifications',
  '$JS.ACK.REFERRALS.notifications.>',
  '$JS.ACK.*.*.REFERRALS.notifications.>',
];

/** Credentials for operators and for setting streams up: everything inside the account. */
export async function coreAdminUser(accountSeed: string, name = 'admin'): Promise<string> {
  return issueUser(accountSeed, name);
}

/** Where the broker tells of connections that it refused, and of those that it ended and why. */
export const refusedConnectionSubjects = ['$SYS.SERVER.*.CLIENT.AUTH.ERR', '$SYS.ACCOUNT.*.DISCONNECT'] as const;

/**
 * Credentials of the system account that can hand account claims to the broker, hear whose connections it refused, and
 * nothing else.
 */
export async function systemUser(systemAccountSeed: string, name = 'claims'): Promise<string> {
  return issueUser(systemAccountSeed, name, {
    pub: { allow: ['$SYS.REQ.CLAIMS.UPDATE', '$SYS.REQ.CLAIMS.LIST'] },
    sub: { allow: [`${inboxPrefixOf(name)}.>`, ...refusedConnectionSubjects] },
  });
}
