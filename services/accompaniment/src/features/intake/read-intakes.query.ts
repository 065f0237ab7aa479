import { type Database, isoTimestamp } from '@ateneu/persistence';

import { type Page, type PagedRow, pageFrom, placeOf } from '../../paging.ts';
import type { IntakeStatus } from './intake-transitions.ts';
import type { IntakeModality } from './intake.ts';

/** One line of the triage queue. */
export interface IntakeLine {
  id: string;
  version: number;
  status: IntakeStatus;
  modality: IntakeModality;
  projectName: string;
  sector: string | null;
  neighbourhood: string | null;
  source: 'form' | 'training';
  meetingAt: string | null;
  ageDays: number;
  waitingDays: number;
  createdAt: string;
  updatedAt: string;
}

const days = (column: string): string => `floor(extract(epoch from $6::timestamptz - ${column}) / 86400)::int`;

const selectQueue = `
  select id, version, status, modality, project ->> 'name' as "projectName", project ->> 'sector' as sector,
    project ->> 'neighbourhood' as neighbourhood,
    case when lead is null then 'form' else 'training' end as source, meeting ->> 'startsAt' as "meetingAt",
    ${days('created_at')} as "ageDays", ${days('updated_at')} as "waitingDays",
    ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('updated_at')} as "updatedAt", created_at::text as "createdExact"
  from intake
  where confirmed_at is not null and erased_at is null
    and case when $1 = 'open' then status in ('received', 'acknowledged', 'first-meeting')
        else $1::text is null or status = $1 end
    and ($2::text is null or modality = $2)
    and ($3::timestamptz is null or (created_at, id) > ($3, $4::uuid))
  order by created_at, id limit $5`;

/** What staff look for in the queue. */
export interface IntakeFilter {
  /** `open`: whatever something is still to be done about. */
  status?: IntakeStatus | 'open' | undefined;
  modality?: IntakeModality | undefined;
  limit: number;
  cursor?: string | undefined;
}

/**
 * Confirmed requests, oldest first: what has waited longest is looked at first.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readIntakeLines({ pool }: Database, filter: IntakeFilter, now: Date): Promise<Page<IntakeLine>> {
  const { rows } = await pool.query<IntakeLine & PagedRow>({
    name: 'intake-queue',
    text: selectQueue,
    values: [filter.status ?? null, filter.modality ?? null, ...placeOf(filter.cursor), filter.limit + 1, now],
  });
  return pageFrom(rows, filter.limit);
}

/** One step of a request's history. */
export interface IntakeHistoryLine {
  sequence: number;
  event: string;
  at: string;
  actor: string | null;
}

const selectHistory = `
  select sequence, event, ${isoTimestamp('at')} as at, coalesce(actor_name, actor_kind) as actor
  from intake_history where intake_id = $1 order by sequence`;

/** Everything that happened to a request, oldest first. */
export async function readIntakeHistory({ pool }: Database, intakeId: string): Promise<IntakeHistoryLine[]> {
  const { rows } = await pool.query<IntakeHistoryLine>({
    name: 'intake-history',
    text: selectHistory,
    values: [intakeId],
  });
  return rows;
}
