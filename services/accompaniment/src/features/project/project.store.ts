import { newId } from '@ateneu/kernel';
import { projectMerged as projectMergedEvent } from '@ateneu/events';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { LockMode } from '@mikro-orm/core';

import { ProjectEntity, type ProjectRow, toProjectColumns } from './project.entity.ts';
import { bothInProgress, projectMerged, projectMergedWithItself, projectNotFound } from './project.errors.ts';
import type { Project, ProjectStatus } from './project.ts';

/** Where a project stands after a change. */
export interface ProjectVersion {
  id: string;
  version: number;
  status: ProjectStatus;
}

/** Saves projects, each change in one transaction with its audit record. */
export interface ProjectStore {
  create(
    project: Omit<Project, 'id'>,
    at: Date,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<ProjectVersion>;
  /** @throws DomainError `accompaniment.project.not-found` or `.merged`, or `kit.record.changed` */
  edit(id: string, project: Omit<Project, 'id'>, at: Date, expectedVersion: number): Promise<ProjectVersion>;
  /**
   * Lets a project go into another: its accompaniments, members, documents, requests and referrals become the other's,
   * and what the other does not say it says from now on.
   *
   * @throws DomainError `accompaniment.project.not-found`, `.merged`, `.merged-with-itself` or `.both-in-progress`, or `kit.record.changed`
   */
  merge(id: string, intoId: string, at: Date, expectedVersion: number): Promise<ProjectVersion>;
}

export function createProjectStore(database: Database): ProjectStore {
  return {
    create: (project, at, options = {}) =>
      transact(
        database,
        async (tx) => {
          const id = await createProject(tx, project, at);
          await tx.audit({ action: 'create', subjectType: 'project', subjectId: id });
          return { id, version: 1, status: project.status ?? 'active' };
        },
        options,
      ),
    edit: (id, project, at, expectedVersion) =>
      transact(database, async (tx) => {
        const row = await lockProject(tx, id);
        if (row.version !== expectedVersion) throw recordChanged({ current: row.version });
        tx.em.assign(row, { ...toProjectColumns({ id, ...project }), version: row.version + 1, updatedAt: at });
        await tx.audit({ action: 'edit', subjectType: 'project', subjectId: id });
        return { id, version: row.version, status: row.status };
      }),
    merge: (id, intoId, at, expectedVersion) =>
      transact(database, (tx) => merge(tx, { id, intoId, at, expectedVersion })),
  };
}

/** Makes a project in a transaction that is already open, and gives its id. */
export async function createProject(
  tx: Transaction,
  project: Omit<Project, 'id'>,
  at: Date,
  id: string = newId(),
): Promise<string> {
  tx.em.create(
    ProjectEntity,
    {
      ...toProjectColumns({ id, ...project }),
      version: 1,
      listing: null,
      mergedInto: null,
      createdAt: at,
      updatedAt: at,
    },
    { persist: true },
  );
  // The ORM knows of no relation between this and what refers to it, and might write that first.
  await tx.em.flush();
  return id;
}

/**
 * Locks a project to change it or what belongs to it.
 *
 * @throws DomainError `accompaniment.project.not-found` or `.merged`
 */
export async function lockProject(tx: Transaction, id: string): Promise<ProjectRow> {
  const row = await tx.em.findOne(ProjectEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null) throw projectNotFound();
  if (row.status === 'merged') throw projectMerged();
  return row;
}

const moves = [
  `update accompaniment set project_id = $2 where project_id = $1`,
  `update intake set project_id = $2 where project_id = $1`,
  `update referral set project_id = $2 where project_id = $1`,
  `update project_document set project_id = $2 where project_id = $1`,
  // A person who is in both groups stays once: the other's invitation or membership is the one that counts.
  `update project_member set status = 'left' where project_id = $1 and status in ('invited', 'active')
    and email_key in (select email_key from project_member where project_id = $2 and status in ('invited', 'active'))`,
  `update project_member set project_id = $2 where project_id = $1`,
];

async function merge(
  tx: Transaction,
  { id, intoId, at, expectedVersion }: { id: string; intoId: string; at: Date; expectedVersion: number },
): Promise<ProjectVersion> {
  if (id === intoId) throw projectMergedWithItself();
  // Always in the same order, so that two merges of the same pair never wait for each other.
  const rows = new Map<string, ProjectRow>();
  for (const key of [id, intoId].toSorted()) rows.set(key, await lockProject(tx, key));
  const from = rows.get(id);
  const into = rows.get(intoId);
  if (from === undefined || into === undefined) throw projectNotFound();
  if (from.version !== expectedVersion) throw recordChanged({ current: from.version });
  const clash = await tx.query(
    `select modality from accompaniment where project_id in ($1, $2) and status = 'in-progress'
     group by modality having count(*) > 1`,
    [id, intoId],
  );
  if (clash.length > 0) throw bothInProgress();
  for (const statement of moves) await tx.query(statement, [id, intoId]);
  tx.em.assign(into, {
    sector: into.sector ?? from.sector ?? null,
    neighbourhood: into.neighbourhood ?? from.neighbourhood ?? null,
    groupSize: into.groupSize ?? from.groupSize ?? null,
    contact: into.contact ?? from.contact ?? null,
    listing: into.listing ?? from.listing ?? null,
    profile: { ...from.profile, ...into.profile },
    tags: [...new Set([...into.tags, ...from.tags])],
    version: into.version + 1,
    updatedAt: at,
  });
  tx.em.assign(from, {
    status: 'merged',
    mergedInto: intoId,
    contact: null,
    version: from.version + 1,
    updatedAt: at,
  });
  await tx.audit({ action: 'merge', subjectType: 'project', subjectId: id, details: { into: intoId } });
  const data = { projectId: id, intoProjectId: intoId };
  publishAll(tx, [publication(projectMergedEvent, { aggregateId: id, sequence: from.version, occurredAt: at, data })]);
  return { id: intoId, version: into.version, status: into.status };
}
