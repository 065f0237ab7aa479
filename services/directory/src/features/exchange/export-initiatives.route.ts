import { type App } from '@ateneu/service-kit';
import { type Database, recordAudit } from '@ateneu/persistence';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';

import { detailsOf, InitiativeEntity, type InitiativeRow } from '../initiative/index.ts';
import { type CellValue, cellsOf, importColumns } from './exchange.columns.ts';
import type { ExchangeRoutes } from './exchange.routes.ts';
import { guardCell } from './formula.safety.ts';

const columns = [...importColumns, 'status', 'slug', 'created_at', 'updated_at'] as const;
const batchSize = 500;
/** A line break of any kind is quoted: a spreadsheet would begin a row there, and so a cell that nobody guarded. */
const csv = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

/** Staff take everything out, in files that an import takes back unchanged. */
export function exportInitiatives(app: App, context: ExchangeRoutes): void {
  file(app, context, 'csv', 'CSV', 'text/csv', csvOf);
  file(app, context, 'geojson', 'GeoJSON', 'application/geo+json', geoJsonOf);
}

function file(
  app: App,
  { database }: ExchangeRoutes,
  ending: string,
  name: string,
  type: string,
  write: (rows: AsyncIterable<InitiativeRow[]>) => AsyncIterable<string>,
): void {
  app.route({
    method: 'GET',
    url: `/v1/staff/initiatives.${ending}`,
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: `exportInitiativesAs${name}`,
      tags: ['Import and export'],
      summary: `Export all initiatives, as ${name}`,
      description:
        'In any state, with all that they say; an import of the file changes nothing. Who proposed is left out.',
      response: { 200: { description: 'The file.', content: { [type]: { schema: z.string() } } } },
    },
    handler: async (_request, reply) => {
      await recordAudit(database, { action: 'export', subjectType: 'initiative', subjectId: '*' });
      return (reply as FastifyReply)
        .type(type === 'text/csv' ? 'text/csv; charset=utf-8; header=present' : type)
        .header('content-disposition', `attachment; filename="iniciatives.${ending}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(write(allRows(database)))) as never;
    },
  });
}

/** Every initiative, by id, a batch at a time. */
async function* allRows(database: Database): AsyncGenerator<InitiativeRow[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await database
      .fork()
      .find(InitiativeEntity, { id: { $gt: after } }, { orderBy: { id: 'asc' }, limit: batchSize });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
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

async function* csvOf(batches: AsyncIterable<InitiativeRow[]>): AsyncGenerator<string> {
  yield stringify([[...columns]], csv);
  for await (const rows of batches) {
    const lines = rows.map((row) => {
      const record = recordOf(row);
      return columns.map((column) => cellOf(record[column] ?? null));
    });
    yield stringify(lines, csv);
  }
}

function cellOf(value: CellValue): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return guardCell(typeof value === 'string' ? value : JSON.stringify(value));
}

async function* geoJsonOf(batches: AsyncIterable<InitiativeRow[]>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let separator = '';
  for await (const rows of batches) {
    for (const row of rows) {
      const { longitude, latitude, ...properties } = recordOf(row);
      const geometry = longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] };
      yield `${separator}${JSON.stringify({ type: 'Feature', id: row.id, geometry, properties })}`;
      separator = ',\n';
    }
  }
  yield ']}';
}
