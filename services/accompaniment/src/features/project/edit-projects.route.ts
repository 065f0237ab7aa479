import { etag, idempotency, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import type { RouteContext } from './project.routes.ts';
import { projectFrom, projectSchema, projectVersionSchema } from './project.schemas.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;

/** Staff open projects, keep what is known of them, and let duplicates go into one another. */
export function editProjects({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/projects',
    config: { access, idempotent: true },
    schema: {
      operationId: 'createProject',
      tags: ['Projects'],
      summary: 'Open a project',
      description: 'Without an accompaniment yet. Projects also come from requests and referrals.',
      body: projectSchema,
      response: { 201: projectVersionSchema },
    },
    handler: async (request, reply) => {
      const saved = await store.create(projectFrom(request.body), clock.now(), {
        idempotency: idempotency(request, 'create-project'),
      });
      return reply.code(201).header('etag', etag(saved.version)).send(saved);
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/projects/:id',
    config: { access, ifMatch: true },
    schema: {
      operationId: 'editProject',
      tags: ['Projects'],
      summary: 'Edit a project',
      description: 'Replaces all that staff say of it: contact, status, profile and tags too. Needs `If-Match`.',
      params: z.object({ id: idSchema }),
      body: projectSchema,
      response: { 200: projectVersionSchema },
    },
    handler: async (request, reply) => {
      const expected = requireIfMatch(request);
      const saved = await store.edit(request.params.id, projectFrom(request.body), clock.now(), expected);
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/projects/:id/merge',
    config: { access: { kind: 'staff', roles: ['coordinator'] }, ifMatch: true },
    schema: {
      operationId: 'mergeProject',
      tags: ['Projects'],
      summary: 'Let a duplicate go into another project',
      description:
        'Its accompaniments, members, documents, requests and referrals become the other’s, which also says from now on ' +
        'what it did not say itself. The answer is the other project. Needs `If-Match` with the version of the duplicate.',
      params: z.object({ id: idSchema }),
      body: z.object({ intoProjectId: idSchema }),
      response: { 200: projectVersionSchema },
    },
    handler: async (request, reply) => {
      const { intoProjectId } = request.body;
      const saved = await store.merge(request.params.id, intoProjectId, clock.now(), requireIfMatch(request));
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
