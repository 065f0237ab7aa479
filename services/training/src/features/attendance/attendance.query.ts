import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';
import type { z } from 'zod';

import type { attendanceLineSchema, attendanceRecordSchema, totalsSchema } from './attendance.schemas.ts';

/** The attendance of a session in numbers. */
export type AttendanceTotals = z.output<typeof totalsSchema>;
/** A line of the list. */
export type AttendanceLine = z.output<typeof attendanceLineSchema>;
/** One record of the history. */
export type AttendanceRecord = z.output<typeof attendanceRecordSchema>;

const selectTotals = `
  select count(*) filter (where e.status = 'confirmed')::int as unrecorded,
         count(*) filter (where e.status = 'attended')::int as attended,
         count(*) filter (where e.status = 'absent')::int as absent,
         count(*) filter (where e.status = 'attended' and e.walk_in)::int as "walkIns",
         coalesce(sum(e.minutes_attended) filter (where e.status = 'attended'), 0)::int as minutes
  from session s left join enrolment e on e.session_id = s.id
  where s.id = $1 and s.published_at is not null group by s.id`;

/** The numbers of a session that was published. */
export async function readTotals({ pool }: Database, sessionId: string): Promise<AttendanceTotals | undefined> {
  const { rows } = await pool.query<AttendanceTotals>({
    name: 'attendance-totals',
    text: selectTotals,
    values: [sessionId],
  });
  return rows[0];
}

const selectLines = `
  select id as "enrolmentId", version, status, name, minutes_attended as minutes, walk_in as "walkIn", arrival,
         ${isoTimestamp('attendance_recorded_at')} as "recordedAt", (consents -> 'images' ->> 'given')::boolean as "imagesConsent"
  from enrolment
  where session_id = $1 and status in ('confirmed', 'attended', 'absent') and ($2::float8 is null or arrival > $2)
  order by arrival limit $3`;

/**
 * Everybody who has or had a place, in the order they arrived.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readLines(
  { pool }: Database,
  sessionId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: AttendanceLine[]; next: string | null }> {
  const [after] = page.cursor === undefined ? [null] : decodeCursor(page.cursor, ['integer']);
  const { rows } = await pool.query<AttendanceLine & { arrival: number }>({
    name: 'attendance-lines',
    text: selectLines,
    values: [sessionId, after, page.limit + 1],
  });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const next = rows.length > page.limit && last !== undefined ? encodeCursor([last.arrival]) : null;
  const items = shown.map((row) => {
    const { arrival: _, ...line } = row;
    return line;
  });
  return { items, next };
}

/** Every record of an enrolment's attendance, the oldest first; nothing for an enrolment that does not exist. */
export async function readHistory({ pool }: Database, enrolmentId: string): Promise<AttendanceRecord[] | undefined> {
  const { rows } = await pool.query<{ history: AttendanceRecord[] }>({
    name: 'attendance-history',
    text: `select coalesce((
             select json_agg(json_build_object('present', r.present, 'minutes', r.minutes,
               'was', case when r.was_present is not null
                 then json_build_object('present', r.was_present, 'minutes', r.was_minutes) end,
               'recordedAt', ${isoTimestamp('r.recorded_at')},
               'recordedBy', json_build_object('id', r.recorded_by, 'name', r.recorded_by_name)) order by r.id)
             from attendance_record r where r.enrolment_id = e.id), '[]') as history
           from enrolment e where e.id = $1`,
    values: [enrolmentId],
  });
  return rows[0]?.history;
}
