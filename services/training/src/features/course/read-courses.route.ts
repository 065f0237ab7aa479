import { etag, idSchema, pageOf, pageQuery, safeText, sendCached, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { actionKinds } from '../../vocabulary.ts';
import { courseNotFound } from '../session/index.ts';
import { courseStatuses } from './course.entity.ts';
import { readCourse, readCourses, readPublicCourse, readPublicCourses } from './course.query.ts';
import type { CourseContext } from './course.routes.ts';
import { publicCourseSchema, staffCourseSchema } from './course.schemas.ts';

const staff = { access: { kind: 'staff', roles: ['technician'] } } as const;
const open = { access: { kind: 'public' } } as const;
const params = z.object({ id: idSchema });
/** As long as the catalogue. */
const maxAgeSeconds = 10;

/** Courses as the public and as staff read them. */
export function readCoursesRoutes({ app, database, clock }: CourseContext): void {
  app.route({
    method: 'GET',
    url: '/v1/courses',
    config: open,
    schema: {
      operationId: 'listCourses',
      tags: ['Catalogue'],
      summary: 'List the courses that have sessions to come',
      description: 'The newest first, each with its sessions.',
      querystring: pageQuery({ defaultSize: 20, maxSize: 100 }).extend({
        kind: z.enum(actionKinds).optional(),
        topic: safeText({ max: 60 }).optional(),
      }),
      response: { 200: pageOf(publicCourseSchema) },
    },
    handler: async (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds,
        body: async () =>
          withLink(request, reply, await readPublicCourses(database, { ...request.query, at: clock.now() })),
      }),
  });

  app.route({
    method: 'GET',
    url: '/v1/courses/:id',
    config: open,
    schema: {
      operationId: 'getCourse',
      tags: ['Catalogue'],
      summary: 'Read a course',
      description: 'A cancelled one too, with the reason.',
      params,
      response: { 200: publicCourseSchema },
    },
    handler: async (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds,
        body: async () => {
          const found = await readPublicCourse(database, request.params.id);
          if (found === undefined) throw courseNotFound();
          return found;
        },
      }),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/courses',
    config: staff,
    schema: {
      operationId: 'listStaffCourses',
      tags: ['Courses'],
      summary: 'List courses in any state',
      description: 'The newest first.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }).extend({ status: z.enum(courseStatuses).optional() }),
      response: { 200: pageOf(staffCourseSchema) },
    },
    handler: async (request, reply) => withLink(request, reply, await readCourses(database, request.query)),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/courses/:id',
    config: staff,
    schema: {
      operationId: 'getStaffCourse',
      tags: ['Courses'],
      summary: 'Read a course in any state',
      description: 'The `ETag` is its version, for `If-Match` on what follows.',
      params,
      response: { 200: staffCourseSchema },
    },
    handler: async (request, reply) => {
      const found = await readCourse(database, request.params.id);
      if (found === undefined) throw courseNotFound();
      void reply.header('etag', etag(found.version));
      return found;
    },
  });
}
