import { referralCodesVersion } from '@ateneu/events';
import { currentActor, evolveAll } from '@ateneu/kernel';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { LockMode } from '@mikro-orm/core';

import { publishWithFeed } from '../feed/index.ts';
import { type PartnerStanding, readPartnerStanding } from '../partner/index.ts';
import { partnerSight } from './partner-sight.ts';
import { referralDecider } from './referral.decide.ts';
import { ReferralEntity, toColumns, toState } from './referral.entity.ts';
import { referralNotFound } from './referral.errors.ts';
import { linksFor, type ReferralLinks } from './referral.links.ts';
import { publicationsOf } from './referral.publications.ts';
import type { ReferralStatus } from './referral-transitions.ts';
import type { DocumentEvent, ExistingReferral, Referral, ReferralEvent } from './referral.ts';

/** Where a referral stands after a change. */
export interface ReferralVersion {
  id: string;
  version: number;
  status: ReferralStatus;
}

/** What a decision is made from, beside the state. */
export interface UpdateContext {
  partner: PartnerStanding;
}

export type Change = (state: ExistingReferral, context: UpdateContext) => readonly ReferralEvent[];

export interface UpdateOptions {
  expectedVersion?: number | undefined;
  /** The partner on whose behalf it is: another's referral is then as if it were not there. */
  ownedBy?: string | undefined;
}

/** Loads, decides, saves and publishes referrals, each in one transaction with its history and audit record. */
export interface ReferralStore {
  /**
   * Saves a new referral from the events that made it.
   *
   * @throws DomainError `accompaniment.partner.not-found`
   */
  create(
    events: readonly ReferralEvent[],
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<ReferralVersion>;
  /**
   * Locks the referral, lets `change` decide, and saves what it decided. Each event is one version; none, no new version.
   *
   * @throws DomainError `accompaniment.referral.not-found`, or `kit.record.changed` where `expectedVersion` is not current
   */
  update(id: string, change: Change, options?: UpdateOptions): Promise<ReferralVersion>;
  /** `create` in a transaction that is already open. */
  createIn(tx: Transaction, events: readonly ReferralEvent[]): Promise<ReferralVersion>;
  /** `update` in a transaction that is already open, and the state after it. */
  updateIn(
    tx: Transaction,
    id: string,
    change: Change,
    options?: UpdateOptions,
  ): Promise<{ state: ExistingReferral; saved: ReferralVersion }>;
}

export function createReferralStore(database: Database, links: ReferralLinks): ReferralStore {
  const updateIn: ReferralStore['updateIn'] = (tx, id, change, options = {}) =>
    updateReferral(tx, links, id, change, options);
  return {
    create: (events, options = {}) => transact(database, (tx) => insertReferral(tx, links, events), options),
    createIn: (tx, events) => insertReferral(tx, links, events),
    update: (id, change, options) => transact(database, async (tx) => (await updateIn(tx, id, change, options)).saved),
    updateIn,
  };
}

async function insertReferral(
  tx: Transaction,
  links: ReferralLinks,
  events: readonly ReferralEvent[],
): Promise<ReferralVersion> {
  const [first] = events;
  const state = evolveAll(referralDecider, referralDecider.initialState, events);
  if (state.status === 'none' || first === undefined) throw new TypeError('A referral begins with a draft.');
  const partner = await readPartnerStanding(tx, state.partnerId);
  const version = events.length;
  tx.em.create(
    ReferralEntity,
    { id: state.id, version, ...toColumns(state), createdAt: first.at, updatedAt: first.at },
    { persist: true },
  );
  await record(tx, links, referralDecider.initialState, events, {
    version: 0,
    partner,
    id: state.id,
    partnerId: state.partnerId,
  });
  return { id: state.id, version, status: state.status };
}

async function updateReferral(
  tx: Transaction,
  links: ReferralLinks,
  id: string,
  change: Change,
  options: UpdateOptions,
): Promise<{ state: ExistingReferral; saved: ReferralVersion }> {
  const row = await tx.em.findOne(ReferralEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null) throw referralNotFound();
  const before = toState(row);
  if (options.ownedBy !== undefined && !isKnownTo(before, options.ownedBy)) throw referralNotFound();
  if (options.expectedVersion !== undefined && options.expectedVersion !== row.version) {
    throw recordChanged({ current: row.version });
  }
  const partner = await readPartnerStanding(tx, row.partnerId);
  const events = change(before, { partner });
  const last = events.at(-1);
  const state = evolveAll(referralDecider, before as Referral, events);
  if (last === undefined || state.status === 'none') return { state: before, saved: versionOf(row) };
  const { version } = row;
  tx.em.assign(row, { ...toColumns(state), version: version + events.length, updatedAt: last.at });
  await record(tx, links, before, events, { version, partner, id, partnerId: row.partnerId });
  return { state, saved: versionOf(row) };
}

function versionOf({ id, version, status }: ReferralVersion): ReferralVersion {
  return { id, version, status };
}

function isKnownTo(state: ExistingReferral, partnerId: string): boolean {
  return state.partnerId === partnerId && partnerSight(state) !== 'nothing';
}

/** Writes each event's history row and audit record, and publishes it with the state right after it. */
async function record(
  tx: Transaction,
  links: ReferralLinks,
  before: Referral,
  events: readonly ReferralEvent[],
  { version, partner, id, partnerId }: { version: number; partner: PartnerStanding; id: string; partnerId: string },
): Promise<void> {
  // The history refers to the row, which the ORM would otherwise write last.
  await tx.em.flush();
  const actor = currentActor();
  let state = before;
  let sequence = version;
  for (const event of events) {
    state = referralDecider.evolve(state, event);
    sequence += 1;
    await tx.query(
      `insert into referral_history (referral_id, sequence, event, at, actor_kind, actor_name, details)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, sequence, event.type, event.at, actor.kind, 'name' in actor ? actor.name : null, detailsOf(event)],
    );
    if ('documentId' in event) await keepShare(tx, id, event);
    await tx.audit({ action: event.type, subjectType: 'referral', subjectId: id });
    if (state.status !== 'none') {
      const contact = { name: partner.name, ...partner.contact };
      const told = { contact, ...(await linksFor(tx, links, state, event)) };
      await publishWithFeed(tx, partnerId, publicationsOf(state, event, sequence, partner.accountKey, told));
    }
  }
}

/** What is shared is looked up by document as well. */
async function keepShare(tx: Transaction, id: string, { type, documentId, at }: DocumentEvent): Promise<void> {
  await tx.query(
    `insert into document_share (document_id, referral_id, shared_at, unshared_at) values ($1, $2, $3, $4)
     on conflict (document_id, referral_id) do update set unshared_at = excluded.unshared_at`,
    [documentId, id, at, type === 'document-shared' ? null : at],
  );
}

/** What the history tells of an event besides its name: codes only, so that it can outlive the person's data. */
function detailsOf(event: ReferralEvent): string | null {
  switch (event.type) {
    case 'declined':
      return JSON.stringify({ reasonCode: event.reason, codes: referralCodesVersion });
    case 'closed':
      return JSON.stringify({ outcome: event.outcome, codes: referralCodesVersion });
    case 'document-shared':
    case 'document-unshared':
      return JSON.stringify({ documentId: event.documentId });
    case 'rerouted':
      return JSON.stringify({ reroutedTo: event.reroutedTo });
    case 'consent-recorded':
      return JSON.stringify({ scope: event.consent.scope, textVersion: event.consent.textVersion });
    default:
      return null;
  }
}
