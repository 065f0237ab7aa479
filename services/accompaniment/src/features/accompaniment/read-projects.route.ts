import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { projectNotFound } from './accompaniment.errors.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { projectViewSchema } from './accompaniment.schemas.ts';
import { readProject, readProjectPage } from './read-projects.query.ts';

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
      description: 'Newest first.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }),
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
}
