import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { partnerNotFound } from './partner.errors.ts';
import type { RouteContext } from './partner.routes.ts';
import { partnerSchema } from './partner.schemas.ts';
import { readPartner, readPartners } from './read-partners.query.ts';

/** Staff look partners up. */
export function readRegistry({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/partners',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listPartners',
      tags: ['Partners'],
      summary: 'List the partners',
      description: 'By name.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }),
      response: { 200: pageOf(partnerSchema) },
    },
    handler: async (request, reply) => {
      const found = await readPartners(database, request.query);
      await recordAudit(database, { action: 'list', subjectType: 'partner', subjectId: '*' });
      return withLink(request, reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/partners/:id',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getPartner',
      tags: ['Partners'],
      summary: 'Read a partner',
      description: 'The `ETag` is its version, for `If-Match` on what follows.',
      params: z.object({ id: idSchema }),
      response: { 200: partnerSchema },
    },
    handler: async (request, reply) => {
      const found = await readPartner(database, request.params.id);
      if (found === undefined) throw partnerNotFound();
      await recordAudit(database, { action: 'read', subjectType: 'partner', subjectId: found.id });
      void reply.header('etag', etag(found.version));
      return found;
    },
  });
}
