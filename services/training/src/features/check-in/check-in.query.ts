import type { LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';

/** A desk: the session that people are checked in to, and who opened it. */
export interface Desk {
  sessionId: string;
  title: LocalizedText;
  startsAt: string;
  venue: string | null;
  openedBy: { id: string; name: string };
  expiresAt: string;
}

/** The desk of a link, by the hash of its secret. */
export async function readDesk({ pool }: Database, hash: string): Promise<Desk | undefined> {
  const { rows } = await pool.query<Desk>({
    name: 'check-in-desk',
    text: `select s.id as "sessionId", s.title, ${isoTimestamp('s.starts_at')} as "startsAt", s.venue,
             json_build_object('id', d.opened_by, 'name', d.opened_by_name) as "openedBy",
             ${isoTimestamp('d.expires_at')} as "expiresAt"
           from check_in_desk d join session s on s.id = d.session_id where d.hash = $1`,
    values: [hash],
  });
  return rows[0];
}

/** Somebody who is expected, or has come. */
export interface Expected {
  enrolmentId: string;
  name: string;
  status: 'confirmed' | 'attended' | 'absent';
  code: string;
}

/** More than a room holds, and a bound on what a page may cost. */
const maxShown = 500;

/** Everybody with a place in the room, by name. */
export async function readExpected({ pool }: Database, sessionId: string): Promise<Expected[]> {
  const { rows } = await pool.query<Expected>({
    name: 'check-in-expected',
    text: `select id as "enrolmentId", name, status, check_in_code as code from enrolment
           where session_id = $1 and status in ('confirmed', 'attended', 'absent') and place is distinct from 'online'
             and check_in_code is not null
           order by lower(name), id limit ${maxShown}`,
    values: [sessionId],
  });
  return rows;
}

/** Whose a code is, and of which session. */
export async function readByCode(
  { pool }: Database,
  code: string,
): Promise<{ enrolmentId: string; sessionId: string; name: string; status: string } | undefined> {
  const { rows } = await pool.query<{ enrolmentId: string; sessionId: string; name: string; status: string }>({
    name: 'check-in-code',
    text: `select id as "enrolmentId", session_id as "sessionId", name, status from enrolment where check_in_code = $1`,
    values: [code],
  });
  return rows[0];
}
