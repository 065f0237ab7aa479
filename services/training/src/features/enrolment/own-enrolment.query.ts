import type { LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';

import { type AttendancePlace, type Material, type Programme, programmeOf, type Question } from '../../vocabulary.ts';
import type { SessionRow } from '../session/index.ts';
import { type PersonLinks, readableCode } from './enrolment.links.ts';
import { joinUrlFor } from './enrolment.publications.ts';
import type { CancellationCause, Consent, Consents, Enrolment, Participant, Profile } from './enrolment.ts';
import type { StoredAnswers } from './read-enrolments.query.ts';

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
  place: AttendancePlace | null;
  offerExpiresAt: string | null;
  phone: string | null;
  birthYear: number | null;
  municipality: string | null;
  givenName: string | null;
  surnames: string | null;
  profile: Profile;
  accessibility: string | null;
  answers: StoredAnswers;
  questions: Question[];
  consents: Record<keyof Consents, Omit<Consent, 'at'> & { at: string }>;
  session: {
    id: string;
    title: LocalizedText;
    startsAt: string;
    endsAt: string;
    mode: SessionRow['mode'];
    venue: string | null;
  };
  checkIn: { code: string; url: string; qrUrl: string } | null;
  released: { joinUrl: string | null; instructions: LocalizedText | null; materials: Material[] } | null;
}

type Row = Omit<OwnEnrolment, 'questions' | 'checkIn' | 'released'> & {
  programme: Programme;
  courseProgramme: Programme | null;
  code: string | null;
};

const selectByLink = `
  select e.id, e.status, e.name, e.email, e.language, ${isoTimestamp('e.enrolled_at')} as "enrolledAt",
         ${isoTimestamp('e.cancelled_at')} as "cancelledAt", e.cancellation_cause as "cancellationCause",
         ${isoTimestamp('e.asked_again_at')} as "askedAgainAt", ${isoTimestamp('e.kept_at')} as "keptAt",
         ${isoTimestamp('e.offer_expires_at')} as "offerExpiresAt", e.place, e.phone, e.birth_year as "birthYear",
         e.municipality, e.given_name as "givenName", e.surnames, e.profile, e.accessibility, e.answers, e.consents,
         e.check_in_code as code, s.programme, c.programme as "courseProgramme",
         case when e.status = 'waiting' then (
           select count(*)::int from enrolment w
           where w.session_id = e.session_id and w.status = 'waiting' and w.arrival <= e.arrival
             and (s.online_capacity is null or coalesce(w.place, 'room') = coalesce(e.place, 'room'))
         ) end as position,
         json_build_object('id', s.id, 'title', s.title, 'startsAt', ${isoTimestamp('s.starts_at')},
           'endsAt', ${isoTimestamp('s.ends_at')}, 'mode', s.mode, 'venue', s.venue) as session
  from enrolment_link l join enrolment e on e.id = l.enrolment_id join session s on s.id = e.session_id
    left join course c on c.id = s.course_id
  where l.hash = $1`;

/** The enrolment that a link leads to, by the hash of its secret. */
export async function readEnrolmentByLink(
  { pool }: Database,
  hash: string,
  links: PersonLinks,
): Promise<OwnEnrolment | undefined> {
  const { rows } = await pool.query<Row>({ name: 'enrolment-by-link', text: selectByLink, values: [hash] });
  if (rows[0] === undefined) return undefined;
  const { programme: own, courseProgramme, code, ...enrolment } = rows[0];
  const programme = programmeOf(own, courseProgramme ?? {});
  return {
    ...enrolment,
    questions: [...(programme.questions ?? [])],
    checkIn: code !== null && comesToTheRoom(enrolment) ? checkInOf(code, links) : null,
    released: releasedTo(enrolment, programme),
  };
}

function comesToTheRoom({ status, place, session }: Pick<Row, 'status' | 'place' | 'session'>): boolean {
  return status === 'confirmed' && session.mode !== 'online' && place !== 'online';
}

function checkInOf(code: string, links: PersonLinks): OwnEnrolment['checkIn'] {
  return { code: readableCode(code), url: links.checkIn(code), qrUrl: links.checkInQr(code) };
}

/** What is only for whoever has or had a place. */
function releasedTo(
  { status, place, session }: Pick<Row, 'status' | 'place' | 'session'>,
  programme: Programme,
): OwnEnrolment['released'] {
  if (status !== 'confirmed' && status !== 'attended' && status !== 'absent') return null;
  return {
    joinUrl: joinUrlFor(session.mode, place, programme) ?? null,
    instructions: programme.instructions ?? null,
    materials: [...(programme.materials ?? [])],
  };
}
