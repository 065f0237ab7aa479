import { projectMemberInvited } from '@ateneu/events';
import { currentActor, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { issueLink, revokeLinks } from '../access-link/index.ts';
import { memberAlreadyThere, memberNotFound, memberWithoutAddress, memberWrongState } from './project.errors.ts';
import { lockProject } from './project.store.ts';
import type { MemberPerson, MemberStatus } from './project.ts';

/** How the links are made with which people accept an invitation. */
export interface InvitationLinks {
  urlOf(secret: string): string;
  /** How many days a link is good for. */
  days: number;
}

/** Where a member stands after a change. */
export interface MemberVersion {
  id: string;
  version: number;
  status: MemberStatus;
}

/** The group of a project: who is invited, who accepted, and what is kept of them. */
export interface MemberStore {
  /**
   * Adds somebody: invited by an e-mail with a link, or, where `invite` is false, at once, on the staff's word.
   *
   * @throws DomainError `accompaniment.member.already-there` or `.without-address`, `accompaniment.project.not-found`
   */
  add(
    projectId: string,
    person: MemberPerson,
    how: { invite: boolean; at: Date },
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<MemberVersion>;
  /** Invites again, by a new link; the earlier ones no longer work. */
  inviteAgain(projectId: string, id: string, at: Date): Promise<MemberVersion>;
  /** @throws DomainError `accompaniment.member.not-found`, or `kit.record.changed` */
  edit(
    projectId: string,
    id: string,
    change: { person: MemberPerson; status?: 'active' | 'left' | undefined },
    at: Date,
    expectedVersion: number,
  ): Promise<MemberVersion>;
  /** What the person says by their link; asking again for the same changes nothing. */
  answer(id: string, answer: 'active' | 'declined', more: Partial<MemberPerson>, at: Date): Promise<MemberVersion>;
}

interface Row {
  id: string;
  project_id: string;
  version: number;
  status: MemberStatus;
  person: MemberPerson;
}

const dayMs = 24 * 60 * 60 * 1_000;

export function createMemberStore(database: Database, links: InvitationLinks): MemberStore {
  return {
    add: (projectId, person, { invite, at }, options = {}) =>
      transact(
        database,
        async (tx) => {
          const project = await lockProject(tx, projectId);
          const key = person.email === undefined ? null : emailKey(person.email);
          const there = await tx.query(
            `select 1 from project_member where project_id = $1 and email_key = $2 and status in ('invited', 'active')`,
            [projectId, key],
          );
          if (there.length > 0) throw memberAlreadyThere();
          const row: Row = {
            id: newId(),
            project_id: projectId,
            version: 1,
            status: invite ? 'invited' : 'active',
            person,
          };
          await tx.query(
            `insert into project_member
               (id, project_id, version, status, person, email_key, invited_by, created_at, updated_at)
             values ($1, $2, 1, $3, $4, $5, $6, $7, $7)`,
            [row.id, projectId, row.status, JSON.stringify(person), key, inviter(), at],
          );
          await tx.audit({
            action: 'add-member',
            subjectType: 'project',
            subjectId: projectId,
            details: { member: row.id },
          });
          if (invite) await sendInvitation(tx, links, project.name, row, at);
          return versionOf(row);
        },
        options,
      ),
    inviteAgain: (projectId, id, at) =>
      transact(database, async (tx) => {
        const project = await lockProject(tx, projectId);
        const row = await lockMember(tx, id, projectId);
        if (row.status === 'active') throw memberWrongState({ status: row.status });
        return sendInvitation(tx, links, project.name, await save(tx, { ...row, status: 'invited' }, at), at);
      }),
    edit: (projectId, id, { person, status }, at, expectedVersion) =>
      transact(database, async (tx) => {
        await lockProject(tx, projectId);
        const row = await lockMember(tx, id, projectId);
        if (row.version !== expectedVersion) throw recordChanged({ current: row.version });
        if (status === 'left') await revokeLinks(tx, { purpose: 'project-invitation', subjectId: id }, at);
        return versionOf(await save(tx, { ...row, person, status: status ?? row.status }, at));
      }),
    answer: (id, answer, more, at) =>
      transact(database, async (tx) => {
        const row = await lockMember(tx, id);
        if (row.status === answer) return versionOf(row);
        if (row.status === 'left') throw memberWrongState({ status: row.status });
        return versionOf(await save(tx, { ...row, person: { ...row.person, ...more }, status: answer }, at));
      }),
  };
}

async function lockMember(tx: Transaction, id: string, projectId?: string): Promise<Row> {
  const [row] = await tx.query<Row>(
    `select id, project_id, version, status, person from project_member
     where id = $1 and ($2::uuid is null or project_id = $2) for update`,
    [id, projectId ?? null],
  );
  if (row === undefined) throw memberNotFound();
  return row;
}

async function save(tx: Transaction, row: Row, at: Date): Promise<Row> {
  const saved = { ...row, version: row.version + 1 };
  await tx.query(
    `update project_member set version = $2, status = $3, person = $4, email_key = $5, updated_at = $6 where id = $1`,
    [
      row.id,
      saved.version,
      row.status,
      JSON.stringify(row.person),
      row.person.email === undefined ? null : emailKey(row.person.email),
      at,
    ],
  );
  await tx.audit({
    action: 'edit-member',
    subjectType: 'project',
    subjectId: row.project_id,
    details: { member: row.id },
  });
  return saved;
}

async function sendInvitation(
  tx: Transaction,
  links: InvitationLinks,
  projectName: string,
  row: Row,
  at: Date,
): Promise<MemberVersion> {
  const { name, email, language } = row.person;
  if (email === undefined) throw memberWithoutAddress();
  const target = { purpose: 'project-invitation', subjectId: row.id } as const;
  await revokeLinks(tx, target, at);
  const expiresAt = new Date(at.getTime() + links.days * dayMs);
  const secret = await issueLink(tx, target, { at, expiresAt });
  publishAll(tx, [
    publication(projectMemberInvited, {
      aggregateId: row.id,
      sequence: row.version,
      occurredAt: at,
      data: {
        projectId: row.project_id,
        memberId: row.id,
        expiresAt: expiresAt.toISOString(),
        personal: { name, email, language, projectName, invitedBy: inviter(), inviteUrl: links.urlOf(secret) },
      },
    }),
  ]);
  return versionOf(row);
}

function inviter(): string {
  const actor = currentActor();
  return 'name' in actor ? actor.name : 'Ateneu Cooperatiu de L’Hospitalet';
}

function versionOf({ id, version, status }: Row): MemberVersion {
  return { id, version, status };
}
