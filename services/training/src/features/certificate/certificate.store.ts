import { certificateIssued, certificateRevoked } from '@ateneu/events';
import { issueSecret, type LocalizedText, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, recordChanged, transact, type Transaction } from '@ateneu/persistence';

import { newCheckInCode, readableCode } from '../enrolment/index.ts';
import { certificateNotFound } from './certificate.errors.ts';

/** The addresses that a certificate is found at. */
export interface CertificateLinks {
  document(secret: string): string;
  verification(code: string): string;
}

/** What a certificate is of. */
export type CertificateSubject = { courseId: string } | { sessionId: string };

/** Somebody who attended enough. */
interface Due {
  courseId: string | null;
  sessionId: string | null;
  emailNormalised: string;
  email: string;
  name: string;
  language: string;
  title: LocalizedText;
  minutes: number;
  startedAt: Date;
  endedAt: Date;
}

/** A certificate as its events tell it. */
interface Row extends Due {
  id: string;
  version: number;
  revokedAt: Date | null;
}

/**
 * Whoever attended as much as the rule asks of a course whose sessions were all held, or of a session that stands alone. A
 * person is an address; how they are called is what they said last. `$1` and `$2` narrow it to a course or session, and
 * `$3` says whether somebody whose certificate was revoked gets another.
 */
const due = `
  with subject as (
    select c.id as course_id, null::uuid as session_id, c.title, (c.programme -> 'certificate' ->> 'minimumPercent')::int as percent
    from course c
    where c.programme -> 'certificate' ->> 'minimumPercent' is not null and c.published_at is not null
      and exists (select from session s where s.course_id = c.id and s.status = 'held')
      and not exists (select from session s where s.course_id = c.id and s.status in ('published', 'in-progress'))
    union all
    select null, s.id, s.title, (s.programme -> 'certificate' ->> 'minimumPercent')::int
    from session s
    where s.course_id is null and s.status = 'held' and s.programme -> 'certificate' ->> 'minimumPercent' is not null
  ), held as (
    select b.course_id, b.session_id, b.title, b.percent, s.id, s.starts_at, s.ends_at,
      sum(ceil(extract(epoch from s.ends_at - s.starts_at) / 60)) over (partition by b.course_id, b.session_id) as total
    from subject b join session s on s.status = 'held' and (s.course_id = b.course_id or s.id = b.session_id)
    where ($1::uuid is null or b.course_id = $1) and ($2::uuid is null or b.session_id = $2)
  )
  select h.course_id as "courseId", h.session_id as "sessionId", e.email_normalised as "emailNormalised",
    (array_agg(e.email order by e.enrolled_at desc))[1] as email, (array_agg(e.name order by e.enrolled_at desc))[1] as name,
    (array_agg(e.language order by e.enrolled_at desc))[1] as language, h.title, sum(e.minutes_attended)::int as minutes,
    min(h.starts_at) as "startedAt", max(h.ends_at) as "endedAt"
  from held h join enrolment e on e.session_id = h.id and e.status = 'attended' and e.erased_at is null
  where not exists (
    select from certificate k
    where k.email_normalised = e.email_normalised and (k.course_id = h.course_id or k.session_id = h.session_id)
      and (k.revoked_at is null or not $3::boolean))
  group by h.course_id, h.session_id, h.title, h.percent, h.total, e.email_normalised
  having sum(e.minutes_attended) * 100 >= h.percent * h.total
  order by e.email_normalised, h.course_id, h.session_id limit 500`;

/**
 * Issues what is due and was not issued yet, in one transaction. Two that run at once issue each certificate once: the
 * database has room for one that holds per person, and both go through them in the same order, so that neither waits for the
 * other in turn.
 *
 * @returns how many were issued
 */
export function issueCertificates(
  database: Database,
  links: CertificateLinks,
  at: Date,
  only: { subject?: CertificateSubject; again?: boolean } = {},
): Promise<number> {
  const { subject, again = false } = only;
  const courseId = subject !== undefined && 'courseId' in subject ? subject.courseId : null;
  const sessionId = subject !== undefined && 'sessionId' in subject ? subject.sessionId : null;
  return transact(database, async (tx) => {
    const people = await tx.query<Due>(due, [courseId, sessionId, again]);
    let issued = 0;
    for (const person of people) issued += (await issue(tx, links, person, at)) ? 1 : 0;
    return issued;
  });
}

async function issue(tx: Transaction, links: CertificateLinks, person: Due, at: Date): Promise<boolean> {
  const id = newId();
  const code = newCheckInCode();
  const { secret, hash } = issueSecret('crt');
  const inserted = await tx.query(
    `insert into certificate (id, version, code, link_hash, course_id, session_id, email_normalised, email, name, language,
       title, minutes, started_at, ended_at, issued_at)
     values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing returning id`,
    [
      id,
      code,
      hash,
      person.courseId,
      person.sessionId,
      person.emailNormalised,
      person.email,
      person.name,
      person.language,
      JSON.stringify(person.title),
      person.minutes,
      person.startedAt,
      person.endedAt,
      at,
    ],
  );
  if (inserted.length === 0) return false;
  publishAll(tx, [
    publication(certificateIssued, {
      aggregateId: id,
      sequence: 1,
      occurredAt: at,
      data: {
        ...factsOf({ ...person, id }),
        endedAt: new Date(person.endedAt).toISOString(),
        personal: {
          ...addressOf(person),
          certificateUrl: links.document(secret),
          verificationUrl: links.verification(code),
          verificationCode: readableCode(code),
        },
      },
    }),
  ]);
  return true;
}

/**
 * Takes a certificate back; its code says so from then on, and the person is told why. Twice changes nothing.
 *
 * @throws DomainError `training.certificate.not-found`, `kit.record.changed`
 */
export function revokeCertificate(
  database: Database,
  { id, reason, expectedVersion, at }: { id: string; reason: LocalizedText; expectedVersion: number; at: Date },
): Promise<{ id: string; version: number }> {
  return transact(database, async (tx) => {
    const [row] = await tx.query<Row>(
      `select id, version, course_id as "courseId", session_id as "sessionId", name, email, language, title, minutes,
         revoked_at as "revokedAt" from certificate where id = $1 for update`,
      [id],
    );
    if (row === undefined) throw certificateNotFound();
    if (row.version !== expectedVersion) throw recordChanged({ current: row.version });
    if (row.revokedAt !== null) return { id, version: row.version };
    const version = row.version + 1;
    await tx.query('update certificate set version = $2, revoked_at = $3, revocation_reason = $4 where id = $1', [
      id,
      version,
      at,
      JSON.stringify(reason),
    ]);
    await tx.audit({ action: 'revoke', subjectType: 'certificate', subjectId: id });
    const data = { ...factsOf(row), reason: { ...reason }, personal: addressOf(row) };
    publishAll(tx, [publication(certificateRevoked, { aggregateId: id, sequence: version, occurredAt: at, data })]);
    return { id, version };
  });
}

function factsOf({
  id,
  title,
  minutes,
  courseId,
  sessionId,
}: Pick<Row, 'id' | 'title' | 'minutes' | 'courseId' | 'sessionId'>) {
  return {
    certificateId: id,
    title: { ...title },
    minutes,
    courseId: courseId ?? undefined,
    sessionId: sessionId ?? undefined,
  };
}

function addressOf({ name, email, language }: Pick<Row, 'name' | 'email' | 'language'>) {
  return { name, email, language };
}
