import { DomainError, hashSecret } from '@ateneu/kernel';
import { identify, preferredLanguage, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { decide } from './intake.decide.ts';
import { IntakeEntity, type IntakeRow } from './intake.entity.ts';
import { linkExpired, linkUnknown } from './intake.errors.ts';
import type { RouteContext } from './intake.routes.ts';
import { ownIntakeSchema } from './intake.schemas.ts';
import { ownIntakePage, refusalPage } from './own-intake.page.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });

/** A person confirms a request through the link in the e-mail; that is all that the link is good for. */
export function confirmIntake({ app, store, database, clock }: RouteContext): void {
  const find = async (request: FastifyRequest, secret: string): Promise<IntakeRow> => {
    const row = await database.fork().findOne(IntakeEntity, { confirmHash: hashSecret(secret) });
    if (row === null) throw linkUnknown();
    if (clock.now() >= row.confirmUntil) throw linkExpired();
    identify(request, { kind: 'citizen', id: row.id });
    return row;
  };
  const viewOf = (row: IntakeRow) => ({
    confirmed: row.confirmedAt !== null && row.confirmedAt !== undefined,
    projectName: row.project.name,
  });

  app.route({
    method: 'GET',
    url: '/v1/self-service/intake-requests/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnIntake',
      tags: ['Intake'],
      summary: 'See a request by its link',
      description: 'A small page for browsers, JSON for programs. Looking at it confirms nothing.',
      params,
      response: { 200: ownIntakeSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      return answer(request, reply, async () => {
        const row = await find(request, secret);
        void reply.header('cache-control', 'no-store');
        if (!prefersHtml(request)) return viewOf(row);
        return sendPage(reply, ownIntakePage(row.person.language, viewOf(row), secret)) as never;
      });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/self-service/intake-requests/:secret/confirm',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'confirmOwnIntake',
      tags: ['Intake'],
      summary: 'Confirm a request by its link',
      description: 'Asking twice changes nothing more. A browser’s form is sent back to the page.',
      params,
      body: z.strictObject({}).optional(),
      response: { 200: ownIntakeSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      return answer(request, reply, async () => {
        const { id } = await find(request, secret);
        await store.update(id, (state) => decide({ type: 'confirm', at: clock.now() }, state));
        void reply.header('cache-control', 'no-store');
        // Relative, so that it holds behind any prefix. After it, reloading the page sends nothing again.
        if (prefersHtml(request)) return (reply as FastifyReply).redirect(`../${secret}`, 303) as never;
        return viewOf(await find(request, secret));
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
