import { etag, idempotency, idSchema, localizedTextSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { programmeFrom } from '../programme/index.ts';
import type { CourseContext } from './course.routes.ts';
import { courseInputSchema, courseVersionSchema } from './course.schemas.ts';

const staff = { access: { kind: 'staff', roles: ['technician'] } } as const;
const params = z.object({ id: idSchema });
const response = { 200: courseVersionSchema };

/** Staff draft, edit, publish and cancel courses. */
export function changeCourse({ app, store, clock }: CourseContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/courses',
    config: { ...staff, idempotent: true },
    schema: {
      operationId: 'draftCourse',
      tags: ['Courses'],
      summary: 'Draft a course',
      description: 'What its sessions have in common. Sessions name it by `courseId`.',
      body: courseInputSchema,
      response: { 201: courseVersionSchema },
    },
    handler: async (request, reply) => {
      const { programme, ...texts } = request.body;
      const details = { ...texts, programme: programmeFrom(programme) };
      const saved = await store.draft(details, clock.now(), { idempotency: idempotency(request) });
      void reply.code(201).header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/courses/:id',
    config: { ...staff, ifMatch: true },
    schema: {
      operationId: 'editCourse',
      tags: ['Courses'],
      summary: 'Edit a course',
      description: 'Replaces all that it says. Dates, places and people are the sessions’ own.',
      params,
      body: courseInputSchema,
      response,
    },
    handler: async (request, reply) => {
      const { programme, ...texts } = request.body;
      const details = { ...texts, programme: programmeFrom(programme) };
      const saved = await store.edit(request.params.id, details, requireIfMatch(request), clock.now());
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/courses/:id/publish',
    config: { ...staff, ifMatch: true },
    schema: {
      operationId: 'publishCourse',
      tags: ['Courses'],
      summary: 'Publish a course and its sessions',
      description: 'Every session that is a draft, or nothing where one of them cannot be.',
      params,
      body: z.strictObject({}).optional(),
      response,
    },
    handler: async (request, reply) => {
      const saved = await store.publish(request.params.id, requireIfMatch(request), clock.now());
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/courses/:id/cancel',
    config: { ...staff, ifMatch: true },
    schema: {
      operationId: 'cancelCourse',
      tags: ['Courses'],
      summary: 'Cancel a course and its sessions',
      description: 'Every session that was not held; each person enrolled is told the reason.',
      params,
      body: z.object({ reason: localizedTextSchema({ max: 500 }).describe('Told to everybody, word for word.') }),
      response,
    },
    handler: async (request, reply) => {
      const { params: at, body } = request;
      const saved = await store.cancel(at.id, body.reason, requireIfMatch(request), clock.now());
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
