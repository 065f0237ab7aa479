import { etag, idempotency, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import type { CourseContext } from './course.routes.ts';
import { courseVersionSchema } from './course.schemas.ts';

const body = z.object({ startsOn: z.iso.date().describe('The day of the first session, in L’Hospitalet.') });
const config = { access: { kind: 'staff', roles: ['technician'] }, idempotent: true } as const;

/** Staff hold a course, or a session, once more. */
export function cloneCourse({ app, store, clock }: CourseContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/courses/:id/clone',
    config,
    schema: {
      operationId: 'cloneCourse',
      tags: ['Courses'],
      summary: 'Draft the same course again',
      description:
        'With its sessions as far apart as they were and at the same times of the clock, over clock changes too. ' +
        'Cancelled ones, people, rooms and the dates of enrolment are not copied.',
      params: z.object({ id: idSchema }),
      body,
      response: { 201: courseVersionSchema.extend({ sessionIds: z.array(z.uuid()) }) },
    },
    handler: async (request, reply) => {
      const options = { idempotency: idempotency(request) };
      const saved = await store.clone(request.params.id, request.body.startsOn, clock.now(), options);
      void reply.code(201).header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/sessions/:id/clone',
    config,
    schema: {
      operationId: 'cloneSession',
      tags: ['Sessions'],
      summary: 'Draft the same session on another day',
      description: 'At the same time of the clock. People, the room and the dates of enrolment are not copied.',
      params: z.object({ id: idSchema }),
      body,
      response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
    },
    handler: async (request, reply) => {
      const options = { idempotency: idempotency(request) };
      const { id, version } = await store.cloneSession(request.params.id, request.body.startsOn, clock.now(), options);
      void reply.code(201).header('etag', etag(version));
      return { id, version };
    },
  });
}
