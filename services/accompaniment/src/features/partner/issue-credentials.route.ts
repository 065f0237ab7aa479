import { streams } from '@ateneu/messaging';
import { partnerApiPrefix } from '@ateneu/messaging/accounts';
import { idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import type { PartnerCredentials } from './partner.credentials.ts';
import type { RouteContext } from './partner.routes.ts';
import { credentialsSchema } from './partner.schemas.ts';

/** Coordinators hand a partner what it needs to connect: shown in this answer and never again. */
export function issueCredentials(context: RouteContext): void {
  const { desk } = context;
  handOut(context, {
    url: '/v1/staff/partners/:id/credentials',
    operationId: 'issueCredentials',
    summary: 'Issue a partner’s first credentials',
    description: 'Shown once. A failed attempt may be repeated until it succeeds; after that, credentials are rotated.',
    work: (id) => desk.issue(id),
  });
  handOut(context, {
    url: '/v1/staff/partners/:id/credentials/rotate',
    operationId: 'rotateCredentials',
    summary: 'Replace a partner’s credentials',
    description: 'The earlier ones stop working at once. The partner keeps its place in the stream.',
    work: (id) => desk.replace(id),
  });
}

function handOut(
  { app, servers }: RouteContext,
  {
    work,
    url,
    ...documentation
  }: {
    url: string;
    operationId: string;
    summary: string;
    description: string;
    work: (partnerId: string) => Promise<PartnerCredentials>;
  },
): void {
  app.route({
    method: 'POST',
    url,
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      ...documentation,
      tags: ['Partners'],
      params: z.object({ id: idSchema }),
      response: { 201: credentialsSchema },
    },
    handler: async (request, reply) => {
      const { creds, apiKey, accountKey } = await work(request.params.id);
      const nats = {
        servers: [...servers],
        stream: streams.referrals,
        consumer: accountKey,
        apiPrefix: partnerApiPrefix,
      };
      return reply.code(201).header('cache-control', 'no-store').send({ creds, apiKey, nats });
    },
  });
}
