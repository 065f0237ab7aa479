import type { LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';
import type { z } from 'zod';

import { decodeTimeCursor, encodeTimeCursor } from '../../timestamps.ts';
import type { programmeSchema } from '../programme/index.ts';
import type { Session, SessionMode } from './session.ts';

type Status = Exclude<Session['status'], 'none'>;

/** A session with all that staff may know. */
export interface StaffSession {
  id: string;
  version: number;
  status: Status;
  title: LocalizedText;
  summary: LocalizedText;
  startsAt: string;
  endsAt: string;
  mode: SessionMode;
  venue: string | null;
  capacity: number;
  confirmed: number;
  waiting: number;
  enrolmentOpensAt: string | null;
  enrolmentClosesAt: string | null;
  waitingListEnabled: boolean;
  cancellationReason: LocalizedText | null;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  online: { capacity: number; confirmed: number; waiting: number } | null;
  courseId: string | null;
  programme: z.output<typeof programmeSchema>;
  forMinors: boolean;
  offerHours: number | null;
  roomId: string | null;
}

const columns = `
  id, version, status, title, summary, ${isoTimestamp('starts_at')} as "startsAt", ${isoTimestamp('ends_at')} as "endsAt", mode,
  venue, capacity, confirmed_count as confirmed, waiting_count as waiting,
  ${isoTimestamp('enrolment_opens_at')} as "enrolmentOpensAt", ${isoTimestamp('enrolment_closes_at')} as "enrolmentClosesAt",
  waiting_list_enabled as "waitingListEnabled", cancellation_reason as "cancellationReason",
  ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('updated_at')} as "updatedAt",
  ${isoTimestamp('published_at')} as "publishedAt",
  case when online_capacity is not null then json_build_object('capacity', online_capacity,
    'confirmed', online_confirmed_count, 'waiting', online_waiting_count) end as online,
  course_id as "courseId", programme, for_minors as "forMinors", offer_hours as "offerHours", room_id as "roomId"`;

/** A session in any state. */
export async function readSession({ pool }: Database, id: string): Promise<StaffSession | undefined> {
  const { rows } = await pool.query<StaffSession>({
    name: 'session-staff',
    text: `select ${columns} from session where id = $1`,
    values: [id],
  });
  return rows[0];
}

const selectPage = `
  select ${columns} from session
  where ($1::text is null or status = $1)
    and ($2::timestamptz is null or ends_at > $2) and ($3::timestamptz is null or starts_at < $3)
    and ($4::timestamptz is null or (starts_at, id) > ($4, $5::uuid)) and ($7::uuid is null or course_id = $7)
  order by starts_at, id limit $6`;

/** Which sessions staff want to see. */
export interface SessionFilter {
  status?: Status | undefined;
  /** Those that end after this. */
  from?: Date | undefined;
  /** Those that start before this. */
  to?: Date | undefined;
  /** Those of one course. */
  courseId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/**
 * Sessions in any state, by their date.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readSessionPage(
  { pool }: Database,
  filter: SessionFilter,
): Promise<{ items: StaffSession[]; next: string | null }> {
  const after = decodeTimeCursor(filter.cursor);
  const { rows } = await pool.query<StaffSession>({
    name: 'sessions-staff',
    text: selectPage,
    values: [
      filter.status ?? null,
      filter.from ?? null,
      filter.to ?? null,
      after?.at ?? null,
      after?.id ?? null,
      filter.limit + 1,
      filter.courseId ?? null,
    ],
  });
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  const more = rows.length > filter.limit && last !== undefined;
  return { items, next: more ? encodeTimeCursor({ at: last.startsAt, id: last.id }) : null };
}
