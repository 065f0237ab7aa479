import { identify, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { RouteContext } from './intake.routes.ts';
import { answerLink } from './link.answer.ts';
import { submissionPage } from './submission.page.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const view = z.object({ kind: z.enum(['proposal', 'correction']), name: z.string(), confirmed: z.boolean() });

/** A person confirms what was handed in, through the link in the e-mail; that is all that the link is good for. */
export function confirmSubmission({ app, submissions, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/self-service/submissions/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnSubmission',
      tags: ['Proposals'],
      summary: 'See a proposal or correction by its link',
      description: 'A small page for browsers, JSON for programs. Looking at it confirms nothing.',
      params,
      response: { 200: view },
    },
    handler: async (request, reply) =>
      answerLink(request, reply, async () => {
        const { secret } = request.params;
        const found = await submissions.find(secret, clock.now());
        if (prefersHtml(request)) return sendPage(reply, submissionPage(found, secret)) as never;
        return { kind: found.kind, name: found.name.ca, confirmed: found.confirmed };
      }),
  });

  app.route({
    method: 'POST',
    url: '/v1/self-service/submissions/:secret/confirm',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'confirmOwnSubmission',
      tags: ['Proposals'],
      summary: 'Confirm a proposal or correction by its link',
      description: 'Staff see it from then on. Asking twice changes nothing more. A browser is sent back to the page.',
      params,
      body: z.strictObject({}).optional(),
      response: { 200: view },
    },
    handler: async (request, reply) =>
      answerLink(request, reply, async () => {
        const { secret } = request.params;
        const { id } = await submissions.find(secret, clock.now());
        identify(request, { kind: 'citizen', id });
        const { kind, name, confirmed } = await submissions.confirm(secret, clock.now());
        // Relative, so that it holds behind any prefix. After it, reloading the page sends nothing again.
        if (prefersHtml(request)) return (reply as FastifyReply).redirect(`../${secret}`, 303) as never;
        return { kind, name: name.ca, confirmed };
      }),
  });
}
