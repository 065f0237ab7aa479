import { type Database, isoTimestamp } from '@ateneu/persistence';

import { catalogueConditions, type CatalogueWords, wordsOf } from '../catalogue/index.ts';
import type { CalendarSession, OwnCalendarSession } from './calendar.document.ts';

/** More than anybody plans, and a bound on what one request may cost. */
const maxEvents = 1_000;

/** A row has its instants as text. */
type Row<T> = { [Key in keyof T]: T[Key] extends Date ? string : T[Key] };

const sessionColumns = `
  s.id, s.status, s.title, s.summary, ${isoTimestamp('s.starts_at')} as "startsAt", ${isoTimestamp('s.ends_at')} as "endsAt",
  s.mode, s.venue, s.cancellation_reason as "cancellationReason", s.calendar_sequence as sequence,
  ${isoTimestamp('s.calendar_changed_at')} as "changedAt"`;

function toSession<R extends Row<CalendarSession>>(row: R) {
  const { startsAt, endsAt, changedAt, ...rest } = row;
  return { ...rest, startsAt: new Date(startsAt), endsAt: new Date(endsAt), changedAt: new Date(changedAt) };
}

/** What a subscriber to the catalogue looks for. */
export interface CalendarFilter {
  from: Date;
  to?: Date | undefined;
  text?: string | undefined;
  kind?: string | undefined;
  topic?: string | undefined;
}

/** The sessions of the catalogue by their date, cancelled ones too: whoever had them in a calendar must hear of it. */
export async function readCalendar({ pool }: Database, filter: CalendarFilter): Promise<CalendarSession[]> {
  const words: CatalogueWords = wordsOf(filter.text);
  const { rows } = await pool.query<Row<CalendarSession>>({
    name: 'calendar',
    text: `select ${sessionColumns} from session s
           where s.published_at is not null and ${catalogueConditions} order by s.starts_at, s.id limit ${maxEvents}`,
    values: [filter.from, filter.to ?? null, words.finished, words.last, filter.kind ?? null, filter.topic ?? null],
  });
  return rows.map((row) => toSession(row));
}

/** One session that was published. */
export async function readCalendarSession({ pool }: Database, id: string): Promise<CalendarSession | undefined> {
  const { rows } = await pool.query<Row<CalendarSession>>({
    name: 'calendar-session',
    text: `select ${sessionColumns} from session s where s.id = $1 and s.published_at is not null`,
    values: [id],
  });
  return rows[0] === undefined ? undefined : toSession(rows[0]);
}

/** What a person enrolled in, from a moment on, whatever became of it. */
export async function readOwnCalendar({ pool }: Database, emailKey: string, from: Date): Promise<OwnCalendarSession[]> {
  const { rows } = await pool.query<Row<OwnCalendarSession>>({
    name: 'calendar-own',
    text: `select ${sessionColumns}, e.id as "enrolmentId", e.version as "enrolmentVersion",
             e.status as "enrolmentStatus",
             ${isoTimestamp('greatest(e.enrolled_at, e.confirmed_at, e.kept_at, e.attendance_recorded_at, e.cancelled_at)')} as "enrolmentChangedAt"
           from enrolment e join session s on s.id = e.session_id
           where e.email_normalised = $1 and s.ends_at > $2 and s.published_at is not null
           order by s.starts_at, e.enrolled_at, e.id limit ${maxEvents}`,
    values: [emailKey, from],
  });
  return rows.map((row) => ({ ...toSession(row), enrolmentChangedAt: new Date(row.enrolmentChangedAt) }));
}
