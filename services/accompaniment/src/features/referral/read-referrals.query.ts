import { type Database, isoTimestamp } from '@ateneu/persistence';

import { type Page, type PagedRow, pageFrom, placeOf } from '../../paging.ts';
import type { Direction, ReferralStatus } from './referral-transitions.ts';
import type { DeclineReason, Modality, ReferralOutcome } from './referral.ts';

/** One line of a list: how a referral stands, without personal data. */
export interface ReferralLine {
  id: string;
  version: number;
  status: ReferralStatus;
  direction: Direction;
  partnerReference: string | null;
  modality: Modality;
  reasonCode: DeclineReason | null;
  outcome: ReferralOutcome | null;
  createdAt: string;
  updatedAt: string;
}

/** A line of the staff's queue. */
export interface StaffReferralLine extends ReferralLine {
  partner: { id: string; name: string };
  projectName: string | null;
  sector: string | null;
  neighbourhood: string | null;
  ageDays: number;
}

const lineColumns = `
  referral.id, referral.version, referral.status, direction, partner_reference as "partnerReference", modality,
  reason as "reasonCode", outcome, ${isoTimestamp('referral.created_at')} as "createdAt",
  ${isoTimestamp('referral.updated_at')} as "updatedAt", referral.created_at::text as "createdExact"`;

const selectOwn = `
  select ${lineColumns} from referral
  where partner_id = $1 and (direction = 'inbound' or sent_at is not null)
    and ($2::text is null or status = $2)
    and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
  order by created_at desc, id desc limit $5`;

/**
 * A partner's own referrals, newest first. An outbound one is the partner's from the moment it is sent.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readOwnReferralLines(
  { pool }: Database,
  partnerId: string,
  filter: { status?: ReferralStatus | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<ReferralLine>> {
  const { rows } = await pool.query<ReferralLine & PagedRow>({
    name: 'referrals-of-partner',
    text: selectOwn,
    values: [partnerId, filter.status ?? null, ...placeOf(filter.cursor), filter.limit + 1],
  });
  return pageFrom(rows, filter.limit);
}

const selectQueue = `
  select ${lineColumns}, json_build_object('id', partner.id, 'name', partner.name) as partner,
    case when consent ->> 'withdrawnAt' is null then project ->> 'name' end as "projectName",
    project ->> 'sector' as sector, project ->> 'neighbourhood' as neighbourhood,
    floor(extract(epoch from $7::timestamptz - referral.created_at) / 86400)::int as "ageDays"
  from referral join partner on partner.id = referral.partner_id
  where ($1::text is null or referral.status = $1) and ($2::text is null or direction = $2)
    and ($3::uuid is null or partner_id = $3)
    and ($8::uuid is null or project_id = $8 or exists (select from accompaniment
      where accompaniment.referral_id = referral.id and accompaniment.project_id = $8))
    and ($4::timestamptz is null or (referral.created_at, referral.id) > ($4, $5::uuid))
  order by referral.created_at, referral.id limit $6`;

/** What staff look for in the queue. */
export interface QueueFilter {
  status?: ReferralStatus | undefined;
  direction?: Direction | undefined;
  partnerId?: string | undefined;
  /** Those that the project came from, and those that it was referred by. */
  projectId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/**
 * Referrals in both directions, oldest first: what has waited longest is looked at first.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readReferralLines(
  { pool }: Database,
  filter: QueueFilter,
  now: Date,
): Promise<Page<StaffReferralLine>> {
  const { rows } = await pool.query<StaffReferralLine & PagedRow>({
    name: 'referral-queue',
    text: selectQueue,
    values: [
      filter.status ?? null,
      filter.direction ?? null,
      filter.partnerId ?? null,
      ...placeOf(filter.cursor),
      filter.limit + 1,
      now,
      filter.projectId ?? null,
    ],
  });
  return pageFrom(rows, filter.limit);
}

/** One step of a referral's history. */
export interface HistoryLine {
  sequence: number;
  event: string;
  at: string;
  actor: string | null;
  details: Record<string, string> | null;
}

const selectHistory = `
  select sequence, event, ${isoTimestamp('at')} as at, coalesce(actor_name, actor_kind) as actor, details
  from referral_history where referral_id = $1 order by sequence`;

/** Everything that happened to a referral, oldest first. */
export async function readReferralHistory({ pool }: Database, referralId: string): Promise<HistoryLine[]> {
  const { rows } = await pool.query<HistoryLine>({
    name: 'referral-history',
    text: selectHistory,
    values: [referralId],
  });
  return rows;
}

/** What is shared with the partner of a referral now, by name; whether it may see it is the caller's to know. */
export async function readSharedNames(
  { pool }: Database,
  referralId: string,
): Promise<{ id: string; fileName: string }[]> {
  const { rows } = await pool.query<{ id: string; fileName: string }>(
    `select document.id, file_name as "fileName" from project_document as document
     join document_share on document_id = document.id
     where referral_id = $1 and unshared_at is null and removed_at is null order by shared_at`,
    [referralId],
  );
  return rows;
}

/** One referral of a chain of reroutings. */
export interface ChainLine {
  id: string;
  status: ReferralStatus;
  direction: Direction;
  partner: { id: string; name: string };
  createdAt: string;
}

const selectChain = `
  select referral.id, referral.status, direction, json_build_object('id', partner.id, 'name', partner.name) as partner,
    ${isoTimestamp('referral.created_at')} as "createdAt"
  from referral join partner on partner.id = referral.partner_id
  where chain_id = $1 order by referral.created_at, referral.id`;

/** The referrals of a chain of reroutings, oldest first; for staff alone. */
export async function readReferralChain({ pool }: Database, chainId: string): Promise<ChainLine[]> {
  const { rows } = await pool.query<ChainLine>({ name: 'referral-chain', text: selectChain, values: [chainId] });
  return rows;
}
