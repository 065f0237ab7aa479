import { type App } from '@ateneu/service-kit';
import { type Database, recordAudit } from '@ateneu/persistence';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';

import { InitiativeEntity, type InitiativeRow } from '../initiative/index.ts';
import type { ExchangeRoutes } from './exchange.routes.ts';
import { type ExportFormatName, exportFormats, writeFile } from './export.format.ts';

const batchSize = 500;

/** Staff take everything out, in files that an import takes back unchanged. */
export function exportInitiatives(app: App, context: ExchangeRoutes): void {
  file(app, context, 'csv', 'CSV', 'text/csv');
  file(app, context, 'geojson', 'GeoJSON', 'application/geo+json');
}

function file(app: App, { database }: ExchangeRoutes, ending: ExportFormatName, name: string, type: string): void {
  const format = exportFormats[ending];
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
        .type(format.mediaType)
        .header('content-disposition', `attachment; filename="iniciatives.${ending}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(writeFile(format, allRows(database)))) as never;
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
