import { type Database, transact } from '@ateneu/persistence';

/**
 * Writes the answers of a session anew, in a random order and under new identifiers, whenever some have come. PostgreSQL
 * keeps the number of the transaction that wrote a row, and rows lie in the order they were written: both would lead from
 * an answer to the link that was used up with it. After this all answers of a session have one number and no order.
 */
export function shuffleAnswers(database: Database): Promise<number> {
  return transact(database, async (tx) => {
    const sessions = await tx.query<{ id: string }>(
      'select distinct session_id as id from survey_answer where not shuffled limit 100',
    );
    if (sessions.length === 0) return 0;
    const written = await tx.query(
      `with gone as (delete from survey_answer where session_id = any($1) returning *)
       insert into survey_answer (id, session_id, answers, start_before, start_after, answered_on, shuffled)
       select gen_random_uuid(), session_id, answers, start_before, start_after, answered_on, true
       from gone order by random() returning id`,
      [sessions.map(({ id }) => id)],
    );
    return written.length;
  });
}
