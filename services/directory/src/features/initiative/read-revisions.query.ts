import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import type { FieldChange } from './differences.ts';
import type { Initiative, InitiativeEvent } from './initiative.ts';

/** A revision as staff read it. */
export interface RevisionView {
  version: number;
  status: Exclude<Initiative['status'], 'none'>;
  /** What happened, in the words of the domain. */
  actions: string[];
  changes: FieldChange[];
  at: string;
  author: { kind: string; id: string; name: string | null };
  correctionId: string | null;
}

const selectRevisions = `
  select version, status, changes, ${isoTimestamp('at')} as at, correction_id as "correctionId",
         (select coalesce(array_agg(event ->> 'type'), '{}') from jsonb_array_elements(events) as event) as actions,
         json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as author
  from initiative_revision where initiative_id = $1 and ($2::int is null or version < $2)
  order by version desc limit $3`;

/**
 * The history of an initiative, the newest revision first.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readRevisions(
  { pool }: Database,
  { id, limit, cursor }: { id: string; limit: number; cursor?: string | undefined },
): Promise<{ items: RevisionView[]; next: string | null }> {
  const [before] = cursor === undefined ? [null] : decodeCursor(cursor, ['integer']);
  const { rows } = await pool.query<RevisionView>({
    name: 'initiative-revisions',
    text: selectRevisions,
    values: [id, before, limit + 1],
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor([last.version]) : null };
}

/** Every event of an initiative up to a version, oldest first. */
export async function readEvents({ pool }: Database, id: string, upTo?: number): Promise<InitiativeEvent[]> {
  const { rows } = await pool.query<{ events: Stored[] }>({
    name: 'initiative-events',
    text: `select events from initiative_revision where initiative_id = $1 and version <= coalesce($2, version)
           order by version`,
    values: [id, upTo ?? null],
  });
  return rows.flatMap((row) => row.events.map(revived));
}

/** An event as JSON keeps it: with times as text. */
type Stored = Omit<InitiativeEvent, 'at'> & { at: string; state?: { publishedAt?: string } };

function revived(stored: Stored): InitiativeEvent {
  const { state } = stored;
  const withState =
    state?.publishedAt === undefined ? {} : { state: { ...state, publishedAt: new Date(state.publishedAt) } };
  return { ...stored, ...withState, at: new Date(stored.at) } as InitiativeEvent;
}
