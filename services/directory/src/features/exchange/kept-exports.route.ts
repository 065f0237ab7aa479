import type { Actor } from '@ateneu/kernel';
import { recordAudit } from '@ateneu/persistence';
import { type App, hasRole, idempotency, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';

import { exportExpired, exportFailed, exportNotFound, exportNotReady, exportSomebodyElses } from './exchange.errors.ts';
import type { ExchangeRoutes } from './exchange.routes.ts';
import { exportFiltersSchema, refuseUnknownCodes } from './export.filters.ts';
import { exportFormatNames, exportFormats } from './export.format.ts';
import { exportFailures, exportStatuses } from './export.store.ts';
import { type ExportView, readExport, readExports, readFileOf } from './read-exports.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;
const tags = ['Import and export'];
const params = z.object({ id: idSchema });

const exportSchema = z.object({
  id: z.uuid(),
  status: z.enum(exportStatuses),
  format: z.enum(exportFormatNames),
  filters: exportFiltersSchema,
  total: z.int().nullable().describe('How many rows it will have; null before that is known.'),
  processed: z.int().describe('How many of them are written.'),
  size: z.int().describe('Of the file so far, in bytes.'),
  asOf: z.iso.datetime().nullable().describe('All rows are as they were at this moment.'),
  failure: z
    .enum(exportFailures)
    .nullable()
    .describe('Why it failed: what wrote it was interrupted again and again, or an initiative cannot be written.'),
  takenAway: z
    .enum(['age', 'erasure'])
    .nullable()
    .describe('Why its file is not kept any more: its time was over, or somebody’s personal data was erased.'),
  createdBy: z.string(),
  own: z.boolean().describe('Whether whoever asks began it.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable().describe('Until when its file is kept.'),
});

/** Staff have the directory, or what of it they see, written into a file, and fetch it when it is whole. */
export function keptExports(app: App, context: ExchangeRoutes): void {
  const { exports, database, clock, runExports } = context;
  const find = async (id: string): Promise<ExportView> => {
    const found = await readExport(database, id, clock.now());
    if (found === undefined) throw exportNotFound();
    return found;
  };
  const shown = ({ createdById, attempt: _attempt, ...view }: ExportView, actor: { id: string }) => ({
    ...view,
    own: createdById === actor.id,
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/exports',
    config: { access, idempotent: true },
    schema: {
      operationId: 'createExport',
      tags,
      summary: 'Begin an export',
      description:
        'Of all initiatives in any state, or of those that the filters leave: values of one filter are alternatives, ' +
        'filters add up. The file is written in the background, of one moment; an import of it changes nothing. Who ' +
        'proposed is left out. A person has three under way and twenty kept at most.',
      body: z.object({ format: z.enum(exportFormatNames), filters: exportFiltersSchema.default({}) }),
      response: { 202: exportSchema },
    },
    handler: async (request, reply) => {
      const { actor, body } = request;
      refuseUnknownCodes(body.filters);
      const id = await exports.create({ ...body, by: byName(actor), at: clock.now() }, idempotency(request));
      await runExports();
      void reply.header('location', `/v1/staff/exports/${id}`);
      return reply.code(202).send(shown(await find(id), actor));
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/exports',
    config: { access },
    schema: {
      operationId: 'listExports',
      tags,
      summary: 'List exports',
      description: 'Those of everybody, the newest first. One that failed or is not kept is remembered for 90 days.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }),
      response: { 200: pageOf(exportSchema) },
    },
    handler: async (request, reply) => {
      const { items, next } = await readExports(database, { ...request.query, at: clock.now() });
      return withLink(request, reply, { items: items.map((item) => shown(item, request.actor)), next });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/exports/:id',
    config: { access },
    schema: {
      operationId: 'getExport',
      tags,
      summary: 'Follow an export',
      description: 'Its state and its progress; what failed says why.',
      params,
      response: { 200: exportSchema },
    },
    handler: async (request) => shown(await find(request.params.id), request.actor),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/exports/:id/file',
    config: { access },
    schema: {
      operationId: 'getExportFile',
      tags,
      summary: 'Fetch the file of an export',
      description: 'Whole, under a name that says of when it is. 409 while it is not ready, 410 when it is not kept.',
      params,
      response: {
        200: {
          description: 'The file.',
          content: { 'text/csv': { schema: z.string() }, 'application/geo+json': { schema: z.string() } },
        },
      },
    },
    handler: async (request, reply) => {
      const found = await find(request.params.id);
      if (found.status === 'expired') throw exportExpired();
      if (found.status === 'failed') throw exportFailed();
      if (found.status !== 'ready') throw exportNotReady();
      await recordAudit(database, { action: 'download', subjectType: 'export', subjectId: found.id });
      return (
        (reply as FastifyReply)
          .type(exportFormats[found.format].mediaType)
          .headers({
            'content-disposition': `attachment; filename="${fileNameOf(found)}"`,
            'content-length': found.size,
            'cache-control': 'no-store',
          })
          // One part ahead of its reader, and no more: parts are large.
          .send(Readable.from(readFileOf(database, found), { highWaterMark: 1 })) as never
      );
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/exports/:id/restart',
    config: { access },
    schema: {
      operationId: 'restartExport',
      tags,
      summary: 'Begin an export again',
      description: 'One that failed, or whose file is not kept any more; it is then of whoever says so.',
      params,
      response: { 202: exportSchema },
    },
    handler: async (request, reply) => {
      const { actor } = request;
      await exports.restart(request.params.id, byName(actor), clock.now());
      await runExports();
      return reply.code(202).send(shown(await find(request.params.id), actor));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/staff/exports/:id',
    config: { access },
    schema: {
      operationId: 'deleteExport',
      tags,
      summary: 'Delete an export',
      description: 'With its file; one under way ends. By whoever began it, and by coordinators.',
      params,
      response: { 204: z.null().describe('It is gone.') },
    },
    handler: async (request, reply) => {
      const { actor } = request;
      const found = await find(request.params.id);
      const held = 'roles' in actor ? actor.roles : [];
      if (found.createdById !== actor.id && !hasRole(held, ['coordinator'])) throw exportSomebodyElses();
      await exports.remove(found.id);
      return reply.code(204).send(null);
    },
  });
}

/** Who asks, as the export remembers them. */
function byName(actor: Actor): { id: string; name: string } {
  return { id: actor.id, name: 'name' in actor ? actor.name : actor.id };
}

const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Madrid',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What a file is called: `iniciatives-2026-11-26-0915.csv`, by the ateneu's clock; one of a selection says so. */
function fileNameOf({ asOf, createdAt, filters, format }: ExportView): string {
  const when = minute
    .format(new Date(asOf ?? createdAt))
    .replace(' ', '-')
    .replace(':', '');
  return `iniciatives${Object.keys(filters).length > 0 ? '-seleccio' : ''}-${when}.${format}`;
}
