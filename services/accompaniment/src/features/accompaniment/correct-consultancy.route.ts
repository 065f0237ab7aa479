import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, requireIfMatch, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import { decide } from './accompaniment.decide.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { sessionSchema, sessionViewSchema, versionSchema } from './accompaniment.schemas.ts';
import { readSessionHistory } from './session.store.ts';

const config = { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true } as const;
const url = '/v1/staff/accompaniments/:id/sessions';
const one = z.object({ id: idSchema, sessionId: idSchema });
const why = safeText({ min: 1, max: 2_000, multiline: true }).describe('Kept in the history.');

/** Staff correct a consultancy session, or take one back that was not held; hours follow, and nothing said is lost. */
export function correctConsultancy({ app, store, database, clock }: RouteContext): void {
  app.route({
    method: 'PUT',
    url: `${url}/:sessionId`,
    config,
    schema: {
      operationId: 'correctConsultancy',
      tags: ['Accompaniments'],
      summary: 'Correct a consultancy session, saying why',
      description:
        'Replaces all that it says but who held it, also after the accompaniment ended; what it said before stays in its ' +
        'history, and the hours are summed anew. Needs `If-Match` with the version of the accompaniment.',
      params: one,
      body: sessionSchema.extend({ why }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { id, sessionId } = request.params;
      const { why: reason, ...body } = request.body;
      const at = clock.now();
      const saved = await store.update(
        id,
        (state, { session }) =>
          decide({ type: 'correct-consultancy', to: body, session, why: reason, today: dayOf(at), at }, state),
        { expectedVersion: requireIfMatch(request), sessionId },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:sessionId/void`,
    config,
    schema: {
      operationId: 'voidConsultancy',
      tags: ['Accompaniments'],
      summary: 'Take a consultancy session back, saying why',
      description:
        'One that was recorded by mistake: it counts no longer, and stays in the history. Needs `If-Match` with the ' +
        'version of the accompaniment.',
      params: one,
      body: z.object({ why }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { id, sessionId } = request.params;
      const at = clock.now();
      const saved = await store.update(
        id,
        (state, { session }) => decide({ type: 'void-consultancy', session, why: request.body.why, at }, state),
        { expectedVersion: requireIfMatch(request), sessionId },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'GET',
    url: `${url}/corrections`,
    config: { access: config.access },
    schema: {
      operationId: 'listConsultancyCorrections',
      tags: ['Accompaniments'],
      summary: 'List what corrected sessions said',
      description: 'Everything that each said, in order, with who changed it and why; those taken back too.',
      params: z.object({ id: idSchema }),
      response: {
        200: z.object({
          items: z.array(
            z.object({
              sessionId: z.uuid(),
              sequence: z.int(),
              at: z.iso.datetime(),
              by: z.string().nullable(),
              why: z.string().nullable(),
              removed: z.boolean(),
              contents: sessionViewSchema,
            }),
          ),
        }),
      },
    },
    handler: async (request) => {
      const { id } = request.params;
      await recordAudit(database, { action: 'list-corrections', subjectType: 'accompaniment', subjectId: id });
      const items = await readSessionHistory(database, id);
      return {
        items: items.map(({ contents: { memberIds, ...said }, ...line }) => ({
          ...line,
          contents: { ...said, ...(memberIds === undefined ? {} : { memberIds: [...memberIds] }) },
        })),
      };
    },
  });
}
