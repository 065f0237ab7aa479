import { transact } from '@ateneu/persistence';
import { etag, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { createWebhookSecret } from '../channels/webhook.channel.ts';
import {
  deleteEndpoint,
  listEndpoints,
  pauseEndpoint,
  readEndpoint,
  resumeEndpoint,
  rotateSecret,
} from '../delivery/webhook-endpoints.store.ts';
import { endpointStatuses } from '../delivery/webhook.ts';
import type { RouteContext } from './route-context.ts';
import { listedEndpointSchema, secretSchema, webhookEndpointSchema } from './webhook-endpoint.schemas.ts';
import { type Desk, scopeOf } from './webhook-scope.ts';

const params = z.object({ id: idSchema });
const tags = ['Webhooks'];

/** Looking at endpoints, pausing and resuming them: by their partner and by staff. */
export function watchWebhookEndpointRoutes({ app, database, webhooks }: RouteContext, desk: Desk): void {
  app.route({
    method: 'GET',
    url: desk.path,
    config: { access: desk.read },
    schema: {
      operationId: desk.operation('listWebhookEndpoints'),
      tags,
      summary: 'List endpoints',
      description: 'Oldest first, with how they fare. Never the secrets.',
      querystring: z.object({
        status: z.enum(endpointStatuses).optional(),
        ...(desk.name === 'staff' ? { partner: idSchema.optional() } : {}),
      }),
      response: { 200: z.object({ items: z.array(listedEndpointSchema) }) },
    },
    handler: async (request) => {
      const { status, partner } = request.query as { status?: string; partner?: string };
      return { items: await listEndpoints(database, scopeOf(request), { status, partnerId: partner }) };
    },
  });

  app.route({
    method: 'GET',
    url: `${desk.path}/:id`,
    config: { access: desk.read },
    schema: {
      operationId: desk.operation('getWebhookEndpoint'),
      tags,
      summary: 'Read an endpoint',
      description: 'How it fares, and how much waits for it.',
      params,
      response: { 200: listedEndpointSchema },
    },
    handler: async (request, reply) => {
      const endpoint = await readEndpoint(database, scopeOf(request), request.params.id);
      void reply.header('etag', etag(endpoint.version));
      return endpoint;
    },
  });

  app.route({
    method: 'POST',
    url: `${desk.path}/:id/pause`,
    config: { access: desk.write },
    schema: {
      operationId: desk.operation('pauseWebhookEndpoint'),
      tags,
      summary: 'Pause an endpoint',
      description: 'What comes meanwhile waits, for 30 days at most. What staff paused, staff resume.',
      params,
      response: { 200: webhookEndpointSchema },
    },
    handler: (request) =>
      transact(database, async (tx) => {
        const endpoint = await pauseEndpoint(tx, scopeOf(request), request.params.id);
        await tx.audit({ action: 'pause', subjectType: 'webhook-endpoint', subjectId: endpoint.id });
        return endpoint;
      }),
  });

  app.route({
    method: 'POST',
    url: `${desk.path}/:id/resume`,
    config: { access: desk.write },
    schema: {
      operationId: desk.operation('resumeWebhookEndpoint'),
      tags,
      summary: 'Resume an endpoint',
      description: 'One that was paused, or disabled because it failed. What waited is sent, in order.',
      params,
      response: { 200: webhookEndpointSchema },
    },
    handler: (request) =>
      transact(database, async (tx) => {
        const endpoint = await resumeEndpoint(tx, scopeOf(request), request.params.id);
        await webhooks.queue.enqueue(tx, [endpoint.id]);
        await tx.audit({ action: 'resume', subjectType: 'webhook-endpoint', subjectId: endpoint.id });
        return endpoint;
      }),
  });
}

/** What a partner alone does with its endpoints. */
export function ownWebhookEndpointRoutes({ app, database, webhooks }: RouteContext, desk: Desk): void {
  app.route({
    method: 'POST',
    url: `${desk.path}/:id/rotate-secret`,
    config: { access: desk.write },
    schema: {
      operationId: desk.operation('rotateWebhookSecret'),
      tags,
      summary: 'Replace the signing secret',
      description:
        'For `overlapHours` each message bears two signatures, one of each secret, so that nothing is lost while yours is ' +
        'replaced. After a leak, use 0.',
      params,
      body: z.strictObject({ overlapHours: z.int().min(0).max(168).default(24) }).default({ overlapHours: 24 }),
      response: { 200: webhookEndpointSchema.extend({ secret: secretSchema }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      const secret = createWebhookSecret();
      return transact(database, async (tx) => {
        const { overlapHours } = request.body;
        const endpoint = await rotateSecret(tx, scopeOf(request), id, {
          secret: webhooks.secrets.seal(secret, id),
          overlapHours,
        });
        await tx.audit({ action: 'rotate', subjectType: 'webhook-endpoint', subjectId: id });
        return { ...endpoint, secret };
      });
    },
  });

  app.route({
    method: 'DELETE',
    url: `${desk.path}/:id`,
    config: { access: desk.write },
    schema: {
      operationId: desk.operation('deleteWebhookEndpoint'),
      tags,
      summary: 'Delete an endpoint',
      description: 'With its log. What waited for it is not sent.',
      params,
      response: { 204: z.null().describe('It is gone.') },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      await transact(database, async (tx) => {
        await deleteEndpoint(tx, scopeOf(request), id);
        await tx.audit({ action: 'delete', subjectType: 'webhook-endpoint', subjectId: id });
      });
      return reply.code(204).send(null);
    },
  });
}
