import { currentActor, evolveAll, issueSecret } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { LockMode } from '@mikro-orm/core';

import { intakeDecider } from './intake.decide.ts';
import { IntakeEntity, toColumns, toState } from './intake.entity.ts';
import { intakeNotFound, tooManyUnconfirmed } from './intake.errors.ts';
import { publicationOf } from './intake.publications.ts';
import type { IntakeStatus } from './intake-transitions.ts';
import type { ExistingIntake, Intake, IntakeEvent } from './intake.ts';

/** Where a request stands after a change. */
export interface IntakeVersion {
  id: string;
  version: number;
  status: IntakeStatus;
}

/** How the links are made with which people confirm their address. */
export interface ConfirmLinks {
  /** The address of the link of a secret. */
  urlOf: (secret: string) => string;
  /** How long a link is good for, in hours. */
  hours: number;
}

/** Loads, decides, saves and publishes intake requests, each in one transaction with its history and audit record. */
export interface IntakeStore {
  /** @throws DomainError `accompaniment.intake.too-many-unconfirmed` */
  create(events: readonly IntakeEvent[], options?: { idempotency?: Idempotency | undefined }): Promise<IntakeVersion>;
  /** The same in a transaction that is already open, for a request that needs no confirmation. */
  createIn(tx: Transaction, events: readonly IntakeEvent[]): Promise<IntakeVersion>;
  /**
   * Locks the request, lets `change` decide, and saves what it decided. No event, no new version.
   *
   * @param alongside what else is made in the same transaction, before the request refers to it
   * @throws DomainError `accompaniment.intake.not-found`, or `kit.record.changed` where `expectedVersion` is not current
   */
  update(
    id: string,
    change: (state: ExistingIntake) => readonly IntakeEvent[],
    options?: {
      expectedVersion?: number | undefined;
      alongside?: (tx: Transaction, state: ExistingIntake) => Promise<unknown>;
    },
  ): Promise<IntakeVersion>;
}

/** How many requests of one address may wait for their confirmation, within a day. */
const mostUnconfirmed = 3;
const hourMs = 60 * 60 * 1_000;

export function createIntakeStore(database: Database, links: ConfirmLinks): IntakeStore {
  return {
    create: (events, options = {}) => transact(database, (tx) => insert(tx, links, events), options),
    createIn: (tx, events) => insert(tx, links, events),
    update: (id, change, options = {}) => transact(database, (tx) => update(tx, id, change, options)),
  };
}

async function insert(tx: Transaction, links: ConfirmLinks, events: readonly IntakeEvent[]): Promise<IntakeVersion> {
  const [first] = events;
  const state = evolveAll(intakeDecider, intakeDecider.initialState, events);
  if (state.status === 'none' || first === undefined) throw new TypeError('A request begins with its reception.');
  const columns = toColumns(state);
  if (columns.confirmedAt === null) await refuseFlood(tx, columns.emailKey, first.at);
  const { secret, hash } = issueSecret('int');
  tx.em.create(
    IntakeEntity,
    {
      id: state.id,
      version: events.length,
      ...columns,
      erasedAt: null,
      confirmHash: hash,
      confirmUntil: new Date(first.at.getTime() + links.hours * hourMs),
      createdAt: first.at,
      updatedAt: first.at,
    },
    { persist: true },
  );
  await record(tx, intakeDecider.initialState, events, 0, state.id, links.urlOf(secret));
  return { id: state.id, version: events.length, status: state.status };
}

/** Whoever writes another person's address into the form must not be able to fill their mailbox. */
async function refuseFlood(tx: Transaction, emailKey: string, at: Date): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('intake:' || $1, 0))`, [emailKey]);
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from intake where email_key = $1 and confirmed_at is null and created_at > $2`,
    [emailKey, new Date(at.getTime() - 24 * hourMs)],
  );
  if ((row?.count ?? 0) >= mostUnconfirmed) throw tooManyUnconfirmed();
}

async function update(
  tx: Transaction,
  id: string,
  change: Parameters<IntakeStore['update']>[1],
  { expectedVersion, alongside }: NonNullable<Parameters<IntakeStore['update']>[2]>,
): Promise<IntakeVersion> {
  const row = await tx.em.findOne(IntakeEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null || row.erasedAt instanceof Date) throw intakeNotFound();
  if (expectedVersion !== undefined && expectedVersion !== row.version) throw recordChanged({ current: row.version });
  const before = toState(row);
  const events = change(before);
  const state = evolveAll(intakeDecider, before as Intake, events);
  const last = events.at(-1);
  if (last !== undefined && state.status !== 'none') {
    await alongside?.(tx, state);
    const { version } = row;
    tx.em.assign(row, { ...toColumns(state), version: version + events.length, updatedAt: last.at });
    await record(tx, before, events, version, id);
  }
  return { id, version: row.version, status: row.status };
}

async function record(
  tx: Transaction,
  before: Intake,
  events: readonly IntakeEvent[],
  version: number,
  id: string,
  confirmUrl?: string,
): Promise<void> {
  // The history refers to the row, which the ORM would otherwise write last.
  await tx.em.flush();
  const actor = currentActor();
  let state = before;
  let sequence = version;
  for (const event of events) {
    state = intakeDecider.evolve(state, event);
    sequence += 1;
    await tx.query(
      `insert into intake_history (intake_id, sequence, event, at, actor_kind, actor_name)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, sequence, event.type, event.at, actor.kind, 'name' in actor ? actor.name : null],
    );
    await tx.audit({ action: event.type, subjectType: 'intake', subjectId: id });
    if (state.status !== 'none') publishAll(tx, [publicationOf(state, event, sequence, confirmUrl)]);
  }
}
