import { jobInsertionRecorded } from '@ateneu/events';
import { currentActorName, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';

import { insertionNotFound } from './job-insertion.errors.ts';
import { type JobInsertion, refuseVoided } from './job-insertion.ts';

/** Where an insertion stands after a change. */
export interface InsertionVersion {
  id: string;
  version: number;
  voided: boolean;
}

/** Keeps job insertions; a correction keeps what was said before. */
export interface InsertionStore {
  record(
    accompaniment: { id: string; projectId: string },
    insertion: JobInsertion,
    at: Date,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<InsertionVersion>;
  /** @throws DomainError `accompaniment.insertion.not-found` or `.voided`, or `kit.record.changed` */
  correct(
    accompanimentId: string,
    id: string,
    change: { insertion: JobInsertion; why: string; at: Date },
    expectedVersion: number,
  ): Promise<InsertionVersion>;
  /** Takes one back, which counts no longer; asking again changes nothing. */
  void(
    accompanimentId: string,
    id: string,
    change: { why: string; at: Date },
    expectedVersion: number,
  ): Promise<InsertionVersion>;
}

interface Row {
  id: string;
  accompaniment_id: string;
  project_id: string;
  version: number;
  contents: JobInsertion;
  voided: boolean;
}

export function createInsertionStore(database: Database): InsertionStore {
  return {
    record: (accompaniment, insertion, at, options = {}) =>
      transact(
        database,
        async (tx) => {
          const row: Row = {
            id: newId(),
            accompaniment_id: accompaniment.id,
            project_id: accompaniment.projectId,
            version: 1,
            contents: insertion,
            voided: false,
          };
          await tx.query(
            `insert into job_insertion
               (id, accompaniment_id, version, person, contract_type, starts_on, ends_on, created_at, updated_at)
             values ($1, $2, 1, $3, $4, $5, $6, $7, $7)`,
            [row.id, accompaniment.id, ...columnsOf(insertion), at],
          );
          return keep(tx, row, { at, action: 'record' });
        },
        options,
      ),
    correct: (accompanimentId, id, { insertion, why, at }, expectedVersion) =>
      transact(database, async (tx) => {
        const before = await lock(tx, accompanimentId, id, expectedVersion);
        refuseVoided(before);
        const row = { ...before, contents: insertion, version: before.version + 1 };
        await tx.query(
          `update job_insertion set version = $2, person = $3, contract_type = $4, starts_on = $5, ends_on = $6,
             updated_at = $7 where id = $1`,
          [id, row.version, ...columnsOf(insertion), at],
        );
        return keep(tx, row, { at, why, action: 'correct' });
      }),
    void: (accompanimentId, id, { why, at }, expectedVersion) =>
      transact(database, async (tx) => {
        const before = await lock(tx, accompanimentId, id, expectedVersion);
        if (before.voided) return { id, version: before.version, voided: true };
        const row = { ...before, voided: true, version: before.version + 1 };
        await tx.query(`update job_insertion set version = $2, voided_at = $3, updated_at = $3 where id = $1`, [
          id,
          row.version,
          at,
        ]);
        return keep(tx, row, { at, why, action: 'void' });
      }),
  };
}

function columnsOf({ person, contractType, startsOn, endsOn }: JobInsertion): unknown[] {
  return [JSON.stringify(person), contractType, startsOn, endsOn ?? null];
}

async function lock(tx: Transaction, accompanimentId: string, id: string, expectedVersion: number): Promise<Row> {
  const [row] = await tx.query<Row>(
    `select insertion.id, accompaniment_id, accompaniment.project_id, insertion.version,
       jsonb_strip_nulls(jsonb_build_object('person', person, 'contractType', contract_type, 'startsOn', starts_on,
         'endsOn', ends_on)) as contents, voided_at is not null as voided
     from job_insertion as insertion join accompaniment on accompaniment.id = accompaniment_id
     where insertion.id = $1 and accompaniment_id = $2 for update of insertion`,
    [id, accompanimentId],
  );
  if (row === undefined) throw insertionNotFound();
  if (row.version !== expectedVersion) throw recordChanged({ current: row.version });
  return row;
}

async function keep(
  tx: Transaction,
  { id, accompaniment_id: accompanimentId, project_id: projectId, version, contents, voided }: Row,
  { at, why, action }: { at: Date; why?: string; action: string },
): Promise<InsertionVersion> {
  await tx.query(
    `insert into job_insertion_history (insertion_id, sequence, at, actor_name, why, contents)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, version, at, currentActorName(), why ?? null, JSON.stringify({ ...contents, voided })],
  );
  await tx.audit({ action, subjectType: 'job-insertion', subjectId: id });
  const { contractType, startsOn, endsOn } = contents;
  publishAll(tx, [
    publication(jobInsertionRecorded, {
      aggregateId: id,
      sequence: version,
      occurredAt: at,
      data: {
        insertionId: id,
        projectId,
        accompanimentId,
        contractType,
        startsOn,
        endsOn,
        correction: version > 1,
        voided,
      },
    }),
  ]);
  return { id, version, voided };
}
