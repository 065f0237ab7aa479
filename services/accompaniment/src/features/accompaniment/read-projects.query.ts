import type { Database } from '@ateneu/persistence';

import { type Page, type PagedRow, pageFrom, placeOf } from '../../paging.ts';
import { iso } from '../../sql.ts';
import type { Listing, ProjectContact } from './project.ts';

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
  createdAt: string;
  updatedAt: string;
}

const columns = `
  id, version, name, description, sector, neighbourhood, group_size as "groupSize", contact, listing,
  ${iso('created_at')} as "createdAt", ${iso('updated_at')} as "updatedAt"`;

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
  where $1::timestamptz is null or (created_at, id) < ($1, $2::uuid)
  order by created_at desc, id desc limit $3`;

/**
 * Projects, newest first.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readProjectPage(
  { pool }: Database,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<ProjectView>> {
  const { rows } = await pool.query<ProjectView & PagedRow>({
    name: 'projects',
    text: selectPage,
    values: [...placeOf(cursor), limit + 1],
  });
  return pageFrom(rows, limit);
}
