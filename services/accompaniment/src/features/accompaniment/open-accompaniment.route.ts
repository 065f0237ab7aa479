import { etag, idempotency } from '@ateneu/service-kit';
import type { z } from 'zod';

import { staffOf } from '../../http.ts';
import { projectFrom } from '../project/index.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { openSchema, versionSchema } from './accompaniment.schemas.ts';
import type { OpenAccompaniment } from './accompaniment.store.ts';

/** Staff open an accompaniment; from a referral, that starts the referral. */
export function openAccompaniment({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/accompaniments',
    config: { access: { kind: 'staff', roles: ['technician'] }, idempotent: true },
    schema: {
      operationId: 'openAccompaniment',
      tags: ['Accompaniments'],
      summary: 'Open an accompaniment',
      description:
        'From an accepted referral (`referralId`), which starts with it; for a known project (`projectId`); or with a new ' +
        'one (`project`). It is planned until it is started, and follows the current itinerary of its modality.',
      body: openSchema,
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const { modality, technician } = request.body;
      const saved = await store.open(
        { origin: originOf(request.body), modality, technician: technician ?? staffOf(request), at: clock.now() },
        { idempotency: idempotency(request, 'open-accompaniment') },
      );
      return reply.code(201).header('etag', etag(saved.version)).send(saved);
    },
  });
}

function originOf({ referralId, projectId, project }: z.output<typeof openSchema>): OpenAccompaniment['origin'] {
  if (referralId !== undefined) return { kind: 'referral', referralId, projectId };
  if (projectId !== undefined) return { kind: 'project', projectId };
  if (project !== undefined) return { kind: 'new', project: projectFrom(project) };
  throw new TypeError('The schema lets no other request through.');
}
