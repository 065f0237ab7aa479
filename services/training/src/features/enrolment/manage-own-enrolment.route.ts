import { DomainError, hashSecret } from '@ateneu/kernel';
import { identify, preferredLanguage, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { decide } from './enrolment.decide.ts';
import { linkExpired, linkUnknown } from './enrolment.errors.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { ownEnrolmentSchema } from './enrolment.schemas.ts';
import { ownEnrolmentPage, refusalPage } from './own-enrolment.page.ts';
import { type OwnEnrolment, readEnrolmentByLink } from './read-enrolments.query.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });

/** A person sees and cancels an enrolment through the link in the e-mail: a page for browsers, JSON for programs. */
export function manageOwnEnrolment({ app, store, database, clock }: RouteContext): void {
  const find = async (request: FastifyRequest, secret: string): Promise<OwnEnrolment> => {
    const enrolment = await readEnrolmentByLink(database, hashSecret(secret));
    if (enrolment === undefined) throw linkUnknown();
    if (clock.now() >= new Date(enrolment.session.endsAt)) throw linkExpired();
    identify(request, { kind: 'citizen', id: enrolment.id });
    return enrolment;
  };

  app.route({
    method: 'GET',
    url: '/v1/self-service/enrolments/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnEnrolment',
      tags: ['Enrolment'],
      summary: 'See an enrolment by its link',
      description: 'A small page for browsers, JSON for programs. The link ends with the session.',
      params,
      response: { 200: ownEnrolmentSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      return answer(request, reply, async () => {
        const enrolment = await find(request, secret);
        // A person who only looks at a secret link leaves no copy of it in any cache.
        void reply.header('cache-control', 'no-store');
        return prefersHtml(request) ? (sendPage(reply, ownEnrolmentPage(enrolment, secret)) as never) : enrolment;
      });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/self-service/enrolments/:secret/cancel',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'cancelOwnEnrolment',
      tags: ['Enrolment'],
      summary: 'Cancel an enrolment by its link',
      description: 'Asking twice changes nothing more. A browser’s form is sent back to the page.',
      params,
      body: z.strictObject({}).optional(),
      response: { 200: ownEnrolmentSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      return answer(request, reply, async () => {
        const { id } = await find(request, secret);
        await store.update(id, (desk) => decide({ type: 'cancel', cause: 'person', at: clock.now() }, desk));
        void reply.header('cache-control', 'no-store');
        // Relative, so that it holds behind any prefix. After it, reloading the page sends nothing again.
        if (prefersHtml(request)) return (reply as FastifyReply).redirect(`../${secret}`, 303) as never;
        return find(request, secret);
      });
    },
  });
}

/** Refusals reach a browser as a page too, not as a problem document. */
async function answer<T>(request: FastifyRequest, reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const pages = error instanceof DomainError && prefersHtml(request);
    if (!pages) throw error;
    const status = { 'not-found': 404, gone: 410 }[error.kind as string] ?? 409;
    return sendPage(reply.code(status), refusalPage(preferredLanguage(request), error)) as never;
  }
}
