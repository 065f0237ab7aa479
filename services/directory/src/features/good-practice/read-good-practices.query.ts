import { isId, type LocalizedText } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import type { GoodPracticeContent, GoodPracticeStatus } from './good-practice.ts';

/** A published good practice in a list. */
export interface GoodPracticeSummary {
  id: string;
  slug: string;
  title: LocalizedText;
  summary: LocalizedText;
  sectors: string[];
  /** Those of them that are public. */
  initiatives: { id: string; slug: string; name: LocalizedText }[];
  publishedAt: string;
  updatedAt: string;
}

/** A whole one. */
export type PublicGoodPractice = GoodPracticeSummary & { body: LocalizedText; changes: string };

const summaryColumns = `id, slug, title, summary, sectors, ${isoTimestamp('published_at')} as "publishedAt",
  ${isoTimestamp('updated_at')} as "updatedAt", published_at::text as exact,
  (select coalesce(json_agg(json_build_object('id', initiative.id, 'slug', initiative.slug, 'name', initiative.name)
     order by name_plain), '[]') from initiative
   where initiative.id = any (initiative_ids) and initiative.status = 'published') as initiatives`;

/**
 * Published good practices, the newest first; of one initiative or some sectors where they are named.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readGoodPractices(
  { pool }: Database,
  filter: {
    initiative?: string | undefined;
    sectors?: readonly string[] | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ items: GoodPracticeSummary[]; next: string | null }> {
  const [before, id] = filter.cursor === undefined ? [null, null] : decodeCursor(filter.cursor, ['instant', 'uuid']);
  const { rows } = await pool.query<GoodPracticeSummary & { exact: string }>({
    name: 'good-practices',
    text: `select ${summaryColumns} from good_practice
           where status = 'published' and ($1::uuid is null or initiative_ids @> array[$1])
             and ($2::text[] is null or sectors && $2)
             and ($3::timestamptz is null or (published_at, id) < ($3, $4::uuid))
           order by published_at desc, id desc limit $5`,
    values: [filter.initiative ?? null, filter.sectors ?? null, before, id, filter.limit + 1],
  });
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  const items = shown.map(({ exact: _exact, ...item }) => item);
  return { items, next: rows.length > filter.limit && last !== undefined ? encodeCursor([last.exact, last.id]) : null };
}

/** A published good practice by slug or id; `undefined` for one that is not there or not public. */
export async function readGoodPractice({ pool }: Database, slug: string): Promise<PublicGoodPractice | undefined> {
  const { rows } = await pool.query<PublicGoodPractice>({
    name: 'good-practice',
    text: `select ${summaryColumns}, body, (select changes::text from public_changes) as changes from good_practice
           where status = 'published' and (slug = $1 or id = $2)`,
    values: [slug, isId(slug) ? slug : null],
  });
  return rows[0];
}

/** A good practice in any state, as staff read it. */
export interface StaffGoodPractice extends GoodPracticeContent {
  id: string;
  version: number;
  status: GoodPracticeStatus;
  slug: string | null;
  createdAt: string;
  updatedAt: string;
}

const staffColumns = `id, version, status, slug, title, summary, body, initiative_ids as "initiativeIds", sectors,
  ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('updated_at')} as "updatedAt"`;

/** The latest 200 in any state, the newest first. */
export async function readStaffGoodPractices({ pool }: Database): Promise<StaffGoodPractice[]> {
  return (
    await pool.query<StaffGoodPractice>({
      name: 'good-practices-staff',
      text: `select ${staffColumns} from good_practice order by created_at desc, id desc limit 200`,
    })
  ).rows;
}

/** One in any state. */
export async function readStaffGoodPractice({ pool }: Database, id: string): Promise<StaffGoodPractice | undefined> {
  return (
    await pool.query<StaffGoodPractice>({
      name: 'good-practice-staff',
      text: `select ${staffColumns} from good_practice where id = $1`,
      values: [id],
    })
  ).rows[0];
}
