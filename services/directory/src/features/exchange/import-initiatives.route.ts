import {
  type App,
  idSchema,
  kitErrors,
  pageOf,
  pageQuery,
  preferredLanguage,
  safeText,
  withLink,
} from '@ateneu/service-kit';
import { recordAudit } from '@ateneu/persistence';
import type { Readable } from 'node:stream';
import { z } from 'zod';

import { importColumns } from './exchange.columns.ts';
import { importNotFound } from './exchange.errors.ts';
import type { ExchangeRoutes } from './exchange.routes.ts';
import { importStatuses } from './import.store.ts';
import { maxFileBytes } from './file.reader.ts';
import { readImport, readImports, readLines } from './read-imports.query.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file, taken in as it comes. */
    acceptsFile?: true;
  }
}

const access = { kind: 'staff', roles: ['coordinator'] } as const;
const tags = ['Import and export'];
const params = z.object({ id: idSchema });
const outcomes = ['create', 'update', 'unchanged', 'refused'] as const;
const column = z.enum(importColumns);
const word = z.string().max(300);

const planSchema = z.object({
  format: z.enum(['csv', 'geojson']),
  delimiter: z.enum([',', ';', '\t']).default(',').describe('What is between the cells of a CSV.'),
  source: safeText({ max: 60 }).describe(
    'Whose ids `external_id` holds: the same source and id are the same initiative.',
  ),
  mode: z.enum(['all-or-nothing', 'best-effort']).default('all-or-nothing'),
  publish: z.boolean().default(false).describe('Whether what is new is published at once; else it waits for review.'),
  mapping: z
    .object({
      columns: z.partialRecord(column, word).optional().describe('Our columns → those of the file.'),
      values: z
        .partialRecord(column, z.record(word, word))
        .optional()
        .describe('What a word of the file is in our codes.'),
      defaults: z.partialRecord(column, word).optional().describe('What a column is where the file says nothing.'),
    })
    .default({})
    .describe('Columns of the file that are called as in an export need none.'),
});

const importSchema = z.object({
  id: z.uuid(),
  status: z.enum(importStatuses),
  format: z.string(),
  source: z.string(),
  mode: z.string(),
  publish: z.boolean(),
  lines: z.int(),
  processed: z.int().describe('How many lines of the step in progress are done.'),
  outcomes: z.object({ create: z.int(), update: z.int(), unchanged: z.int(), refused: z.int() }),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

const lineSchema = z.object({
  line: z.int().describe('Of the file; of a GeoJSON, the feature’s number.'),
  outcome: z.enum(outcomes).nullable(),
  initiativeId: z.uuid().nullable(),
  applied: z.boolean(),
  problems: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
});

/** Bodies that are files, on the routes that take them alone. */
export function acceptFiles(app: App): void {
  for (const type of ['text/csv', 'application/geo+json']) {
    app.addContentTypeParser(type, (request, payload, done) => {
      if (request.routeOptions.config.acceptsFile === true) done(null, payload);
      else done(kitErrors.mediaTypeUnsupported());
    });
  }
}

/** Staff import initiatives: say how, send the file, read what it would do, and let it be done. */
export function importInitiatives(app: App, context: ExchangeRoutes): void {
  const { imports, database, clock, runImports } = context;
  const view = async (id: string) => {
    const found = await readImport(database, id);
    if (found === undefined) throw importNotFound();
    return found;
  };
  acceptFiles(app);

  app.route({
    method: 'POST',
    url: '/v1/staff/imports',
    config: { access },
    schema: {
      operationId: 'createImport',
      tags,
      summary: 'Begin an import',
      description: 'Says how a file is to be read. The file itself follows, to `/v1/staff/imports/{id}/file`.',
      body: planSchema,
      response: { 201: importSchema },
    },
    handler: async (request, reply) => {
      const { actor } = request;
      const id = await imports.create(request.body, 'name' in actor ? actor.name : actor.id, clock.now());
      return reply.code(201).send(await view(id));
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/imports/:id/file',
    config: { access, acceptsFile: true },
    bodyLimit: maxFileBytes,
    schema: {
      operationId: 'sendImportFile',
      tags,
      summary: 'Send the file of an import',
      description:
        'CSV (UTF-8, a header) or GeoJSON as the body, 20 MiB and 20,000 lines at most. Its lines are checked in the ' +
        'background; nothing of the directory changes.',
      params,
      consumes: ['text/csv', 'application/geo+json'],
      response: { 200: importSchema },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      try {
        if (Number(request.headers['content-length'] ?? 0) > maxFileBytes) throw kitErrors.requestTooLarge();
        if (request.body === undefined || request.body === null) throw kitErrors.mediaTypeUnsupported();
        await imports.receive(id, request.body as Readable, clock.now());
      } catch (error) {
        // Whatever of the file is still on its way is not waited for.
        void reply.header('connection', 'close');
        throw error;
      }
      await runImports();
      return view(id);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/imports/:id/apply',
    config: { access },
    schema: {
      operationId: 'applyImport',
      tags,
      summary: 'Apply a checked import',
      description: 'In the background. All or nothing: where a line is refused, nothing is changed.',
      params,
      response: { 202: importSchema },
    },
    handler: async (request, reply) => {
      await imports.apply(request.params.id, clock.now());
      await runImports();
      return reply.code(202).send(await view(request.params.id));
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/imports',
    config: { access },
    schema: {
      operationId: 'listImports',
      tags,
      summary: 'List the latest imports',
      description: 'The newest first, 50 at most.',
      response: { 200: z.object({ items: z.array(importSchema) }) },
    },
    handler: async () => ({ items: await readImports(database) }),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/imports/:id',
    config: { access },
    schema: {
      operationId: 'getImport',
      tags,
      summary: 'Follow an import',
      description: 'Its state, its progress, and what its lines come to.',
      params,
      response: { 200: importSchema },
    },
    handler: async (request) => view(request.params.id),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/imports/:id/lines',
    config: { access },
    schema: {
      operationId: 'listImportLines',
      tags,
      summary: 'Read the report of an import, line by line',
      description: 'What each line does, or why it is refused, in the language of `Accept-Language`.',
      params,
      querystring: pageQuery({ defaultSize: 100, maxSize: 1_000 }).extend({ outcome: z.enum(outcomes).optional() }),
      response: { 200: pageOf(lineSchema) },
    },
    handler: async (request, reply) => {
      const { id } = await view(request.params.id);
      await recordAudit(database, { action: 'read', subjectType: 'import', subjectId: id });
      const language = preferredLanguage(request);
      return withLink(request, reply, await readLines(database, { id, ...request.query, language }));
    },
  });
}
