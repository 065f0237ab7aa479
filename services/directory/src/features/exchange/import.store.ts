import { newId } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { Readable } from 'node:stream';

import { importNotFound, importTooLong, importWrongState } from './exchange.errors.ts';
import { type CellReader, createCellReader, type Mapping } from './exchange.mapping.ts';
import type { Cells } from './exchange.columns.ts';
import { type FileFormat, readFile } from './file.reader.ts';

/** Where an import stands. */
export const importStatuses = [
  'awaiting-file',
  'receiving',
  'checking',
  'checked',
  'applying',
  'refused',
  'done',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What an import is to do. */
export interface ImportPlan extends FileFormat {
  /** Whose ids `external_id` holds. */
  source: string;
  mapping: Mapping;
  mode: 'all-or-nothing' | 'best-effort';
  /** Whether what is new is published at once. */
  publish: boolean;
}

/** An import as the job works on it. */
export interface Import extends ImportPlan {
  id: string;
  status: ImportStatus;
}

/** The most lines that one file may have. */
export const maxLines = 20_000;
const batchSize = 500;

/** Keeps imports and their lines. */
export interface ImportStore {
  create(plan: ImportPlan, by: string, at: Date): Promise<string>;
  /**
   * Takes the file in, and puts it down to be checked. What cannot be read leaves nothing behind.
   *
   * @throws DomainError `directory.import.…`; RequestError `kit.request.too-large`
   */
  receive(id: string, body: Readable, at: Date): Promise<void>;
  /** Puts a checked import down to be applied. @throws DomainError `directory.import.wrong-state` or `.not-found` */
  apply(id: string, at: Date): Promise<void>;
}

export function createImportStore(database: Database): ImportStore {
  const { pool } = database;
  const move = async (id: string, from: string, to: ImportStatus, at: Date, values = ''): Promise<Import> => {
    const { rows } = await pool.query<Import>(
      `update import set status = $2, updated_at = $3 ${values} where id = $1 and (${from}) returning *`,
      [id, to, at],
    );
    if (rows[0] !== undefined) return rows[0];
    const { rows: found } = await pool.query<{ status: string }>(`select status from import where id = $1`, [id]);
    throw found[0] === undefined ? importNotFound() : importWrongState({ status: found[0].status });
  };
  return {
    create: async ({ format, delimiter, source, mapping, mode, publish }, by, at) => {
      const id = newId();
      await pool.query(
        `insert into import (id, status, format, delimiter, source, mapping, mode, publish, created_by, created_at,
           updated_at) values ($1, 'awaiting-file', $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
        [id, format, delimiter, source, JSON.stringify(mapping), mode, publish, by, at],
      );
      return id;
    },
    receive: async (id, body, at) => {
      // A process that died while it received lets go after two minutes.
      const free = `status = 'awaiting-file' or (status = 'receiving' and updated_at < $3::timestamptz - interval '2 minutes')`;
      const plan = await move(id, free, 'receiving', at);
      try {
        await pool.query(`delete from import_line where import_id = $1`, [id]);
        const lines = await keepLines(database, plan, body);
        await move(id, `status = 'receiving'`, 'checking', at, `, lines = ${lines}, processed = 0`);
      } catch (error) {
        await pool.query(`delete from import_line where import_id = $1`, [id]);
        await move(id, `status = 'receiving'`, 'awaiting-file', at);
        throw error;
      }
    },
    apply: async (id, at) => {
      await move(id, `status = 'checked'`, 'applying', at, ', processed = 0');
    },
  };
}

async function keepLines({ pool }: Database, plan: Import, body: Readable): Promise<number> {
  let read: CellReader | undefined;
  let count = 0;
  let batch: { line: number; key: string | null; cells: Cells }[] = [];
  const flush = async (): Promise<void> => {
    await pool.query(
      `insert into import_line (import_id, line, key, cells)
       select $1, line, key, cells from jsonb_to_recordset($2::jsonb) as t (line int, key text, cells jsonb)`,
      [plan.id, JSON.stringify(batch)],
    );
    batch = [];
  };
  const onHeader = (columns: readonly string[]): void => {
    read = createCellReader(plan.mapping, columns);
  };
  for await (const { line, record } of readFile(body, plan, onHeader)) {
    if (read === undefined) throw new TypeError('A line came before the header.');
    count += 1;
    if (count > maxLines) throw importTooLong({ max: maxLines });
    const cells = read(record);
    batch.push({ line, key: keyOf(cells), cells });
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return count;
}

/** What tells the initiatives of a file apart. */
function keyOf({ id, external_id }: Cells): string | null {
  const own = id?.trim().toLowerCase() ?? '';
  if (own !== '') return `id:${own}`;
  const external = external_id?.trim() ?? '';
  return external === '' ? null : `external:${external}`;
}
