import { recordAudit } from '@ateneu/persistence';
import { emailSchema, identify } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { bearerOf, partnerOf } from '../../http.ts';
import { accessLinkUnknown, followLink } from '../access-link/index.ts';
import { PartnerEntity } from './partner.entity.ts';
import type { RouteContext } from './partner.routes.ts';
import { closeSession, contactWith, openSession, readSession, readSignIn } from './partner-session.store.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const partnerSchema = z.object({ id: z.uuid(), name: z.string() });

/** Somebody at a partner signs in by a link in an e-mail, and has for some hours what the API key has. */
export function signIn(context: RouteContext): void {
  askForLink(context);
  followSignInLink(context);
  ownSession(context);
}

function askForLink({ app, signInDesk, signInPolicy }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/partner-sign-ins',
    config: { access: { kind: 'public' }, rateLimit: { max: signInPolicy.asksPerMinute, timeWindow: '1 minute' } },
    schema: {
      operationId: 'requestPartnerSignIn',
      tags: ['Partner API'],
      summary: 'Ask for a link to sign in with',
      description:
        'With an address that the ateneu has of your entity. The answer is the same whether it has or not; the link comes ' +
        'by e-mail, is good once and for minutes, and an address gets few in an hour.',
      body: z.strictObject({ email: emailSchema }),
      response: { 202: z.object({ asked: z.literal(true) }) },
    },
    handler: async (request, reply) => {
      await signInDesk.ask(request.body.email);
      void reply.code(202);
      return { asked: true as const };
    },
  });
}

function followSignInLink({ app, database, clock, signInPolicy }: RouteContext): void {
  const config = { access: { kind: 'link' }, rateLimit: { max: 30, timeWindow: '1 minute' } } as const;
  const open = async (request: FastifyRequest, secret: string) => {
    const id = await followLink(database, 'partner-sign-in', secret, clock.now());
    const asked = await readSignIn(database, id);
    if (asked === undefined) {
      const details = { purpose: 'partner-sign-in', why: 'partner-or-contact-gone' };
      await recordAudit(database, { action: 'refuse', subjectType: 'access-link', subjectId: id, details });
      throw accessLinkUnknown();
    }
    identify(request, { kind: 'partner', id: asked.partnerId, name: asked.partnerName });
    return asked;
  };

  app.route({
    method: 'GET',
    url: '/v1/self-service/partner-sign-ins/:secret',
    config,
    schema: {
      operationId: 'getPartnerSignIn',
      tags: ['Partner API'],
      summary: 'See whom a link signs in',
      description: 'Looking at it signs nobody in, so that mail programs may.',
      params,
      response: { 200: z.object({ partner: partnerSchema, contact: z.string(), expiresAt: z.iso.datetime() }) },
    },
    handler: async (request) => {
      const { partnerId, partnerName, contact, expiresAt } = await open(request, request.params.secret);
      await recordAudit(database, { action: 'read-sign-in', subjectType: 'partner', subjectId: partnerId });
      return { partner: { id: partnerId, name: partnerName }, contact, expiresAt };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/self-service/partner-sign-ins/:secret',
    config,
    schema: {
      operationId: 'signInPartner',
      tags: ['Partner API'],
      summary: 'Sign in with a link',
      description:
        'Uses the link up. The token is for `Authorization: Bearer …` on the partner API, as the API key is, until ' +
        '`validUntil`, the suspension of the partner, new credentials, or the end of the contact.',
      params,
      body: z.strictObject({}).optional(),
      response: {
        201: z.object({
          token: z.string(),
          validUntil: z.iso.datetime(),
          partner: partnerSchema,
          contact: z.string(),
        }),
      },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const asked = await open(request, secret);
      const at = clock.now();
      const validUntil = new Date(at.getTime() + signInPolicy.sessionHours * 60 * 60 * 1_000);
      const { token } = await openSession(database, asked, secret, { at, validUntil });
      void reply.code(201);
      return {
        token,
        validUntil: validUntil.toISOString(),
        partner: { id: asked.partnerId, name: asked.partnerName },
        contact: asked.contact,
      };
    },
  });
}

function ownSession({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/partner/session',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'getPartnerSession',
      tags: ['Partner API'],
      summary: 'Read who you are',
      description: 'The entity, and how you came in: with its API key, or by e-mail, then as whom and until when.',
      response: {
        200: z.object({
          partner: partnerSchema,
          by: z.enum(['api-key', 'e-mail']),
          contact: z.string().nullable().describe('Whoever signed in by e-mail.'),
          validUntil: z.iso
            .datetime()
            .nullable()
            .describe('Until when it is good; null for a key that is not being rotated.'),
        }),
      },
    },
    handler: async (request) => {
      const partner = partnerOf(request);
      const session = await readSession(database, bearerOf(request));
      const emailKey = session?.emailKey ?? null;
      const row = emailKey === null ? null : await database.fork().findOne(PartnerEntity, { id: partner.id });
      return {
        partner,
        by: emailKey === null ? ('api-key' as const) : ('e-mail' as const),
        contact: row === null || emailKey === null ? null : (contactWith(row, emailKey)?.name ?? null),
        validUntil: session?.validUntil ?? null,
      };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/partner/session',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'signOutPartner',
      tags: ['Partner API'],
      summary: 'Sign out',
      description: 'Ends the session of this token at once. An API key is no session, and is refused.',
      response: { 204: z.null().describe('It is over.') },
    },
    handler: async (request, reply) => {
      await closeSession(database, partnerOf(request).id, bearerOf(request), clock.now());
      return reply.code(204).send(null);
    },
  });
}
