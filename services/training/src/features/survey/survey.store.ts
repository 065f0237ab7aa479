import { randomUUID } from 'node:crypto';

import { surveyAnswered, surveyInvited } from '@ateneu/events';
import { hashSecret, issueSecret, type LocalizedText, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { dayOf } from '../../madrid.ts';
import { type AnswerValue, type Programme, programmeOf } from '../../vocabulary.ts';
import { asksAnything, questionnaireOf } from './questionnaire.ts';
import { surveyClosed } from './survey.errors.ts';

const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;
/** People are asked an hour after the session, and have a month. */
const askAfterMs = hourMs;
const openForMs = 30 * dayMs;

interface Attendee {
  enrolmentId: string;
  sessionId: string;
  title: LocalizedText;
  startsAt: Date;
  endsAt: Date;
  venue: string | null;
  courseId: string | null;
  courseTitle: LocalizedText | null;
  programme: Programme;
  courseProgramme: Programme | null;
  name: string;
  email: string;
  language: string;
}

/** Locks who is to be asked, so that another instance that sweeps at the same time leaves them alone. */
const notAskedYet = `
  select e.id as "enrolmentId", s.id as "sessionId", s.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.venue,
    c.id as "courseId", c.title as "courseTitle", s.programme, c.programme as "courseProgramme", e.name, e.email, e.language
  from enrolment e join session s on s.id = e.session_id left join course c on c.id = s.course_id
  where e.status = 'attended' and e.survey_invited_at is null and e.erased_at is null and s.ends_at <= $1 and s.ends_at > $2
  order by e.id limit 500
  for update of e skip locked`;

/**
 * Asks whoever attended and was not asked yet. The link that goes out is known by its hash and session alone, and the
 * enrolment only remembers that there was one.
 */
export function inviteToSurveys(database: Database, surveyUrl: (secret: string) => string, at: Date): Promise<number> {
  return transact(database, async (tx) => {
    const attendees = await tx.query<Attendee>(notAskedYet, [
      new Date(at.getTime() - askAfterMs),
      new Date(at.getTime() - openForMs),
    ]);
    if (attendees.length === 0) return 0;
    const ids = attendees.map(({ enrolmentId }) => enrolmentId);
    await tx.query('update enrolment set survey_invited_at = $2 where id = any($1)', [ids, at]);
    let invited = 0;
    for (const attendee of attendees) {
      if (!asksAnything(questionnaireOf(programmeOf(attendee.programme, attendee.courseProgramme ?? {})))) continue;
      await invite(tx, attendee, surveyUrl, at);
      invited += 1;
    }
    return invited;
  });
}

async function invite(
  tx: Transaction,
  attendee: Attendee,
  surveyUrl: (secret: string) => string,
  at: Date,
): Promise<void> {
  const { secret, hash } = issueSecret('srv');
  const expiresAt = new Date(at.getTime() + openForMs);
  const { sessionId, name, email, language, courseId, courseTitle } = attendee;
  await tx.query('insert into survey_invitation (hash, session_id, language, expires_at) values ($1, $2, $3, $4)', [
    hash,
    sessionId,
    language,
    expiresAt,
  ]);
  const invitationId = newId();
  publishAll(tx, [
    publication(surveyInvited, {
      aggregateId: invitationId,
      sequence: 1,
      occurredAt: at,
      data: {
        invitationId,
        sessionId,
        title: { ...attendee.title },
        startsAt: new Date(attendee.startsAt).toISOString(),
        endsAt: new Date(attendee.endsAt).toISOString(),
        venue: attendee.venue ?? undefined,
        courseId: courseId ?? undefined,
        courseTitle: courseTitle === null ? undefined : { ...courseTitle },
        expiresAt: expiresAt.toISOString(),
        personal: { name, email, language, surveyUrl: surveyUrl(secret) },
      },
    }),
  ]);
}

/** Whether somebody wants to start a cooperative. */
export const startIntentions = ['no', 'maybe', 'yes'] as const;
export type StartIntention = (typeof startIntentions)[number];

/** What somebody answered. */
export interface SurveySubmission {
  secret: string;
  sessionId: string;
  title: LocalizedText;
  answers: Readonly<Record<string, AnswerValue>>;
  startCooperative: { before: StartIntention; after: StartIntention } | undefined;
  /** Who asked to be contacted. */
  contact: { name: string; email: string; phone?: string | undefined; language: string } | undefined;
  at: Date;
}

/**
 * Uses the link up and keeps the answer, which remembers the day and nothing of the link. What is told to others bears an
 * identifier of its own: it may name whoever asked to be contacted, and must not lead to what they answered.
 *
 * @throws DomainError `training.survey.closed`
 */
export function submitSurvey(database: Database, submission: SurveySubmission): Promise<void> {
  const { secret, sessionId, title, answers, startCooperative, contact, at } = submission;
  return transact(database, async (tx) => {
    const used = await tx.query(
      `update survey_invitation set used = true where hash = $1 and not used and expires_at > $2 returning session_id`,
      [hashSecret(secret), at],
    );
    if (used.length === 0) throw surveyClosed();
    await tx.query(
      `insert into survey_answer (id, session_id, answers, start_before, start_after, answered_on)
       values ($1, $2, $3, $4, $5, $6)`,
      // Random through and through: an identifier that tells the time would tell who.
      [
        randomUUID(),
        sessionId,
        JSON.stringify(answers),
        startCooperative?.before ?? null,
        startCooperative?.after ?? null,
        dayOf(at),
      ],
    );
    const answerId = randomUUID();
    publishAll(tx, [
      publication(surveyAnswered, {
        aggregateId: answerId,
        sequence: 1,
        occurredAt: at,
        data: {
          answerId,
          sessionId,
          title: { ...title },
          startCooperative,
          history: contact === undefined ? undefined : await historyOf(tx, contact.email),
          personal: contact,
        },
      }),
    ]);
  });
}

async function historyOf(tx: Transaction, email: string) {
  const rows = await tx.query<{ sessionId: string; title: LocalizedText; startsAt: Date; minutes: number }>(
    `select s.id as "sessionId", s.title, s.starts_at as "startsAt", e.minutes_attended as minutes
     from enrolment e join session s on s.id = e.session_id
     where e.email_normalised = $1 and e.status = 'attended' order by s.starts_at desc limit 100`,
    [emailKey(email)],
  );
  return rows.map(({ startsAt, ...row }) => ({ ...row, startsAt: new Date(startsAt).toISOString() }));
}
