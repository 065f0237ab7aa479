import { stringify } from 'csv-stringify/sync';

import { detailsOf, type InitiativeRow } from '../initiative/index.ts';
import { type CellValue, cellsOf, importColumns } from './exchange.columns.ts';
import { guardCell } from './formula.safety.ts';

/** How a file of initiatives is written, a batch of rows at a time: its head, each batch, and its end. */
export interface ExportFormat {
  readonly mediaType: string;
  readonly head: string;
  /** @param isFirst whether no row was written before these */
  write(rows: readonly InitiativeRow[], isFirst: boolean): string;
  readonly end: string;
}

/** What an export may be written as; each is the ending of the file's name too. */
export const exportFormatNames = ['csv', 'geojson'] as const;
export type ExportFormatName = (typeof exportFormatNames)[number];

const columns = [...importColumns, 'status', 'slug', 'created_at', 'updated_at'] as const;
/** A line break of any kind is quoted: a spreadsheet would begin a row there, and so a cell that nobody guarded. */
const csv = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

/** The formats, which an import takes back unchanged. */
export const exportFormats: Readonly<Record<ExportFormatName, ExportFormat>> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8; header=present',
    head: stringify([[...columns]], csv),
    write: (rows) =>
      stringify(
        rows.map((row) => {
          const record = recordOf(row);
          return columns.map((column) => cellOf(record[column] ?? null));
        }),
        csv,
      ),
    end: '',
  },
  geojson: {
    mediaType: 'application/geo+json',
    head: '{"type":"FeatureCollection","features":[',
    write: (rows, isFirst) =>
      rows.map((row, index) => `${isFirst && index === 0 ? '' : ',\n'}${JSON.stringify(featureOf(row))}`).join(''),
    end: ']}',
  },
};

/** A whole file, in pieces. */
export async function* writeFile(
  format: ExportFormat,
  batches: AsyncIterable<readonly InitiativeRow[]>,
): AsyncGenerator<string> {
  yield format.head;
  let isFirst = true;
  for await (const rows of batches) {
    yield format.write(rows, isFirst);
    isFirst = false;
  }
  yield format.end;
}

function recordOf(row: InitiativeRow): Record<string, CellValue> {
  return {
    id: row.id,
    external_id: row.origin.kind === 'import' ? (row.origin.externalId ?? null) : null,
    ...cellsOf(detailsOf(row)),
    status: row.status,
    slug: row.slug ?? null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

function cellOf(value: CellValue): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return guardCell(typeof value === 'string' ? value : JSON.stringify(value));
}

function featureOf(row: InitiativeRow): object {
  const { longitude, latitude, ...properties } = recordOf(row);
  const geometry = longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] };
  return { type: 'Feature', id: row.id, geometry, properties };
}
