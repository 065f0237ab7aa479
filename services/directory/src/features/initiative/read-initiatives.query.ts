import { isId, type LocalizedText } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import { type Contact, type CriteriaMet, type Link, type Offer, type OpeningHours, publicContact } from './details.ts';
import type { Initiative, InitiativeDetails, Origin, Position, Proposer, Rejection } from './initiative.ts';

type Status = Exclude<Initiative['status'], 'none'>;

/** The position as one value, or null. */
export const positionColumn = `case when longitude is not null
  then json_build_object('longitude', longitude, 'latitude', latitude) end as position`;

/** A published initiative with its version. */
export interface PublicInitiative {
  id: string;
  version: number;
  slug: string;
  name: LocalizedText;
  summary: LocalizedText;
  description: LocalizedText | null;
  legalForm: string;
  sectors: string[];
  neighbourhood: string | null;
  address: string | null;
  position: Position | null;
  website: string | null;
  foundedIn: number | null;
  offers: Offer[];
  needs: string[];
  networks: string[];
  /** Those of them that are public. */
  cooperatesWith: { id: string; slug: string; name: LocalizedText }[];
  links: Link[];
  /** The fields that there is consent to publish. */
  contact: ReturnType<typeof publicContact>;
  openingHours: OpeningHours | null;
  criteria: CriteriaMet | null;
  goodPractices: { id: string; slug: string; title: LocalizedText }[];
  /** When what it says was last known to be right, and whether nobody answers any more. */
  confirmedAt: string;
  overdue: boolean;
  /** A number that grows with whatever is public. */
  changes: string;
  publishedAt: string;
  updatedAt: string;
}

const selectPublic = `
  select initiative.id, version, slug, name, summary, description, legal_form as "legalForm", sectors, neighbourhood, address,
         ${positionColumn}, website, founded_in as "foundedIn", coalesce(offers, '[]') as offers,
         coalesce(needs, '{}') as needs, coalesce(networks, '{}') as networks, coalesce(links, '[]') as links, contact,
         opening_hours as "openingHours", criteria, ${isoTimestamp('published_at')} as "publishedAt",
         ${isoTimestamp('updated_at')} as "updatedAt",
         (select coalesce(json_agg(json_build_object('id', other.id, 'slug', other.slug, 'name', other.name)
            order by other.name_plain), '[]') from initiative as other
          where other.id = any (initiative.cooperates_with::uuid[]) and other.status = 'published') as "cooperatesWith",
         (select coalesce(json_agg(json_build_object('id', practice.id, 'slug', practice.slug, 'title', practice.title)
            order by practice.published_at desc), '[]') from good_practice as practice
          where practice.initiative_ids @> array[initiative.id] and practice.status = 'published') as "goodPractices",
         ${isoTimestamp('greatest(coalesce(freshness.confirmed_at, published_at), updated_at)')} as "confirmedAt",
         overdue_since is not null as overdue, (select changes::text from public_changes) as changes
  from initiative left join freshness on initiative_id = initiative.id where status = 'published' and (slug = $1 or initiative.id = $2)`;

/** A published initiative by slug or id; `undefined` for one that is not there or not public. */
export async function readPublicInitiative({ pool }: Database, slug: string): Promise<PublicInitiative | undefined> {
  const { rows } = await pool.query<Omit<PublicInitiative, 'contact'> & { contact: Contact | null }>({
    name: 'initiative-public',
    text: selectPublic,
    values: [slug, isId(slug) ? slug : null],
  });
  const [row] = rows;
  return row === undefined ? undefined : { ...row, contact: publicContact(row.contact) };
}

/** The present slug of the published initiative that had this one before. */
export async function readSlugAfter({ pool }: Database, slug: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ slug: string }>({
    name: 'initiative-slug-after',
    text: `select initiative.slug from initiative_former_slug as former join initiative on id = initiative_id
           where former.slug = $1 and status = 'published'`,
    values: [slug],
  });
  return rows[0]?.slug;
}

/** An initiative with all that staff may know. */
export interface StaffInitiative extends InitiativeDetails {
  id: string;
  version: number;
  status: Status;
  slug: string | null;
  sectors: string[];
  origin: Origin;
  proposer: Proposer | null;
  rejection: Rejection | null;
  createdAt: string;
  updatedAt: string;
}

const staffColumns = `
  id, version, status, slug, name, summary, description, legal_form as "legalForm", sectors, neighbourhood, address,
  ${positionColumn}, website, tax_id as "taxId", founded_in as "foundedIn", offers, needs, networks,
  cooperates_with as "cooperatesWith", links, contact, opening_hours as "openingHours", criteria, origin, proposer, rejection, ${isoTimestamp('created_at')} as "createdAt",
  ${isoTimestamp('updated_at')} as "updatedAt"`;

/** An initiative in any state. */
export async function readStaffInitiative({ pool }: Database, id: string): Promise<StaffInitiative | undefined> {
  const { rows } = await pool.query<StaffInitiative>({
    name: 'initiative-staff',
    text: `select ${staffColumns} from initiative where id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? undefined : withoutNulls(rows[0]);
}

/** The oldest first: what has waited longest is looked at first. */
const selectQueue = `
  select ${staffColumns}, created_at::text as "createdExact" from initiative
  where ($1::text is null or status = $1) and ($2::timestamptz is null or (created_at, id) > ($2, $3::uuid))
  order by created_at, id limit $4`;

/**
 * Initiatives in any state, or in one, oldest first.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readStaffInitiatives(
  { pool }: Database,
  filter: { status?: Status | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: StaffInitiative[]; next: string | null }> {
  const [after, id] = filter.cursor === undefined ? [null, null] : decodeCursor(filter.cursor, ['instant', 'uuid']);
  const { rows } = await pool.query<StaffInitiative & { createdExact: string }>({
    name: 'initiative-queue',
    text: selectQueue,
    values: [filter.status ?? null, after, id, filter.limit + 1],
  });
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(withoutNulls),
    next: rows.length > filter.limit && last !== undefined ? encodeCursor([last.createdExact, last.id]) : null,
  };
}

/** The columns that an answer has: optional details are absent from the answer rather than null; the moderation fields stay as they are. */
function withoutNulls(row: StaffInitiative): StaffInitiative {
  const kept = new Set(['slug', 'proposer', 'rejection']);
  return Object.fromEntries(
    Object.entries(row).filter(([key, value]) => key !== 'createdExact' && (value !== null || kept.has(key))),
  ) as unknown as StaffInitiative;
}
