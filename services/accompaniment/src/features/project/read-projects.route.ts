import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { projectNotFound } from './project.errors.ts';
import type { RouteContext } from './project.routes.ts';
import { projectViewSchema } from './project.schemas.ts';
import { projectStatuses } from './project.ts';
import { readDuplicates, readProject, readProjectPage } from './read-projects.query.ts';

const query = pageQuery({ defaultSize: 50, maxSize: 200 }).extend({
  status: z.enum(projectStatuses).optional(),
  tag: z.string().max(40).optional(),
  sector: z.string().max(60).optional(),
  neighbourhood: z.string().max(10).optional(),
});

const duplicateSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.enum(projectStatuses),
  because: z.array(z.enum(['name', 'contact', 'member', 'tax-id'])),
  createdAt: z.iso.datetime(),
});

const access = { kind: 'staff', roles: ['technician'] } as const;

/** Staff read the projects that the ateneu accompanies. */
export function readProjects({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/projects',
    config: { access },
    schema: {
      operationId: 'listProjects',
      tags: ['Projects'],
      summary: 'List projects',
      description:
        'Newest first; by status, tag, sector or barri. Those that went into others show under `merged` alone.',
      querystring: query,
      response: { 200: pageOf(projectViewSchema) },
    },
    handler: async (request, reply) => {
      const found = await readProjectPage(database, request.query);
      const details = { ids: found.items.map((item) => item.id) };
      await recordAudit(database, { action: 'list', subjectType: 'project', subjectId: '*', details });
      return withLink(request, reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/projects/:id',
    config: { access },
    schema: {
      operationId: 'getProject',
      tags: ['Projects'],
      summary: 'Read a project',
      description: 'With where the public directory shows it, once it does.',
      params: z.object({ id: idSchema }),
      response: { 200: projectViewSchema },
    },
    handler: async (request, reply) => {
      const found = await readProject(database, request.params.id);
      if (found === undefined) throw projectNotFound();
      await recordAudit(database, { action: 'read', subjectType: 'project', subjectId: found.id });
      void reply.header('etag', etag(found.version));
      return found;
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/projects/:id/duplicates',
    config: { access },
    schema: {
      operationId: 'listDuplicates',
      tags: ['Projects'],
      summary: 'List projects that may be the same',
      description: 'By what they share: the name, the contact, a member or a tax id.',
      params: z.object({ id: idSchema }),
      response: { 200: z.object({ items: z.array(duplicateSchema) }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      await recordAudit(database, { action: 'list-duplicates', subjectType: 'project', subjectId: id });
      return { items: await readDuplicates(database, id) };
    },
  });
}
