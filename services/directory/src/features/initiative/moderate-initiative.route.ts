import { type App, etag, idSchema, requireIfMatch, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { existing } from './edit-initiative.route.ts';
import { decide, type InitiativeCommand } from './initiative.decide.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { versionSchema } from './initiative.schemas.ts';
import { rejectionReasons } from './initiative.ts';

const rejection = z.object({
  reasonCode: z.enum(rejectionReasons),
  note: safeText({ min: 1, max: 1_000 }).optional().describe('Told to the proposer, word for word.'),
});

/** The steps of moderation, each one action on an initiative. */
export function moderateInitiative(app: App, context: InitiativeRoutes): void {
  step(app, context, 'start-review', 'Start the review of a proposal', (at) => ({ type: 'start-review', at }));
  step(app, context, 'publish', 'Publish an initiative', (at, slug) => ({ type: 'publish', slug, at }));
  step(app, context, 'unpublish', 'Take an initiative out of the public directory', (at) => ({
    type: 'unpublish',
    at,
  }));
  step(app, context, 'archive', 'Archive an initiative for good', (at) => ({ type: 'archive', at }));
  rejectInitiative(app, context);
}

function step(
  app: App,
  { store, clock }: InitiativeRoutes,
  name: string,
  summary: string,
  command: (at: Date, slug: string) => InitiativeCommand,
): void {
  app.route({
    method: 'POST',
    url: `/v1/staff/initiatives/:id/${name}`,
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Initiative`,
      tags: ['Moderation'],
      summary,
      description: 'Needs `If-Match`. Asking again for the state it is in changes nothing.',
      params: z.object({ id: idSchema }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const saved = await store.update(
        request.params.id,
        (state, { freeSlug }) => decide(command(clock.now(), freeSlug), state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return existing(saved);
    },
  });
}

function rejectInitiative(app: App, { store, clock }: InitiativeRoutes): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/initiatives/:id/reject',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'rejectInitiative',
      tags: ['Moderation'],
      summary: 'Reject a proposal under review',
      description: 'Needs `If-Match`. The proposer is told the reason.',
      params: z.object({ id: idSchema }),
      body: rejection,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'reject', rejection: request.body, at: clock.now() }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return existing(saved);
    },
  });
}
