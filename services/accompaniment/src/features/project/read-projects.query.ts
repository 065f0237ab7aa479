import type { Language } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';

import { type Page, type PagedRow, pageFrom, placeOf } from '../../paging.ts';
import type { Listing, MemberPerson, MemberStatus, ProjectContact, ProjectProfile, ProjectStatus } from './project.ts';

/** A project as staff read it. */
export interface ProjectView {
  id: string;
  version: number;
  name: string;
  description: string;
  sector: string | null;
  neighbourhood: string | null;
  groupSize: number | null;
  contact: ProjectContact | null;
  listing: Pick<Listing, 'initiativeId' | 'slug'> | null;
  status: ProjectStatus;
  profile: ProjectProfile;
  tags: string[];
  mergedInto: string | null;
  createdAt: string;
  updatedAt: string;
}

const columns = `
  id, version, name, description, sector, neighbourhood, group_size as "groupSize", contact, listing, status, profile,
  tags, merged_into as "mergedInto", ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('updated_at')} as "updatedAt"`;

/** One project; `undefined` where there is none. */
export async function readProject({ pool }: Database, id: string): Promise<ProjectView | undefined> {
  const { rows } = await pool.query<ProjectView>({
    name: 'project',
    text: `select ${columns} from project where id = $1`,
    values: [id],
  });
  return rows[0];
}

const selectPage = `
  select ${columns}, created_at::text as "createdExact" from project
  where ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid))
    and ($4::text is null and status <> 'merged' or status = $4)
    and ($5::text is null or tags @> array[$5]) and ($6::text is null or sector = $6)
    and ($7::text is null or neighbourhood = $7)
  order by created_at desc, id desc limit $3`;

/** What staff look for among projects. */
export interface ProjectFilter {
  status?: ProjectStatus | undefined;
  tag?: string | undefined;
  sector?: string | undefined;
  neighbourhood?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/**
 * Projects, newest first; those that went into others only where they are asked for.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readProjectPage({ pool }: Database, filter: ProjectFilter): Promise<Page<ProjectView>> {
  const { rows } = await pool.query<ProjectView & PagedRow>({
    name: 'projects',
    text: selectPage,
    values: [
      ...placeOf(filter.cursor),
      filter.limit + 1,
      filter.status ?? null,
      filter.tag?.toLowerCase() ?? null,
      filter.sector ?? null,
      filter.neighbourhood ?? null,
    ],
  });
  return pageFrom(rows, filter.limit);
}

/** A project that may be the same as another, and why. */
export interface Duplicate {
  id: string;
  name: string;
  status: ProjectStatus;
  because: ('name' | 'contact' | 'member' | 'tax-id')[];
  createdAt: string;
}

const selectDuplicates = `
  with this as (select id, name, contact, profile from project where id = $1), others as (
    select other.id, other.name, other.status, other.created_at, array_remove(array[
      case when lower(other.name) = lower(this.name) then 'name' end,
      case when lower(other.contact ->> 'email') = lower(this.contact ->> 'email') then 'contact' end,
      case when exists (select 1 from project_member as theirs join project_member as ours
        on ours.email_key = theirs.email_key and ours.project_id = this.id
        where theirs.project_id = other.id) then 'member' end,
      case when upper(other.profile ->> 'taxId') = upper(this.profile ->> 'taxId') then 'tax-id' end], null) as because
    from project as other, this where other.id <> this.id and other.status <> 'merged'
  )
  select id, name, status, because, ${isoTimestamp('created_at')} as "createdAt" from others
  where cardinality(because) > 0 order by cardinality(because) desc, created_at limit 20`;

/** Projects that share their name, contact, a member or a tax id with one. */
export async function readDuplicates({ pool }: Database, id: string): Promise<Duplicate[]> {
  const { rows } = await pool.query<Duplicate>({ name: 'project-duplicates', text: selectDuplicates, values: [id] });
  return rows;
}

/** A member of a project's group. */
export interface MemberView {
  id: string;
  version: number;
  status: MemberStatus;
  person: MemberPerson;
  invitedBy: string;
  createdAt: string;
  updatedAt: string;
}

/** Everybody who is, was or is invited to be in a project's group, in the order in which they came. */
export async function readMembers({ pool }: Pick<Database, 'pool'>, projectId: string): Promise<MemberView[]> {
  const { rows } = await pool.query<MemberView>({
    name: 'project-members',
    text: `select id, version, status,
      case when restricted_until is null then person else jsonb_build_object('name', '—', 'language', 'ca') end as person,
      invited_by as "invitedBy", ${isoTimestamp('created_at')} as "createdAt",
      ${isoTimestamp('updated_at')} as "updatedAt" from project_member where project_id = $1 order by created_at, id`,
    values: [projectId],
  });
  return rows;
}

/** An invitation as the person who is invited sees it. */
export async function readInvitation(
  { pool }: Pick<Database, 'pool'>,
  id: string,
): Promise<{ status: MemberStatus; projectName: string; invitedBy: string; language: Language } | undefined> {
  const { rows } = await pool.query<{
    status: MemberStatus;
    projectName: string;
    invitedBy: string;
    language: Language;
  }>(
    `select member.status, project.name as "projectName", invited_by as "invitedBy", person ->> 'language' as language
     from project_member as member join project on project.id = project_id where member.id = $1`,
    [id],
  );
  return rows[0];
}
