import { reminderDue } from '@ateneu/events';
import { issueSecret, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact, type Transaction } from '@ateneu/persistence';

import { timeZone } from '../../madrid.ts';
import {
  EnrolmentEntity,
  type EnrolmentRow,
  enrolmentState,
  insertLinks,
  linksFor,
  type PersonLinks,
} from '../enrolment/index.ts';
import { courseData, courseOf, effectiveProgramme, SessionEntity, type SessionRow } from '../session/index.ts';

/** As many people as one round reminds; the next one goes on. */
const maxPerRound = 500;

/** So many days before, at the same time of the clock as the session: over a clock change too. */
const daysBefore = (days: number): string =>
  `((s.starts_at at time zone '${timeZone}') - interval '${days} days') at time zone '${timeZone}'`;

/** At ten in the morning of the day after. */
const morningAfter = `(date_trunc('day', s.ends_at at time zone '${timeZone}') + interval '1 day 10 hours') at time zone '${timeZone}'`;

/**
 * Who is to be reminded of what. Whoever got their place after the moment has just been told; and what was missed for long
 * (the service was away) is not made up for, because it would say something that is no longer so. A session that moved is
 * reminded of anew, unless it was by hours only: the message about the move said so.
 */
const due = `
  select e.id as "enrolmentId", r.kind, s.starts_at as "startsAt"
  from enrolment e
    join session s on s.id = e.session_id
    cross join lateral (values
      ('week-before', 'confirmed', ${daysBefore(7)}, ${daysBefore(5)}),
      ('day-before', 'confirmed', ${daysBefore(1)}, s.starts_at),
      ('follow-up', 'attended', ${morningAfter}, ${morningAfter} + interval '7 days')
    ) as r (kind, status, due_at, until)
  where s.status in ('published', 'in-progress', 'held') and e.status = r.status and e.erased_at is null
    and s.starts_at > $1::timestamptz - interval '10 days' and s.starts_at < $1::timestamptz + interval '8 days'
    and $1 >= r.due_at and $1 < r.until
    and (r.kind = 'follow-up' or (coalesce(e.confirmed_at, e.enrolled_at) < r.due_at and s.status = 'published'))
    and not exists (select from reminder d where d.enrolment_id = e.id and d.kind = r.kind
      and (d.starts_at = s.starts_at or d.sent_at > r.due_at - interval '12 hours'))
  order by s.starts_at, e.id limit ${maxPerRound}`;

type Kind = 'week-before' | 'day-before' | 'follow-up';

interface Due {
  enrolmentId: string;
  kind: Kind;
  startsAt: Date;
}

/**
 * Tells whoever it is time to remind, in one transaction with the record that they were. However many sweep at once, the
 * key of that record lets one of them.
 */
export function remind(database: Database, links: PersonLinks, at: Date): Promise<number> {
  return transact(database, async (tx) => {
    const found = await tx.query<Due>(due, [at]);
    const claimed = found.length === 0 ? [] : await claim(tx, found, at);
    if (claimed.length === 0) return 0;
    const enrolments = await byId(
      tx.em.find(EnrolmentEntity, { id: { $in: claimed.map((each) => each.enrolmentId) } }),
    );
    const sessionIds = [...enrolments.values()].map(({ sessionId }) => sessionId);
    const sessions = await byId(tx.em.find(SessionEntity, { id: { $in: sessionIds } }));
    const secrets: { hash: string; enrolmentId: string; at: Date }[] = [];
    for (const { id, enrolmentId, kind } of claimed) {
      const enrolment = enrolments.get(enrolmentId);
      const session = sessions.get(enrolment?.sessionId ?? '');
      if (enrolment === undefined || session === undefined)
        throw new TypeError('Who is reminded is enrolled somewhere.');
      const { secret, hash } = issueSecret('enr');
      secrets.push({ hash, enrolmentId, at });
      await publish(tx, { id, kind, enrolment, session, links, secret, at });
    }
    await insertLinks(tx, secrets);
    return claimed.length;
  });
}

/** Those of them that nobody else has reminded meanwhile. */
function claim(tx: Transaction, found: readonly Due[], at: Date) {
  return tx.query<{ id: string; enrolmentId: string; kind: Kind }>(
    `insert into reminder (enrolment_id, kind, starts_at, id, sent_at)
     select enrolment_id, kind, starts_at, id, $5
     from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::uuid[]) as row (enrolment_id, kind, starts_at, id)
     on conflict do nothing returning id, enrolment_id as "enrolmentId", kind`,
    [
      found.map(({ enrolmentId }) => enrolmentId),
      found.map(({ kind }) => kind),
      found.map(({ startsAt }) => startsAt),
      found.map(() => newId()),
      at,
    ],
  );
}

async function byId<T extends { id: string }>(rows: Promise<T[]>): Promise<Map<string, T>> {
  return new Map((await rows).map((row) => [row.id, row]));
}

interface Reminder {
  id: string;
  kind: Kind;
  enrolment: EnrolmentRow;
  session: SessionRow;
  links: PersonLinks;
  secret: string;
  at: Date;
}

async function publish(
  tx: Transaction,
  { id, kind, enrolment: row, session, links, secret, at }: Reminder,
): Promise<void> {
  const course = await courseOf(tx, session);
  const programme = effectiveProgramme(session, course);
  const enrolment = enrolmentState(row);
  const { name, email, language } = enrolment.participant;
  const code = row.checkInCode ?? '';
  const personal = linksFor({ session, enrolment, programme, code, links, secret });
  const after = kind === 'follow-up';
  const hasMaterials = (programme.materials ?? []).length > 0;
  publishAll(tx, [
    publication(reminderDue, {
      aggregateId: id,
      sequence: 1,
      occurredAt: at,
      data: {
        reminderId: id,
        kind,
        enrolmentId: enrolment.id,
        sessionId: session.id,
        title: { ...session.title },
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        venue: session.venue ?? undefined,
        ...courseData(course),
        mode: session.mode,
        place: enrolment.place,
        instructions: after || programme.instructions === undefined ? undefined : { ...programme.instructions },
        personal: {
          name,
          email,
          language,
          ...personal,
          // The person's own page shows them.
          materialsUrl: after && hasMaterials ? personal.manageUrl : undefined,
        },
      },
    }),
  ]);
}
