import { recordAudit } from '@ateneu/persistence';
import { type App, etag, idSchema, pageOf, pageQuery, requireIfMatch, safeText, withLink } from '@ateneu/service-kit';
import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { z } from 'zod';

import { correctionNotFound } from './correction.errors.ts';
import { correctionSchema, correctionSummarySchema } from './correction.schemas.ts';
import type { CorrectionStore } from './correction.store.ts';
import { correctionRejectionCodes, correctionStatuses } from './correction.ts';
import { readCorrection, readCorrections } from './read-corrections.query.ts';

/** What the feature's routes work with. */
export interface CorrectionRoutes {
  corrections: CorrectionStore;
  database: Database;
  clock: Clock;
}

const access = { kind: 'staff', roles: ['technician'] } as const;
const tags = ['Corrections'];
const params = z.object({ id: idSchema });
const note = safeText({ min: 1, max: 1_000 }).optional().describe('Told to the author, word for word.');

/** Staff see proposed corrections as differences, and accept them whole or field by field, or reject them. */
export function correctionRoutes(app: App, context: CorrectionRoutes): void {
  const { corrections, database, clock } = context;
  readRoutes(app, context);

  app.route({
    method: 'POST',
    url: '/v1/staff/corrections/:id/accept',
    config: { access, ifMatch: true },
    schema: {
      operationId: 'acceptCorrection',
      tags,
      summary: 'Apply a correction, whole or field by field',
      description: 'Needs `If-Match` with the version of the initiative, which reading the correction gives as `ETag`.',
      params,
      body: z.object({
        fields: z.array(z.string().max(60)).min(1).max(50).optional().describe('The fields to apply; all when absent.'),
        note,
      }),
      response: { 200: correctionSchema },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { version } = await corrections.accept(id, {
        ...request.body,
        expectedVersion: requireIfMatch(request),
        at: clock.now(),
      });
      void reply.header('etag', etag(version));
      return found(await readCorrection(database, id));
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/corrections/:id/reject',
    config: { access },
    schema: {
      operationId: 'rejectCorrection',
      tags,
      summary: 'Reject a correction',
      description: 'The author is told the reason. The initiative stays as it is.',
      params,
      body: z.object({ reasonCode: z.enum(correctionRejectionCodes), note }),
      response: { 200: correctionSchema },
    },
    handler: async (request) => {
      const { id } = request.params;
      await corrections.reject(id, { ...request.body, at: clock.now() });
      return found(await readCorrection(database, id));
    },
  });
}

function readRoutes(app: App, { database }: CorrectionRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/corrections',
    config: { access },
    schema: {
      operationId: 'listCorrections',
      tags,
      summary: 'List proposed corrections',
      description: 'Oldest first; the open ones when no state is asked for.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }).extend({
        status: z.enum(correctionStatuses).default('open'),
        initiative: idSchema.optional(),
      }),
      response: { 200: pageOf(correctionSummarySchema) },
    },
    handler: async (request, reply) => withLink(request, reply, await readCorrections(database, request.query)),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/corrections/:id',
    config: { access },
    schema: {
      operationId: 'getCorrection',
      tags,
      summary: 'Read a correction as a difference',
      description: 'Each field as it was, is now and is proposed to be. The `ETag` is the version of the initiative.',
      params,
      response: { 200: correctionSchema },
    },
    handler: async (request, reply) => {
      const correction = found(await readCorrection(database, request.params.id));
      await recordAudit(database, { action: 'read', subjectType: 'correction', subjectId: correction.id });
      void reply.header('etag', etag(correction.initiative.version));
      return correction;
    },
  });
}

function found<T>(correction: T | undefined): T {
  if (correction === undefined) throw correctionNotFound();
  return correction;
}
