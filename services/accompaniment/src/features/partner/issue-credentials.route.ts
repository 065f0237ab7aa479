import { idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import type { PartnerCredentials } from './partner.credentials.ts';
import type { RouteContext } from './partner.routes.ts';
import { credentialsSchema, credentialsView } from './partner.schemas.ts';

/** Coordinators hand a partner what it needs to connect: shown in this answer and never again. */
export function issueCredentials(context: RouteContext): void {
  const { desk } = context;
  const first = z.object({}).optional();
  handOut(context, {
    url: '/v1/staff/partners/:id/credentials',
    operationId: 'issueCredentials',
    summary: 'Issue a partner’s first credentials',
    description: 'Shown once. A failed attempt may be repeated until it succeeds; after that, credentials are rotated.',
    body: first,
    work: (id) => desk.issue(id),
  });
  handOut(context, {
    url: '/v1/staff/partners/:id/credentials/rotate',
    operationId: 'rotateCredentials',
    summary: 'Replace a partner’s credentials',
    description:
      'The earlier ones, the API key and those for the broker, stop working at once, or with `overlapHours` so much later; ' +
      'a rotation during an overlap ends it. The partner keeps its place in the stream, and is told by e-mail.',
    body: z
      .object({
        overlapHours: z
          .int()
          .min(0)
          .max(720)
          .default(0)
          .describe('How long the earlier ones still work. Not after a leak.'),
      })
      .optional(),
    work: (id, body) => desk.replace(id, body?.overlapHours),
  });
}

function handOut<Body extends z.ZodType>(
  { app, servers }: RouteContext,
  {
    work,
    url,
    body,
    ...documentation
  }: {
    url: string;
    body: Body;
    operationId: string;
    summary: string;
    description: string;
    work: (partnerId: string, body: z.output<Body>) => Promise<PartnerCredentials>;
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
      body,
      response: { 201: credentialsSchema },
    },
    handler: async (request, reply) => {
      const credentials = await work(request.params.id, request.body as z.output<Body>);
      return reply.code(201).header('cache-control', 'no-store').send(credentialsView(credentials, servers));
    },
  });
}
