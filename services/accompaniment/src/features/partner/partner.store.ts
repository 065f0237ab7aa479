import { evolveAll } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';

import { partnerDecider } from './partner.decide.ts';
import { PartnerEntity, type PartnerRow, toColumns, toState } from './partner.entity.ts';
import { partnerNameTaken, partnerNotFound } from './partner.errors.ts';
import { announce, noticesOf } from './partner.publications.ts';
import type { ExistingPartner, PartnerEvent } from './partner.ts';
import { endSessions } from './partner-session.store.ts';

/** Where a partner stands after a change. */
export interface PartnerVersion {
  id: string;
  version: number;
  status: ExistingPartner['status'];
}

/** Secrets that go with some events; they are in no event and no state. */
export interface PartnerSecrets {
  /** With `account-opened`: the account's seed, sealed. */
  accountSeed?: string | undefined;
  /** With `credentials-issued` and `-replaced`: the hash of the API key, which replaces the earlier ones. */
  apiKeyHash?: string | undefined;
}

/** Loads, decides and saves partners, each in one transaction with its audit record. */
export interface PartnerStore {
  /** @throws DomainError `accompaniment.partner.name-taken` */
  create(events: readonly PartnerEvent[], options?: { idempotency?: Idempotency | undefined }): Promise<PartnerVersion>;
  /**
   * Locks the partner, lets `change` decide, and saves what it decided. No event, no new version.
   *
   * @throws DomainError `accompaniment.partner.not-found` or `.name-taken`, or `kit.record.changed` where
   * `expectedVersion` is not current
   */
  update(
    id: string,
    change: (state: ExistingPartner) => readonly PartnerEvent[],
    options?: UpdateOptions,
  ): Promise<PartnerVersion>;
}

/** What an update takes beside what it decides. */
export interface UpdateOptions {
  expectedVersion?: number | undefined;
  secrets?: PartnerSecrets;
  /** Looks at what is no part of the state, once the partner is locked, and throws where it forbids the change. */
  guard?: ((tx: Transaction) => Promise<void>) | undefined;
}

export function createPartnerStore(database: Database): PartnerStore {
  return {
    create: (events, options = {}) => namedOnce(transact(database, (tx) => insert(tx, events), options)),
    update: (id, change, options = {}) => namedOnce(transact(database, (tx) => update(tx, id, change, options))),
  };
}

/** Events after which the broker must be told anew how the account stands. */
const changesClaims: ReadonlySet<PartnerEvent['type']> = new Set([
  'account-opened',
  'credentials-replaced',
  'suspended',
  'reinstated',
]);

async function insert(tx: Transaction, events: readonly PartnerEvent[]): Promise<PartnerVersion> {
  const state = evolveAll(partnerDecider, partnerDecider.initialState, events);
  const [first] = events;
  if (state.status === 'none' || first === undefined) throw new TypeError('A partner begins with its onboarding.');
  const dates = { createdAt: first.at, updatedAt: first.at };
  const row = tx.em.create(
    PartnerEntity,
    { id: state.id, version: 1, ...toColumns(state), accountSeed: null, claimsStale: false, announcement: 0, ...dates },
    { persist: true },
  );
  await tx.audit({ action: 'onboard', subjectType: 'partner', subjectId: state.id });
  publishAll(tx, [await announce(tx, row, first.at)]);
  return { id: state.id, version: 1, status: state.status };
}

async function update(
  tx: Transaction,
  id: string,
  change: Parameters<PartnerStore['update']>[1],
  options: UpdateOptions,
): Promise<PartnerVersion> {
  const row = await tx.em.findOne(PartnerEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null) throw partnerNotFound();
  if (options.expectedVersion !== undefined && options.expectedVersion !== row.version) {
    throw recordChanged({ current: row.version });
  }
  await options.guard?.(tx);
  const before = toState(row);
  const events = change(before);
  const state = evolveAll(partnerDecider, before, events);
  const last = events.at(-1);
  if (last !== undefined && state.status !== 'none') {
    const version = row.version + 1;
    tx.em.assign(row, { ...toColumns(state), version, updatedAt: last.at });
    for (const event of events) {
      if (changesClaims.has(event.type)) row.claimsStale = true;
      await keepSecrets(tx, row, event, options.secrets ?? {});
      await endSessionsAfter(tx, row, event);
      await tx.audit({ action: event.type, subjectType: 'partner', subjectId: id });
    }
    publishAll(tx, [...events.flatMap((event) => noticesOf(row, event)), await announce(tx, row, last.at)]);
  }
  return { id, version: row.version, status: row.status };
}

/** Whoever signed in by e-mail is out with the suspension, with new credentials, and once they are no contact any more. */
async function endSessionsAfter(tx: Transaction, row: PartnerRow, event: PartnerEvent): Promise<void> {
  if (event.type === 'suspended' || event.type === 'credentials-replaced') await endSessions(tx, row.id, event.at);
  if (event.type === 'profile-changed') await endSessions(tx, row.id, event.at, event.profile);
}

async function keepSecrets(
  tx: Transaction,
  row: PartnerRow,
  event: PartnerEvent,
  { accountSeed, apiKeyHash }: PartnerSecrets,
): Promise<void> {
  if (event.type === 'account-opened') {
    if (accountSeed === undefined) throw new TypeError('An account is opened with its seed.');
    row.accountSeed = accountSeed;
  }
  if (event.type === 'credentials-issued' || event.type === 'credentials-replaced') {
    if (apiKeyHash === undefined) throw new TypeError('Credentials are issued with an API key.');
    // The key of now ends with the overlap; one that was ending already ends now, or with it where the partner renews.
    const endsAt = event.type === 'credentials-replaced' ? (event.overlapUntil ?? event.at) : event.at;
    const together = event.type === 'credentials-replaced' && event.by === 'partner';
    await tx.query(
      `update partner_api_key
       set revoked_at = case when revoked_at is null or ($4 and sign_in_id is null) then $2::timestamptz else $3 end
       where partner_id = $1 and (revoked_at is null or revoked_at > $3)`,
      [row.id, endsAt, event.at, together],
    );
    await tx.query(`insert into partner_api_key (hash, partner_id, created_at) values ($1, $2, $3)`, [
      apiKeyHash,
      row.id,
      event.at,
    ]);
  }
}

async function namedOnce<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof UniqueConstraintViolationException && 'constraint' in cause) {
      if (cause.constraint === 'partner_name') throw partnerNameTaken({}, { cause });
    }
    throw cause;
  }
}
