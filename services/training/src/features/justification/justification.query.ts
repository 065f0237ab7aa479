import type { LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';

import type { Programme } from '../../vocabulary.ts';
import type { Profile } from '../enrolment/index.ts';

/** A session of the period of a call, and who was there. */
export interface JustifiedSession {
  id: string;
  status: 'published' | 'in-progress' | 'held';
  title: LocalizedText;
  courseTitle: LocalizedText | null;
  programme: Programme;
  courseProgramme: Programme | null;
  startsAt: string;
  endsAt: string;
  venue: string | null;
  forMinors: boolean;
  /** People with a place of whom nothing is on record. */
  unrecorded: number;
  /** Those on record as having been there, and nobody else. */
  participants: Participant[];
  pupils: { school: string; grade: string; pupils: number }[];
}

/** Somebody who was there. */
export interface Participant {
  enrolmentId: string;
  name: string;
  givenName: string | null;
  surnames: string | null;
  /** Null for somebody who was erased. */
  email: string | null;
  phone: string | null;
  municipality: string | null;
  profile: Profile;
}

/** More than an ateneu holds in a call, and a bound on what one request may cost. */
const maxSessions = 5_000;

/** Everything that a call's sheets are made of, in one statement: its counts are of one moment. */
const select = `
  select s.id, s.status, s.title, c.title as "courseTitle", s.programme, c.programme as "courseProgramme",
    ${isoTimestamp('s.starts_at')} as "startsAt", ${isoTimestamp('s.ends_at')} as "endsAt", s.venue, s.for_minors as "forMinors",
    (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'confirmed') as unrecorded,
    coalesce((select json_agg(json_build_object('enrolmentId', e.id, 'name', coalesce(e.audit_person ->> 'name', e.name),
        'givenName', coalesce(e.audit_person ->> 'givenName', e.given_name),
        'surnames', coalesce(e.audit_person ->> 'surnames', e.surnames),
        'email', case when e.erased_at is null then e.email end, 'phone', e.phone, 'municipality', e.municipality,
        'profile', e.profile || coalesce(e.audit_person -> 'profile', '{}'))
        order by lower(coalesce(e.surnames, e.name)), lower(e.name), e.id)
      from enrolment e where e.session_id = s.id and e.status = 'attended'), '[]') as participants,
    coalesce((select json_agg(json_build_object('school', h.school, 'grade', h.grade, 'pupils', h.pupils)
        order by h.school, h.grade)
      from session_head_count h where h.session_id = s.id), '[]') as pupils
  from session s left join course c on c.id = s.course_id
  where s.status in ('published', 'in-progress', 'held') and s.starts_at >= $1 and s.starts_at < $2
  order by s.starts_at, s.id limit ${maxSessions}`;

/** The sessions that begin between two instants, whatever they are justified under. */
export async function readJustifiedSessions(
  { pool }: Database,
  { from, until }: { from: Date; until: Date },
): Promise<JustifiedSession[]> {
  const { rows } = await pool.query<JustifiedSession>({ name: 'justification', text: select, values: [from, until] });
  return rows;
}
