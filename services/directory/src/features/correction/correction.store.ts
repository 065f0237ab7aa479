import { correctionAccepted, correctionProposed, correctionRejected } from '@ateneu/events';
import { currentActor, type LocalizedText } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact, type Transaction } from '@ateneu/persistence';

import {
  decideInitiative,
  initiativeNotFound,
  type InitiativeStore,
  type InitiativeVersion,
  withChanges,
  type FieldChange,
} from '../initiative/index.ts';
import { accept, assertOpen } from './correction.decide.ts';
import { correctionNotFound } from './correction.errors.ts';
import type { Correction, CorrectionAuthor, CorrectionStatus } from './correction.ts';

/** A correction to be opened. */
export type NewCorrection = Omit<Correction, 'status'> & { at: Date };

/** Opens corrections and applies or rejects them, each in one transaction with the initiative's own change. */
export interface CorrectionStore {
  /** Opens a correction whose author is known to hold the address given. */
  openIn(tx: Transaction, correction: NewCorrection): Promise<void>;
  /**
   * Applies a correction, whole or the fields named, to the version of the initiative that was looked at.
   *
   * @throws DomainError `directory.correction.not-found`, `.decided` or `.field-unknown`; `kit.record.changed`; whatever
   *   refuses an edit of the initiative
   */
  accept(
    id: string,
    options: { expectedVersion: number; fields?: readonly string[] | undefined; note?: string | undefined; at: Date },
  ): Promise<InitiativeVersion>;
  /** @throws DomainError `directory.correction.not-found` or `.decided` */
  reject(id: string, options: { reasonCode: string; note?: string | undefined; at: Date }): Promise<void>;
}

interface Row {
  id: string;
  initiative_id: string;
  status: CorrectionStatus;
  base_version: number;
  changes: FieldChange[];
  author: CorrectionAuthor | null;
}

export function createCorrectionStore(database: Database, initiatives: InitiativeStore): CorrectionStore {
  return {
    openIn: open,
    accept: (id, { expectedVersion, fields, note, at }) =>
      transact(database, async (tx) => {
        const row = await lock(tx, id);
        const { status, changes } = accept(stateOf(row), fields);
        const saved = await initiatives.updateIn(
          tx,
          row.initiative_id,
          (state) =>
            state.status === 'none'
              ? []
              : decideInitiative({ type: 'edit', details: withChanges(state.details, asChanges(changes)), at }, state),
          { expectedVersion, correctionId: id },
        );
        const accepted = changes.map((change) => change.field);
        await settle(tx, id, { status, accepted, note, at });
        const data = { ...(await factsOf(tx, row)), accepted, note };
        publishAll(tx, [publication(correctionAccepted, { aggregateId: id, sequence: 2, occurredAt: at, data })]);
        return saved;
      }),
    reject: (id, { reasonCode, note, at }) =>
      transact(database, async (tx) => {
        const row = await lock(tx, id);
        assertOpen(row);
        await settle(tx, id, { status: 'rejected', accepted: [], reasonCode, note, at });
        const data = { ...(await factsOf(tx, row)), reasonCode, note };
        publishAll(tx, [publication(correctionRejected, { aggregateId: id, sequence: 2, occurredAt: at, data })]);
      }),
  };
}

async function open(tx: Transaction, correction: NewCorrection): Promise<void> {
  const { id, initiativeId, baseVersion, changes, comment, author, at } = correction;
  await tx.query(
    `insert into correction (id, initiative_id, status, base_version, changes, comment, author, created_at)
     values ($1, $2, 'open', $3, $4, $5, $6, $7)`,
    [
      id,
      initiativeId,
      baseVersion,
      JSON.stringify(changes),
      comment ?? null,
      author === undefined ? null : JSON.stringify(author),
      at,
    ],
  );
  const row = { id, initiative_id: initiativeId, changes: asChanges(changes), author: author ?? null };
  const data = await factsOf(tx, row);
  publishAll(tx, [publication(correctionProposed, { aggregateId: id, sequence: 1, occurredAt: at, data })]);
}

async function lock(tx: Transaction, id: string): Promise<Row> {
  const [row] = await tx.query<Row>(`select * from correction where id = $1 for update`, [id]);
  if (row === undefined) throw correctionNotFound();
  return row;
}

function stateOf(row: Row): Correction {
  const { id, initiative_id, status, base_version, changes } = row;
  return { id, initiativeId: initiative_id, status, baseVersion: base_version, changes };
}

interface Decided {
  status: CorrectionStatus;
  accepted: readonly string[];
  reasonCode?: string;
  note: string | undefined;
  at: Date;
}

async function settle(tx: Transaction, id: string, decided: Decided): Promise<void> {
  const actor = currentActor();
  await tx.query(
    `update correction set status = $2, accepted = $3::text[], reason_code = $4, note = $5, decided_at = $6,
       decided_by = $7 where id = $1`,
    [
      id,
      decided.status,
      decided.accepted,
      decided.reasonCode ?? null,
      decided.note ?? null,
      decided.at,
      'name' in actor ? actor.name : actor.id,
    ],
  );
  await tx.audit({ action: decided.status, subjectType: 'correction', subjectId: id });
}

async function factsOf(tx: Transaction, row: Pick<Row, 'id' | 'initiative_id' | 'changes' | 'author'>) {
  const [initiative] = await tx.query<{ name: LocalizedText; slug: string | null }>(
    `select name, slug from initiative where id = $1`,
    [row.initiative_id],
  );
  if (initiative === undefined) throw initiativeNotFound();
  return {
    correctionId: row.id,
    initiativeId: row.initiative_id,
    name: initiative.name,
    slug: initiative.slug ?? undefined,
    fields: row.changes.map((change) => change.field),
    personal: row.author ?? undefined,
  };
}

/** The fields were those of an initiative when they were handed in. */
function asChanges(changes: Correction['changes']): FieldChange[] {
  return changes as FieldChange[];
}
