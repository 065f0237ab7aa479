import { type Database, sharedRead } from '@ateneu/persistence';

/** The statement behind {@link readPublicState}. */
export const publicStateStatement = { name: 'public-changes', text: 'select changes::text from public_changes' };

const states = new WeakMap<Database, () => Promise<string>>();

/**
 * A tag that changes with every change of what is public: asking for it reads one row, where asking the question itself
 * again is a search. Those who ask at the same moment share the reading.
 */
export function readPublicState(database: Database): Promise<string> {
  const known = states.get(database) ?? sharedRead(() => readTag(database));
  states.set(database, known);
  return known();
}

async function readTag({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ changes: string }>(publicStateStatement);
  return tagOfState(rows[0]?.changes ?? '0');
}

/** The tag of what the column `state` of a statement says. */
export function tagOfState(changes: string): string {
  return `"${changes}"`;
}
