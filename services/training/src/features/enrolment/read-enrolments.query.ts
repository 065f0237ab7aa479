import type { LocalizedText } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor } from '@ateneu/persistence';

import { isoText } from '../../timestamps.ts';
import type { SessionRow } from '../session/index.ts';
import type { CancellationCause, Consent, Consents, Enrolment, Participant } from './enrolment.ts';

type Status = Exclude<Enrolment['status'], 'none'>;

/** An enrolment as its own person sees it. */
export interface OwnEnrolment {
  id: string;
  status: Status;
  position: number | null;
  name: string;
  email: string;
  language: Participant['language'];
  enrolledAt: string;
  cancelledAt: string | null;
  cancellationCause: CancellationCause | null;
  askedAgainAt: string | null;
  keptAt: string | null;
  session: {
    id: string;
    title: LocalizedText;
    startsAt: string;
    endsAt: string;
    mode: SessionRow['mode'];
    venue: string | null;
  };
}

const selectByLink = `
  select e.id, e.status, e.name, e.email, e.language, ${isoText('e.enrolled_at')} as "enrolledAt",
         ${isoText('e.cancelled_at')} as "cancelledAt", e.cancellation_cause as "cancellationCause",
         ${isoText('e.asked_again_at')} as "askedAgainAt", ${isoText('e.kept_at')} as "keptAt",
         case when e.status = 'waiting' then (
           select count(*)::int from enrolment w
           where w.session_id = e.session_id and w.status = 'waiting' and w.arrival <= e.arrival
         ) end as position,
         json_build_object('id', s.id, 'title', s.title, 'startsAt', ${isoText('s.starts_at')},
           'endsAt', ${isoText('s.ends_at')}, 'mode', s.mode, 'venue', s.venue) as session
  from enrolment_link l join enrolment e on e.id = l.enrolment_id join session s on s.id = e.session_id
  where l.hash = $1`;

/** The enrolment that a link leads to, by the hash of its secret. */
export async function readEnrolmentByLink({ pool }: Database, hash: string): Promise<OwnEnrolment | undefined> {
  const { rows } = await pool.query<OwnEnrolment>({ name: 'enrolment-by-link', text: selectByLink, values: [hash] });
  return rows[0];
}

/** An enrolment as staff see it. */
export interface StaffEnrolment {
  id: string;
  version: number;
  status: Status;
  arrival: number;
  name: string;
  email: string;
  language: Participant['language'];
  phone: string | null;
  birthYear: number | null;
  municipality: string | null;
  consents: Record<keyof Consents, Omit<Consent, 'at'> & { at: string }>;
  enrolledAt: string;
  confirmedAt: string | null;
  cancelledAt: string | null;
  cancellationCause: CancellationCause | null;
  askedAgainAt: string | null;
  keptAt: string | null;
  minutesAttended: number | null;
  walkIn: boolean;
  emailBouncedAt: string | null;
}

const selectOfSession = `
  select id, version, status, arrival, name, email, language, phone, birth_year as "birthYear", municipality, consents,
         ${isoText('enrolled_at')} as "enrolledAt", ${isoText('confirmed_at')} as "confirmedAt",
         ${isoText('cancelled_at')} as "cancelledAt", cancellation_cause as "cancellationCause",
         ${isoText('asked_again_at')} as "askedAgainAt", ${isoText('kept_at')} as "keptAt",
         minutes_attended as "minutesAttended", walk_in as "walkIn",
         ${isoText('email_bounced_at')} as "emailBouncedAt"
  from enrolment
  where session_id = $1 and ($2::text is null or status = $2) and ($3::float8 is null or arrival > $3)
  order by arrival limit $4`;

/**
 * The enrolments of a session in the order people arrived.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readEnrolments(
  { pool }: Database,
  sessionId: string,
  filter: { status?: Status | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: StaffEnrolment[]; next: string | null }> {
  const [after] = filter.cursor === undefined ? [null] : decodeCursor(filter.cursor, ['integer']);
  const { rows } = await pool.query<StaffEnrolment>({
    name: 'enrolments-of-session',
    text: selectOfSession,
    values: [sessionId, filter.status ?? null, after, filter.limit + 1],
  });
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last !== undefined ? encodeCursor([last.arrival]) : null };
}
