import { issueSecret } from '@ateneu/kernel';
import { type Database, transact } from '@ateneu/persistence';

import type { Participant } from '../enrolment/index.ts';

/** Whose calendar a link opens. */
export interface CalendarOwner {
  /** The person's address as it is compared. */
  emailKey: string;
  language: Participant['language'];
}

/** Gives a person a link to their calendar; one they had before ends, so that asking again takes back a lost one. */
export async function issueCalendarLink(database: Database, owner: CalendarOwner, at: Date): Promise<string> {
  const { secret, hash } = issueSecret('cal');
  await transact(database, (tx) =>
    tx.query(
      `insert into calendar_link (email_normalised, hash, language, issued_at) values ($1, $2, $3, $4)
       on conflict (email_normalised) do update set hash = $2, language = $3, issued_at = $4`,
      [owner.emailKey, hash, owner.language, at],
    ),
  );
  return secret;
}

/** Whose link it is, by the hash of its secret. */
export async function findCalendarOwner({ pool }: Database, hash: string): Promise<CalendarOwner | undefined> {
  const { rows } = await pool.query<CalendarOwner>({
    name: 'calendar-owner',
    text: 'select email_normalised as "emailKey", language from calendar_link where hash = $1',
    values: [hash],
  });
  return rows[0];
}
