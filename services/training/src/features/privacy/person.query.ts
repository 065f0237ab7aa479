import type { Database } from '@ateneu/persistence';
import { keptRowsOf } from '@ateneu/service-kit/kept-workbooks';

/** What is kept of a person, as it is handed to them. */
export interface PersonExport {
  enrolments: Record<string, unknown>[];
  certificates: Record<string, unknown>[];
  /** Rows of kept workbooks of the funder, and whether it was sent them. */
  workbooks: Record<string, unknown>[];
  /** Who read or changed any of it, and when. */
  accesses: Record<string, unknown>[];
}

/** Gathers everything under an address, in the form in which addresses are compared. */
export async function readPerson({ pool }: Pick<Database, 'pool'>, emailKey: string): Promise<PersonExport> {
  const rows = async (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
    (await pool.query<{ item: Record<string, unknown> }>(text, values)).rows.map(({ item }) => item);
  const [enrolments, certificates] = await Promise.all([
    rows(
      `select jsonb_strip_nulls(jsonb_build_object('id', e.id, 'session', s.title, 'startsAt', s.starts_at,
           'status', e.status, 'name', e.name, 'givenName', e.given_name, 'surnames', e.surnames, 'email', e.email,
           'language', e.language, 'phone', e.phone, 'birthYear', e.birth_year, 'municipality', e.municipality,
           'accessibility', e.accessibility, 'profile', e.profile, 'answers', e.answers, 'consents', e.consents,
           'enrolledAt', e.enrolled_at, 'confirmedAt', e.confirmed_at, 'cancelledAt', e.cancelled_at,
           'minutesAttended', e.minutes_attended, 'emailBouncedAt', e.email_bounced_at)) as item
       from enrolment e join session s on s.id = e.session_id where e.email_normalised = $1 order by e.enrolled_at`,
      [emailKey],
    ),
    rows(
      `select jsonb_strip_nulls(jsonb_build_object('id', id, 'code', code, 'name', name, 'email', email,
           'language', language, 'title', title, 'minutes', minutes, 'startedAt', started_at, 'endedAt', ended_at,
           'issuedAt', issued_at, 'revokedAt', revoked_at)) as item
       from certificate where email_normalised = $1 order by issued_at`,
      [emailKey],
    ),
  ]);
  const subjects = [...enrolments, ...certificates].map(({ id }) => String(id));
  const workbooks = await keptRowsOf(
    { pool },
    enrolments.map(({ id }) => String(id)),
  );
  const accesses = await rows(
    `select jsonb_build_object('at', at, 'actorKind', actor_kind, 'actorName', actor_name, 'action', action,
       'subjectType', subject_type) as item
     from audit_record where subject_id = any ($1::text[]) order by at limit 5000`,
    [subjects],
  );
  return { enrolments, certificates, workbooks, accesses };
}
