import { evolveAll, newId } from '@ateneu/kernel';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { LockMode } from '@mikro-orm/core';

import type { Project } from '../project/index.ts';
import { accompanimentDecider, decide } from './accompaniment.decide.ts';
import { AccompanimentEntity, toColumns, toState } from './accompaniment.entity.ts';
import { accompanimentNotFound } from './accompaniment.errors.ts';
import { type Around, copyTasks, readAround, recordEvents } from './accompaniment.history.ts';
import type { AccompanimentStatus } from './accompaniment-transitions.ts';
import type {
  Accompaniment,
  AccompanimentEvent,
  ExistingAccompaniment,
  Modality,
  Technician,
} from './accompaniment.ts';
import { codedConflicts } from './accompaniment.constraints.ts';
import { closeLinkedReferral, resolveOrigin, type ReferralUpdates } from './accompaniment.origin.ts';

/** Where an accompaniment stands after a change. */
export interface AccompanimentVersion {
  id: string;
  projectId: string;
  version: number;
  status: AccompanimentStatus;
}

/** What an accompaniment is opened from: a referral that was accepted, a project that is known, or a new one. */
export interface OpenAccompaniment {
  origin:
    | { kind: 'referral'; referralId: string; projectId?: string | undefined }
    | { kind: 'project'; projectId: string }
    | { kind: 'new'; project: Omit<Project, 'id'> };
  /** Not needed with a referral, which has one. */
  modality?: Modality | undefined;
  technician: Technician;
  at: Date;
}

export interface UpdateOptions {
  expectedVersion?: number | undefined;
  idempotency?: Idempotency | undefined;
  /** A session that the decision is about: `around.session` holds it, and without it there is none. */
  sessionId?: string | undefined;
}

/** Loads, decides, saves and publishes accompaniments, each in one transaction with its audit record. */
export interface AccompanimentStore {
  /**
   * Opens an accompaniment in state `planned`, with its project, and starts the referral it comes from.
   *
   * @throws DomainError `accompaniment.project.not-found`, `accompaniment.accompaniment.referral-taken` or
   * `.modality-mismatch`, or what starting the referral throws
   */
  open(request: OpenAccompaniment, options?: { idempotency?: Idempotency | undefined }): Promise<AccompanimentVersion>;
  /**
   * Locks the accompaniment, lets `change` decide, and saves what it decided. Each event is one version; none, no new
   * version. An end closes the linked referral in the same transaction.
   *
   * @throws DomainError `accompaniment.accompaniment.not-found` or `.already-in-progress`, or `kit.record.changed` where
   * `expectedVersion` is not current
   */
  update(
    id: string,
    change: (state: ExistingAccompaniment, around: Around) => readonly AccompanimentEvent[],
    options?: UpdateOptions,
  ): Promise<AccompanimentVersion>;
}

export function createAccompanimentStore(database: Database, referrals: ReferralUpdates): AccompanimentStore {
  return {
    open: (request, { idempotency } = {}) =>
      codedConflicts(transact(database, (tx) => open(tx, referrals, request), { idempotency })),
    update: (id, change, options = {}) =>
      codedConflicts(transact(database, (tx) => update(tx, referrals, id, change, options), options)),
  };
}

async function open(
  tx: Transaction,
  referrals: ReferralUpdates,
  { origin, modality: asked, technician, at }: OpenAccompaniment,
): Promise<AccompanimentVersion> {
  const { projectId, modality, referralId } = await resolveOrigin(tx, referrals, origin, asked, at);
  const [template] = await tx.query<{ version: number }>(
    `select max(version)::int as version from itinerary_template where modality = $1`,
    [modality],
  );
  const id = newId();
  const plan = { id, projectId, modality, itineraryVersion: template?.version ?? 1, technician, referralId };
  const events = decide({ type: 'plan', plan, at }, accompanimentDecider.initialState);
  const state = evolveAll(accompanimentDecider, accompanimentDecider.initialState, events);
  if (state.status === 'none') throw new TypeError('An accompaniment begins with its plan.');
  tx.em.create(
    AccompanimentEntity,
    { id, version: 1, ...toColumns(state), startedAt: null, endedAt: null, createdAt: at, updatedAt: at },
    { persist: true },
  );
  const around = await readAround(tx, { id, projectId, modality, itineraryVersion: plan.itineraryVersion });
  await recordEvents(tx, accompanimentDecider.initialState, events, { version: 0, around });
  await copyTasks(tx, id, around.tasks, at);
  return { id, projectId, version: 1, status: state.status };
}

async function update(
  tx: Transaction,
  referrals: ReferralUpdates,
  id: string,
  change: Parameters<AccompanimentStore['update']>[1],
  { expectedVersion, sessionId }: UpdateOptions,
): Promise<AccompanimentVersion> {
  const row = await tx.em.findOne(AccompanimentEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null) throw accompanimentNotFound();
  if (expectedVersion !== undefined && expectedVersion !== row.version) throw recordChanged({ current: row.version });
  const before = toState(row);
  const around = await readAround(tx, row, sessionId);
  const events = change(before, around);
  const state = evolveAll(accompanimentDecider, before as Accompaniment, events);
  const last = events.at(-1);
  if (last !== undefined && state.status !== 'none') {
    const { version } = row;
    tx.em.assign(row, {
      ...toColumns(state),
      version: version + events.length,
      updatedAt: last.at,
      startedAt: row.startedAt ?? (state.status === 'in-progress' ? last.at : null),
      endedAt: state.status === 'completed' || state.status === 'abandoned' ? (row.endedAt ?? last.at) : null,
    });
    await recordEvents(tx, before, events, { version, around });
    await closeLinkedReferral(tx, referrals, state, last.at);
  }
  return { id, projectId: row.projectId, version: row.version, status: row.status };
}
