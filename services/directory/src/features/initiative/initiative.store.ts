import { evolveAll } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import {
  type Database,
  type Idempotency,
  recordChanged,
  rowsOf,
  transact,
  type Transaction,
} from '@ateneu/persistence';

import { initiativeDecider } from './initiative.decide.ts';
import { InitiativeEntity, type InitiativeRow, toColumns, toState } from './initiative.entity.ts';
import { initiativeNotFound } from './initiative.errors.ts';
import { publicationsOf } from './initiative.publications.ts';
import type { Initiative, InitiativeEvent } from './initiative.ts';
import { recordBaseline, recordRevisions, revisionBetween } from './revision.store.ts';
import { findFreeSlug, recordSlugChanges } from './slug.store.ts';

/** Where an initiative stands after a change. */
export interface InitiativeVersion {
  id: string;
  version: number;
  status: Initiative['status'];
  slug: string | null;
}

/** What `update` gives to the decision beside the state. */
export interface UpdateContext {
  /** A slug for this initiative that nobody has. */
  freeSlug: string;
}

/** Loads, decides, saves and publishes initiatives, each in one transaction. */
export interface InitiativeStore {
  /** Saves a new initiative from the events that made it. */
  create(
    events: readonly InitiativeEvent[],
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<InitiativeVersion>;
  /** The same, in a transaction that is already open: for subscribers. */
  createIn(tx: Transaction, events: readonly InitiativeEvent[]): Promise<InitiativeVersion>;
  /** Many at once, in a few statements. */
  createManyIn(tx: Transaction, eventsOfEach: readonly (readonly InitiativeEvent[])[]): Promise<void>;
  /**
   * Locks the initiative, lets `fn` decide, and saves what it decided. No event, no new version.
   *
   * @throws DomainError `directory.initiative.not-found`, `directory.initiative.slug-taken`, or `kit.record.changed`
   *   where `expectedVersion` is not current
   */
  update(id: string, fn: Decision, options?: UpdateOptions): Promise<InitiativeVersion>;
  /** The same, in a transaction that is already open. */
  updateIn(tx: Transaction, id: string, fn: Decision, options?: UpdateOptions): Promise<InitiativeVersion>;
}

/** What happens to an initiative in the state it is found in. */
export type Decision = (state: Initiative, context: UpdateContext) => readonly InitiativeEvent[];

/** How an initiative is updated. */
export interface UpdateOptions {
  expectedVersion?: number | undefined;
  /** The correction that is being applied. */
  correctionId?: string | undefined;
}

const initiatives = rowsOf<InitiativeRow>(InitiativeEntity);

export function createInitiativeStore(database: Database): InitiativeStore {
  return {
    create: (events, options = {}) => transact(database, (tx) => insert(tx, events), options),
    createIn: insert,
    createManyIn: insertMany,
    update: (id, fn, options = {}) => transact(database, (tx) => update(tx, id, fn, options)),
    updateIn: (tx, id, fn, options = {}) => update(tx, id, fn, options),
  };
}

async function insert(tx: Transaction, events: readonly InitiativeEvent[]): Promise<InitiativeVersion> {
  const { state, row } = born(events);
  tx.em.create(InitiativeEntity, row, { persist: true });
  // Whatever else is written in this transaction may refer to it.
  await tx.em.flush();
  recordRevisions(tx, [revisionBetween(initiativeDecider.initialState, state, events, 1)]);
  publishAll(tx, publicationsOf(state, events, 1));
  return { id: state.id, version: 1, status: state.status, slug: row.slug };
}

async function insertMany(tx: Transaction, eventsOfEach: readonly (readonly InitiativeEvent[])[]): Promise<void> {
  const all = eventsOfEach.map((events) => ({ events, ...born(events) }));
  await tx.em.insertMany(
    InitiativeEntity,
    all.map(({ row }) => row),
  );
  recordRevisions(
    tx,
    all.map(({ state, events }) => revisionBetween(initiativeDecider.initialState, state, events, 1)),
  );
  for (const { state, events } of all) publishAll(tx, publicationsOf(state, events, 1));
}

/** What a new initiative is after the events that made it. */
function born(events: readonly InitiativeEvent[]) {
  const state = evolveAll(initiativeDecider, initiativeDecider.initialState, events);
  const [first] = events;
  if (state.status === 'none' || first === undefined) throw new TypeError('An initiative begins with a proposal.');
  return { state, row: { id: state.id, version: 1, ...toColumns(state), createdAt: first.at, updatedAt: first.at } };
}

async function update(
  tx: Transaction,
  id: string,
  fn: Decision,
  { expectedVersion, correctionId }: UpdateOptions,
): Promise<InitiativeVersion> {
  const row = await initiatives.lock(tx, id);
  if (row === undefined) throw initiativeNotFound();
  if (expectedVersion !== undefined && expectedVersion !== row.version) throw recordChanged({ current: row.version });
  const before = toState(row);
  const slug = row.slug ?? (await findFreeSlug(tx, row.name.ca));
  const events = fn(before, { freeSlug: slug });
  const last = events.at(-1);
  const state = evolveAll(initiativeDecider, before, events);
  if (last !== undefined && state.status !== 'none' && before.status !== 'none') {
    recordBaseline(tx, before, row.version, row.updatedAt);
    initiatives.change(tx, row, { ...toColumns(state), version: row.version + 1, updatedAt: last.at });
    await recordSlugChanges(tx, id, events);
    recordRevisions(tx, [revisionBetween(before, state, events, row.version, correctionId)]);
    publishAll(tx, publicationsOf(state, events, row.version));
  }
  return { id, version: row.version, status: row.status, slug: row.slug ?? null };
}
