import { type App, etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { existing } from './edit-initiative.route.ts';
import { decide } from './initiative.decide.ts';
import { initiativeSlugTaken } from './initiative.errors.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { versionSchema } from './initiative.schemas.ts';
import { isReservedSlug } from './slug.ts';

const body = z.object({
  slug: z
    .string()
    .min(2)
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe('Small letters without accents, digits, and single hyphens between them.'),
});

/** Staff give an initiative another public address; the ones it had lead to it. */
export function changeSlug(app: App, { store, clock }: InitiativeRoutes): void {
  app.route({
    method: 'PUT',
    url: '/v1/staff/initiatives/:id/slug',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'changeInitiativeSlug',
      tags: ['Moderation'],
      summary: 'Change the public address of an initiative',
      description:
        'Needs `If-Match`. The address it had redirects to the new one for good; no other initiative can take it.',
      params: z.object({ id: idSchema }),
      body,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { slug } = request.body;
      if (isReservedSlug(slug)) throw initiativeSlugTaken({ slug });
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'change-slug', slug, at: clock.now() }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return existing(saved);
    },
  });
}
