import { currentActorName } from '@ateneu/kernel';
import { type Database, isoTimestamp, type Transaction } from '@ateneu/persistence';

import { memberUnknown, sessionNotFound } from './accompaniment.errors.ts';
import type { AccompanimentEvent, ConsultancySession } from './accompaniment.ts';

/** A session as it stands, and how many times it was said. */
export interface KnownSession {
  session: ConsultancySession;
  version: number;
}

const contents = `jsonb_strip_nulls(jsonb_build_object('id', id, 'heldOn', held_on, 'minutes', minutes,
  'technician', technician, 'people', people, 'memberIds', case when member_ids <> '{}' then to_jsonb(member_ids) end,
  'objective', objective, 'result', result))`;

/**
 * One session of an accompaniment, whose row the caller holds.
 *
 * @throws DomainError `accompaniment.session.not-found`
 */
export async function readSession(tx: Transaction, accompanimentId: string, id: string): Promise<KnownSession> {
  const [row] = await tx.query<KnownSession>(
    `select ${contents} as session, greatest(1, (select max(sequence) from consultancy_session_history
       where session_id = consultancy_session.id)) as version
     from consultancy_session where id = $1 and accompaniment_id = $2`,
    [id, accompanimentId],
  );
  if (row === undefined) throw sessionNotFound();
  return row;
}

type SessionEvent = Extract<
  AccompanimentEvent,
  { type: 'consultancy-recorded' | 'consultancy-corrected' | 'consultancy-removed' }
>;

export function isSessionEvent(event: AccompanimentEvent): event is SessionEvent {
  return event.type.startsWith('consultancy-');
}

/** Keeps what an event says of a session; what it replaces goes into the session's history. */
export async function keepSession(
  tx: Transaction,
  of: { accompanimentId: string; projectId: string },
  event: SessionEvent,
  known: KnownSession | undefined,
): Promise<void> {
  if (event.type === 'consultancy-recorded') {
    const values = await valuesOf(tx, of.projectId, event.session);
    await tx.query(
      `insert into consultancy_session
         (id, held_on, minutes, people, member_ids, objective, result, accompaniment_id, technician, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [...values, of.accompanimentId, JSON.stringify(event.session.technician), event.at],
    );
    return;
  }
  if (known === undefined) throw new TypeError('A session is corrected from what it says.');
  await keepFirst(tx, of.accompanimentId, known.session.id);
  const removed = event.type === 'consultancy-removed';
  if (removed) {
    await tx.query(`delete from consultancy_session where id = $1`, [known.session.id]);
  } else {
    await tx.query(
      `update consultancy_session set held_on = $2, minutes = $3, people = $4, member_ids = $5, objective = $6,
         result = $7 where id = $1`,
      await valuesOf(tx, of.projectId, event.session),
    );
  }
  await tx.query(
    `insert into consultancy_session_history
       (session_id, sequence, accompaniment_id, at, actor_name, why, removed, contents)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      known.session.id,
      known.version + 1,
      of.accompanimentId,
      event.at,
      currentActorName(),
      event.why,
      removed,
      JSON.stringify(removed ? known.session : event.session),
    ],
  );
}

/** The first correction brings along what was recorded, by whom and when. */
async function keepFirst(tx: Transaction, accompanimentId: string, id: string): Promise<void> {
  await tx.query(
    `insert into consultancy_session_history (session_id, sequence, accompaniment_id, at, actor_name, contents)
     select id, 1, $2, recorded_at, technician ->> 'name', ${contents} from consultancy_session where id = $1
     on conflict do nothing`,
    [id, accompanimentId],
  );
}

async function valuesOf(tx: Transaction, projectId: string, session: ConsultancySession): Promise<unknown[]> {
  const memberIds = [...new Set(session.memberIds ?? [])];
  const [known] = await tx.query<{ count: number }>(
    `select count(*)::int as count from project_member where project_id = $1 and id = any ($2::uuid[])`,
    [projectId, memberIds],
  );
  if (known?.count !== memberIds.length) throw memberUnknown();
  const { id, heldOn, minutes, objective, result = null } = session;
  return [id, heldOn, minutes, Math.max(session.people, memberIds.length), memberIds, objective, result];
}

/** What a session said, in order; none where it was never corrected. */
export interface SessionHistoryLine {
  sequence: number;
  at: string;
  by: string | null;
  why: string | null;
  removed: boolean;
  contents: ConsultancySession;
}

/** The corrections of an accompaniment's sessions, oldest first, also of those that were taken back. */
export async function readSessionHistory(
  { pool }: Pick<Database, 'pool'>,
  accompanimentId: string,
): Promise<(SessionHistoryLine & { sessionId: string })[]> {
  const { rows } = await pool.query<SessionHistoryLine & { sessionId: string }>({
    name: 'session-corrections',
    text: `select session_id as "sessionId", sequence, ${isoTimestamp('at')} as at, actor_name as by, why, removed, contents
      from consultancy_session_history where accompaniment_id = $1 order by session_id, sequence`,
    values: [accompanimentId],
  });
  return rows;
}
