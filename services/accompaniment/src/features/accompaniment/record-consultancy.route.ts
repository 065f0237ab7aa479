import { newId } from '@ateneu/kernel';
import { etag, idempotency, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import { staffOf } from '../../http.ts';
import { decide } from './accompaniment.decide.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { sessionSchema, versionSchema } from './accompaniment.schemas.ts';

/** Staff note a consultancy session; its minutes add up. It needs no `If-Match`: two sessions do not contradict. */
export function recordConsultancy({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/accompaniments/:id/sessions',
    config: { access: { kind: 'staff', roles: ['technician'] }, idempotent: true },
    schema: {
      operationId: 'recordConsultancy',
      tags: ['Accompaniments'],
      summary: 'Record a consultancy session',
      description: 'Held with the group, on that day or before. The version is that of the accompaniment.',
      params: z.object({ id: idSchema }),
      body: sessionSchema,
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const at = clock.now();
      const session = { ...request.body, id: newId(), technician: staffOf(request) };
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'record-consultancy', session, today: dayOf(at), at }, state),
        { idempotency: idempotency(request, 'record-consultancy') },
      );
      return reply.code(201).header('etag', etag(saved.version)).send(saved);
    },
  });
}
