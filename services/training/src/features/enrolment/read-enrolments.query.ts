import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import type { Answers, AttendancePlace } from '../../vocabulary.ts';
import type { CancellationCause, Consent, Consents, Enrolment, Participant, Profile } from './enrolment.ts';

type Status = Exclude<Enrolment['status'], 'none'>;

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
  place: AttendancePlace | null;
  offerExpiresAt: string | null;
  givenName: string | null;
  surnames: string | null;
  accessibility: string | null;
  answers: StoredAnswers;
  profile: Profile;
  partyId: string | null;
  movedToSessionId: string | null;
}

/** Answers as a row brings them. */
export type StoredAnswers = { [Question in keyof Answers]: string | number | boolean | string[] };

const columns = `
  id, version, status, arrival, name, email, language, phone, birth_year as "birthYear", municipality, consents,
         ${isoTimestamp('enrolled_at')} as "enrolledAt", ${isoTimestamp('confirmed_at')} as "confirmedAt",
         ${isoTimestamp('cancelled_at')} as "cancelledAt", cancellation_cause as "cancellationCause",
         ${isoTimestamp('asked_again_at')} as "askedAgainAt", ${isoTimestamp('kept_at')} as "keptAt",
         minutes_attended as "minutesAttended", walk_in as "walkIn",
         place, ${isoTimestamp('offer_expires_at')} as "offerExpiresAt", given_name as "givenName", surnames, accessibility,
         answers, profile, party_id as "partyId", moved_to_session_id as "movedToSessionId",
         ${isoTimestamp('email_bounced_at')} as "emailBouncedAt"`;

const selectOfSession = `
  select ${columns} from enrolment
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

/** One enrolment, with the session that it is of; `undefined` where there is none. */
export async function readEnrolment(
  { pool }: Database,
  id: string,
): Promise<(StaffEnrolment & { sessionId: string }) | undefined> {
  const { rows } = await pool.query<StaffEnrolment & { sessionId: string }>({
    name: 'enrolment-for-staff',
    text: `select ${columns}, session_id as "sessionId" from enrolment where id = $1`,
    values: [id],
  });
  return rows[0];
}
