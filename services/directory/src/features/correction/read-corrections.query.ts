import type { LocalizedText } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import { type FieldChange, isSame, readStaffInitiative } from '../initiative/index.ts';
import type { CorrectionAuthor, CorrectionStatus } from './correction.ts';

/** A correction in a list. */
export interface CorrectionSummary {
  id: string;
  status: CorrectionStatus;
  initiative: { id: string; slug: string | null; name: string };
  fields: string[];
  createdAt: string;
}

interface SummaryRow {
  id: string;
  status: CorrectionStatus;
  initiativeId: string;
  slug: string | null;
  name: LocalizedText;
  fields: string[];
  createdAt: string;
  createdExact: string;
}

/** The oldest first: what has waited longest is looked at first. */
const selectSummaries = `
  select correction.id, correction.status, initiative_id as "initiativeId", slug, name,
         (select coalesce(array_agg(change ->> 'field'), '{}') from jsonb_array_elements(changes) as change) as fields,
         ${isoTimestamp('correction.created_at')} as "createdAt", correction.created_at::text as "createdExact"
  from correction join initiative on initiative.id = initiative_id
  where correction.status = $1 and ($2::uuid is null or initiative_id = $2)
    and ($3::timestamptz is null or (correction.created_at, correction.id) > ($3, $4::uuid))
  order by correction.created_at, correction.id limit $5`;

/**
 * Corrections in one state, oldest first; of one initiative where it is named.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readCorrections(
  { pool }: Database,
  filter: {
    status: CorrectionStatus;
    initiative?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ items: CorrectionSummary[]; next: string | null }> {
  const [after, id] = filter.cursor === undefined ? [null, null] : decodeCursor(filter.cursor, ['instant', 'uuid']);
  const { rows } = await pool.query<SummaryRow>({
    name: 'corrections',
    text: selectSummaries,
    values: [filter.status, filter.initiative ?? null, after, id, filter.limit + 1],
  });
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id: correctionId, status, initiativeId, slug, name, fields, createdAt }) => ({
      id: correctionId,
      status,
      initiative: { id: initiativeId, slug, name: name.ca },
      fields,
      createdAt,
    })),
    next: rows.length > filter.limit && last !== undefined ? encodeCursor([last.createdExact, last.id]) : null,
  };
}

interface DetailRow extends Omit<SummaryRow, 'fields' | 'slug' | 'name' | 'createdExact'> {
  baseVersion: number;
  changes: FieldChange[];
  comment: string | null;
  author: CorrectionAuthor | null;
  accepted: string[];
  reasonCode: string | null;
  note: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
}

/** A correction with its difference to what the initiative says now; `undefined` for one that is not there. */
export async function readCorrection(database: Database, id: string) {
  const { rows } = await database.pool.query<DetailRow>({
    name: 'correction',
    text: `select id, initiative_id as "initiativeId", status, base_version as "baseVersion", changes, comment, author,
             accepted, reason_code as "reasonCode", note, decided_by as "decidedBy",
             ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('decided_at')} as "decidedAt"
           from correction where id = $1`,
    values: [id],
  });
  const [row] = rows;
  const initiative = row && (await readStaffInitiative(database, row.initiativeId));
  if (row === undefined || initiative === undefined) return undefined;
  const { initiativeId: _, changes, ...rest } = row;
  const { version, status, slug, name } = initiative;
  return {
    ...rest,
    initiative: { id: initiative.id, slug, name: name.ca, version, status },
    changes: changes.map(({ field, from, to }) => {
      const current = initiative[field] ?? null;
      return { field, from, current, to, conflicts: row.status === 'open' && !isSame(from, current) };
    }),
  };
}
