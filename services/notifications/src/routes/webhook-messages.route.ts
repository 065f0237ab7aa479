import { newId } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { idSchema, isoDateTimeSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { lockEndpoint, readEndpoint, readTarget } from '../delivery/webhook-endpoints.store.ts';
import { reopenMessage, reopenWindow } from '../delivery/webhook-events.store.ts';
import { webhookMessageNotFound } from '../delivery/webhook.errors.ts';
import { webhookStatuses } from '../delivery/webhook.ts';
import type { RouteContext } from './route-context.ts';
import { webhookAttemptSchema, webhookMessageSchema } from './webhook-endpoint.schemas.ts';
import { listWebhookMessages, readWebhookMessage } from './webhook-messages.query.ts';
import { type Desk, scopeOf } from './webhook-scope.ts';

const params = z.object({ id: idSchema });
const messageParams = params.extend({ message: idSchema });
const tags = ['Webhooks'];

/** The log of an endpoint: by its partner and by staff. */
export function webhookLogRoutes({ app, database }: RouteContext, desk: Desk): void {
  app.route({
    method: 'GET',
    url: `${desk.path}/:id/messages`,
    config: { access: desk.read },
    schema: {
      operationId: desk.operation('listWebhookMessages'),
      tags,
      summary: 'List the messages of an endpoint',
      description: 'Latest first. Kept 30 days.',
      params,
      querystring: pageQuery().extend({ status: z.enum(webhookStatuses).optional() }),
      response: { 200: pageOf(webhookMessageSchema) },
    },
    handler: async (request, reply) => {
      const { id } = await readEndpoint(database, scopeOf(request), request.params.id);
      return withLink(request, reply, await listWebhookMessages(database, id, request.query));
    },
  });

  app.route({
    method: 'GET',
    url: `${desk.path}/:id/messages/:message`,
    config: { access: desk.read },
    schema: {
      operationId: desk.operation('getWebhookMessage'),
      tags,
      summary: 'Read a message and its attempts',
      description: 'With what was posted and what came back, the beginning of it. Events hold no personal data.',
      params: messageParams,
      response: {
        200: webhookMessageSchema.extend({
          payload: z.string().describe('The body, byte for byte.'),
          log: z.array(webhookAttemptSchema),
        }),
      },
    },
    handler: async (request) => {
      const { id } = await readEndpoint(database, scopeOf(request), request.params.id);
      return readWebhookMessage(database, id, request.params.message);
    },
  });
}

/** Having something sent: by the partner. */
export function webhookSendingRoutes({ app, database, webhooks }: RouteContext, desk: Desk): void {
  app.route({
    method: 'POST',
    url: `${desk.path}/:id/test`,
    config: { access: desk.write, rateLimit: { max: 10, timeWindow: '1 minute' } },
    schema: {
      operationId: desk.operation('testWebhookEndpoint'),
      tags,
      summary: 'Send a test event',
      description: 'Now and once, whatever the state of the endpoint. The answer says how it went.',
      params,
      response: { 200: webhookAttemptSchema.extend({ delivered: z.boolean(), payload: z.string() }) },
    },
    handler: async (request) => {
      const target = await readTarget(database, scopeOf(request), request.params.id);
      const id = newId();
      const payload = JSON.stringify(pingEvent(id, request.params.id));
      const {
        outcome,
        at,
        durationMs,
        request: sent,
        response,
        error,
      } = await webhooks.channel.post({
        url: target.url,
        secrets: target.secrets.map((stored) => webhooks.secrets.open(stored, request.params.id)),
        id,
        payload,
      });
      return {
        delivered: outcome === 'delivered',
        payload,
        at: at.toISOString(),
        durationMs,
        request: sent,
        response: response ?? null,
        error: error ?? null,
      };
    },
  });

  app.route({
    method: 'POST',
    url: `${desk.path}/:id/messages/:message/resend`,
    config: { access: desk.write },
    schema: {
      operationId: desk.operation('resendWebhookMessage'),
      tags,
      summary: 'Send a message again',
      description: 'Under the same `webhook-id`, whether it arrived or not.',
      params: messageParams,
      response: { 202: z.object({ waiting: z.int() }) },
    },
    handler: async (request, reply) => {
      const { id, message } = request.params;
      await transact(database, async (tx) => {
        await lockEndpoint(tx, scopeOf(request), id);
        if (!(await reopenMessage(tx, id, message))) throw webhookMessageNotFound();
        await webhooks.queue.enqueue(tx, [id]);
      });
      return reply.code(202).send({ waiting: 1 });
    },
  });

  app.route({
    method: 'POST',
    url: `${desk.path}/:id/resend`,
    config: { access: desk.write },
    schema: {
      operationId: desk.operation('resendWebhookWindow'),
      tags,
      summary: 'Send the events of a window again',
      description:
        'By when they happened, of the last 30 days, those from before the endpoint too. `undelivered` leaves out what ' +
        'arrived. In order, each under its own `webhook-id`.',
      params,
      body: z.strictObject({
        from: isoDateTimeSchema,
        until: isoDateTimeSchema.optional().describe('Now, where it is absent.'),
        only: z.enum(['undelivered', 'all']).default('undelivered'),
      }),
      response: { 202: z.object({ waiting: z.int().describe('Messages that wait because of this.') }) },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { from, until = new Date().toISOString(), only } = request.body;
      const waiting = await transact(database, async (tx) => {
        await lockEndpoint(tx, scopeOf(request), id);
        const count = await reopenWindow(tx, id, { from, until, only });
        if (count > 0) await webhooks.queue.enqueue(tx, [id]);
        return count;
      });
      return reply.code(202).send({ waiting });
    },
  });
}

/** Looks like every other event, and is about nothing. */
function pingEvent(id: string, endpointId: string): object {
  return {
    specversion: '1.0',
    id,
    type: 'cat.ateneulh.notifications.webhook-endpoint.tested.v1',
    source: '/services/notifications',
    subject: endpointId,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence: 1,
    correlationid: id,
    data: { endpointId },
  };
}
