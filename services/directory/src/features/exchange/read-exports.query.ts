import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import type { ExportFilters } from './export.filters.ts';
import type { ExportFormatName } from './export.format.ts';
import type { ExportFailure, ExportStatus } from './export.store.ts';

/** An export with its progress. */
export interface ExportView {
  id: string;
  /** Which attempt wrote its file. */
  attempt: number;
  status: ExportStatus;
  format: ExportFormatName;
  filters: ExportFilters;
  /** How many rows it will have; null before that is known. */
  total: number | null;
  processed: number;
  /** Of the file so far, in bytes. */
  size: number;
  /** Of which moment its rows are. */
  asOf: string | null;
  failure: ExportFailure | null;
  takenAway: 'age' | 'erasure' | null;
  createdBy: string;
  createdById: string;
  createdAt: string;
  updatedAt: string;
  expiresAt: string | null;
}

/** One whose time is over is not there any more, whether it was swept already or not. */
const isOver = `(status = 'ready' and expires_at <= $1)`;

const selectExport = `
  select id, attempt, case when ${isOver} then 'expired' else status end as status, format, filters, total, processed,
         size::float8 as size, ${isoTimestamp('as_of')} as "asOf", failure,
         case when ${isOver} then 'age' else taken_away end as "takenAway",
         created_by as "createdBy", created_by_id as "createdById", ${isoTimestamp('created_at')} as "createdAt",
         ${isoTimestamp('updated_at')} as "updatedAt", ${isoTimestamp('expires_at')} as "expiresAt"`;

/** One export, as it is at a moment; `undefined` where there is none. */
export async function readExport({ pool }: Database, id: string, at: Date): Promise<ExportView | undefined> {
  const text = `${selectExport} from export where id = $2`;
  return (await pool.query<ExportView>({ name: 'export', text, values: [at, id] })).rows[0];
}

/**
 * Exports, the newest first.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readExports(
  { pool }: Database,
  { limit, cursor, at }: { limit: number; cursor?: string | undefined; at: Date },
): Promise<{ items: ExportView[]; next: string | null }> {
  const [before, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, ['instant', 'uuid']);
  const { rows } = await pool.query<ExportView & { exact: string }>({
    name: 'exports',
    text: `${selectExport}, created_at::text as exact from export
      where $2::timestamptz is null or (created_at, id) < ($2, $3::uuid)
      order by created_at desc, id desc limit $4`,
    values: [at, before, id, limit + 1],
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor([last.exact, last.id]) : null };
}

/** A file's contents, a part at a time. @throws Error where it is taken away meanwhile: half a file is none */
export async function* readFileOf({ pool }: Database, { id, attempt, size }: ExportView): AsyncGenerator<Buffer> {
  let rest = size;
  for (let part = 0; rest > 0; part += 1) {
    const { rows } = await pool.query<{ content: string }>({
      name: 'export-part',
      text: `select content from export_part where export_id = $1 and attempt = $2 and part = $3`,
      values: [id, attempt, part],
    });
    const [found] = rows;
    if (found === undefined) throw new Error(`Export ${id} was taken away while it was read.`);
    const content = Buffer.from(found.content);
    rest -= content.length;
    yield content;
  }
}
