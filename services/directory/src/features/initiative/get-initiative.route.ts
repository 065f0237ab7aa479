import { type App, etag, sendCached } from '@ateneu/service-kit';
import { z } from 'zod';

import { initiativeNotFound } from './initiative.errors.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { publicInitiativeSchema } from './initiative.schemas.ts';
import { readPublicInitiative } from './read-initiatives.query.ts';

/** One published initiative, by its slug or its id. */
export function getInitiative(app: App, { database }: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/initiatives/:slug',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getInitiative',
      tags: ['Directory'],
      summary: 'Read a published initiative',
      description: 'By its slug or its id.',
      params: z.object({ slug: z.string().max(100) }),
      response: { 200: publicInitiativeSchema },
    },
    handler: async (request, reply) => {
      const found = await readPublicInitiative(database, request.params.slug);
      if (found === undefined) throw initiativeNotFound();
      const { version, ...initiative } = found;
      return sendCached(request, reply, { etag: etag(version), maxAgeSeconds: 60, body: () => initiative });
    },
  });
}
