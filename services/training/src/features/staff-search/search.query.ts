import type { LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp, likeWords } from '@ateneu/persistence';

/** Something that was found. */
export interface Hit {
  type: 'course' | 'session' | 'enrolment' | 'certificate';
  id: string;
  /** What it is called: a title, or a person's name. */
  label: LocalizedText;
  /** The session of an enrolment or a certificate, the course of a session or a certificate. */
  within: string | null;
  /** What that is called. */
  about: LocalizedText | null;
  status: string;
  /** When it begins, or of a certificate when it was issued. */
  at: string | null;
}

/** A text as it is compared: without case and accents. */
const plain = (expression: string): string =>
  `regexp_replace(normalize(lower(${expression}), NFD), '[\u0300-\u036f]', '', 'g')`;

/** A person's name as a text in a language, like the titles beside it. */
const named = (name: string): string => `jsonb_build_object('ca', ${name})`;
const texts = (title: string): string => `${title} ->> 'ca', ${title} ->> 'es', ${title} ->> 'en'`;

const sources = [
  `select 'course' as type, c.id, c.title as label, null::uuid as within, null::jsonb as about, c.status,
     (select min(s.starts_at) from session s where s.course_id = c.id) as at,
     concat_ws(' ', ${texts('c.title')}, c.programme ->> 'topics') as haystack from course c`,
  `select 'session', s.id, s.title, s.course_id, c.title, s.status, s.starts_at,
     concat_ws(' ', ${texts('s.title')}, s.venue, c.title ->> 'ca') from session s left join course c on c.id = s.course_id`,
  // Whoever was erased has no name any more, and is not found by the mark that stands in for their address.
  `select 'enrolment', e.id, ${named('e.name')}, s.id, s.title, e.status, s.starts_at,
     concat_ws(' ', e.name, e.given_name, e.surnames, e.email, e.phone)
   from enrolment e join session s on s.id = e.session_id where e.erased_at is null`,
  `select 'certificate', t.id, ${named('t.name')}, coalesce(t.session_id, t.course_id), t.title,
     case when t.revoked_at is null then 'valid' else 'revoked' end, t.issued_at,
     concat_ws(' ', t.code, t.name) from certificate t where t.name <> '—'`,
];

const selectHits = `
  select type, id, label, within, about, status, ${isoTimestamp('at')} as at
  from (${sources.join(' union all ')}) as everything
  where (select bool_and(${plain('haystack')} like '%' || word || '%') from unnest($1::text[]) as word)
  order by array_position(array['course', 'session', 'enrolment', 'certificate'], type), everything.at desc nulls last, id
  limit $2`;

/**
 * What staff look for by a word or several, all of which must be there: titles, topics and places of courses and sessions;
 * names, addresses and telephones of whoever enrolled; names and codes of certificates.
 */
export async function search({ pool }: Pick<Database, 'pool'>, text: string, limit: number): Promise<Hit[]> {
  const words = likeWords(text);
  if (words.length === 0) return [];
  const { rows } = await pool.query<Hit>({ name: 'staff-search', text: selectHits, values: [words, limit] });
  return rows;
}
