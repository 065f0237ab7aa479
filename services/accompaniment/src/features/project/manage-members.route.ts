import { recordAudit } from '@ateneu/persistence';
import { etag, idempotency, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import type { RouteContext } from './project.routes.ts';
import { memberPersonSchema, memberVersionSchema, memberViewSchema } from './project.schemas.ts';
import { readMembers } from './read-projects.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;
const params = z.object({ id: idSchema, memberId: idSchema });

/** Staff keep the group of a project: they invite people by e-mail, or write down who is in it. */
export function manageMembers({ app, members, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/projects/:id/members',
    config: { access },
    schema: {
      operationId: 'listMembers',
      tags: ['Projects'],
      summary: 'List the group of a project',
      description: 'With what is kept of each person, and how each invitation stands.',
      params: z.object({ id: idSchema }),
      response: { 200: z.object({ items: z.array(memberViewSchema) }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      await recordAudit(database, { action: 'list-members', subjectType: 'project', subjectId: id });
      return { items: await readMembers(database, id) };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/projects/:id/members',
    config: { access, idempotent: true },
    schema: {
      operationId: 'addMember',
      tags: ['Projects'],
      summary: 'Invite somebody to the group, or write them down',
      description:
        'An invitation goes by e-mail, with a link to accept or decline that is good for some weeks. With `invite` ' +
        'false the person is in the group at once.',
      params: z.object({ id: idSchema }),
      body: z.object({ person: memberPersonSchema, invite: z.boolean().default(true) }),
      response: { 201: memberVersionSchema },
    },
    handler: async (request, reply) => {
      const { person, invite } = request.body;
      const how = { invite, at: clock.now() };
      const saved = await members.add(request.params.id, person, how, {
        idempotency: idempotency(request, 'add-member'),
      });
      return reply.code(201).header('etag', etag(saved.version)).send(saved);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/projects/:id/members/:memberId/invite',
    config: { access },
    schema: {
      operationId: 'inviteMemberAgain',
      tags: ['Projects'],
      summary: 'Invite somebody again',
      description: 'By a new link; the earlier ones no longer work.',
      params,
      response: { 200: memberVersionSchema },
    },
    handler: async (request) => members.inviteAgain(request.params.id, request.params.memberId, clock.now()),
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/projects/:id/members/:memberId',
    config: { access, ifMatch: true },
    schema: {
      operationId: 'editMember',
      tags: ['Projects'],
      summary: 'Edit what is kept of a member',
      description: 'Replaces it. `left` takes the person out of the group. Needs `If-Match`.',
      params,
      body: z.object({ person: memberPersonSchema, status: z.enum(['active', 'left']).optional() }),
      response: { 200: memberVersionSchema },
    },
    handler: async (request, reply) => {
      const { id, memberId } = request.params;
      const saved = await members.edit(id, memberId, request.body, clock.now(), requireIfMatch(request));
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
