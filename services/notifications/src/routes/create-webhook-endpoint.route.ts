import { newId } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { etag, idempotency } from '@ateneu/service-kit';

import { AddressRefused } from '../channels/address-guard.ts';
import { createWebhookSecret } from '../channels/webhook.channel.ts';
import { insertEndpoint } from '../delivery/webhook-endpoints.store.ts';
import { endpointUrlRefused } from '../delivery/webhook.errors.ts';
import type { RouteContext } from './route-context.ts';
import { newEndpointSchema, secretSchema, webhookEndpointSchema } from './webhook-endpoint.schemas.ts';

/** A partner says where its events are to be posted. */
export function createWebhookEndpointRoute({ app, database, webhooks }: RouteContext): void {
  const check = (text: string): string => {
    const url = new URL(text);
    const isAllowed = url.protocol === 'https:' || webhooks.allowHttp;
    if (!isAllowed || url.username !== '' || url.password !== '' || url.hash !== '') throw endpointUrlRefused();
    try {
      webhooks.guard.checkLiteral(url.hostname);
    } catch (cause) {
      if (cause instanceof AddressRefused) throw endpointUrlRefused({}, { cause });
      throw cause;
    }
    return url.href;
  };

  app.route({
    method: 'POST',
    url: '/v1/partner/webhook-endpoints',
    config: { access: { kind: 'partner' }, idempotent: true },
    schema: {
      operationId: 'createWebhookEndpoint',
      tags: ['Webhooks'],
      summary: 'Have events posted to an address',
      description:
        'From now on. The secret that signs them ([Standard Webhooks](https://www.standardwebhooks.com)) is in the answer, ' +
        'and nowhere else. Names are resolved, and their addresses checked, at every connection.',
      body: newEndpointSchema,
      response: { 201: webhookEndpointSchema.extend({ secret: secretSchema }) },
    },
    handler: async (request, reply) => {
      const { description, eventTypes, concurrency } = request.body;
      const url = check(request.body.url);
      const created = await transact(
        database,
        async (tx) => {
          const id = newId();
          const secret = webhooks.secrets.seal(createWebhookSecret(), id);
          const endpoint = await insertEndpoint(tx, {
            id,
            partnerId: request.actor.id,
            url,
            description,
            eventTypes: eventTypes ?? null,
            concurrency,
            secret,
          });
          await tx.audit({ action: 'create', subjectType: 'webhook-endpoint', subjectId: endpoint.id });
          // What is kept for a repeat of the request holds the secret as the endpoint's row does.
          return { ...endpoint, secret };
        },
        { idempotency: idempotency(request) },
      );
      const secret = webhooks.secrets.open(created.secret, created.id);
      return reply
        .code(201)
        .header('etag', etag(created.version))
        .send({ ...created, secret });
    },
  });
}
