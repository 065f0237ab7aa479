import type { Database } from '@ateneu/persistence';

/** The statement behind {@link readPublicState}. */
export const publicStateStatement = { name: 'public-changes', text: 'select changes::text from public_changes' };

/**
 * A tag that changes with every change of what is public: asking for it reads one row, where asking the question itself
 * again is a search.
 */
export async function readPublicState({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ changes: string }>(publicStateStatement);
  return `"${rows[0]?.changes ?? '0'}"`;
}
