import { hashSecret } from '@ateneu/kernel';
import { z } from 'zod';

import { bearerOf, partnerOf } from '../../http.ts';
import { partnerNotFound } from './partner.errors.ts';
import type { RouteContext } from './partner.routes.ts';
import { credentialsSchema, credentialsView } from './partner.schemas.ts';
import { readPartner } from './read-partners.query.ts';

/** A partner renews its own credentials, while the earlier ones go on, so that no program of its is ever cut off. */
export function ownCredentials({ app, desk, database, servers }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/partner/credentials',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'getOwnCredentials',
      tags: ['Partner API'],
      summary: 'See since when you have your credentials',
      description: 'No secret is in the answer.',
      response: {
        200: z.object({
          since: z.iso.datetime().nullable().describe('When the newest were made; null before the first.'),
          earlierUntil: z.iso.datetime().nullable().describe('Until when earlier ones work; null where none do.'),
        }),
      },
    },
    handler: async (request) => {
      const partner = await readPartner(database, partnerOf(request).id);
      if (partner === undefined) throw partnerNotFound();
      return { since: partner.credentialsSince, earlierUntil: partner.earlierCredentialsUntil };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/partner/credentials/rotate',
    config: { access: { kind: 'partner' }, rateLimit: { max: 30, timeWindow: '1 hour' } },
    schema: {
      operationId: 'rotateOwnCredentials',
      tags: ['Partner API'],
      summary: 'Renew your credentials',
      description:
        'A new API key and a new `.creds`, shown once. The earlier ones work for `overlapHours` more, or stop at once with ' +
        '0: what a leak asks for. Your place in the stream stays, you are told by e-mail, and whoever signed in by e-mail ' +
        'is out. A key that is being replaced makes no other: where the answer got lost, sign in by e-mail and ask again.',
      body: z
        .strictObject({
          overlapHours: z.int().min(0).max(720).default(24).describe('How long the earlier ones still work.'),
        })
        .optional(),
      response: { 201: credentialsSchema },
    },
    handler: async (request, reply) => {
      const { id } = partnerOf(request);
      const overlapHours = request.body?.overlapHours ?? 24;
      const credentials = await desk.renew(id, hashSecret(bearerOf(request)), overlapHours);
      return reply.code(201).header('cache-control', 'no-store').send(credentialsView(credentials, servers));
    },
  });
}
