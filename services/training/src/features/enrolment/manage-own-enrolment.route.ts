import { prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { decide, type EnrolmentCommand } from './enrolment.decide.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { ownEnrolmentSchema } from './enrolment.schemas.ts';
import { ownEnrolmentPage } from './own-enrolment.page.ts';
import { answerLink, findByLink } from './own-enrolment.link.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });

/** A person sees, keeps and cancels an enrolment through the link in the e-mail: a page for browsers, JSON for programs. */
export function manageOwnEnrolment({ app, store, database, clock, links }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/self-service/enrolments/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnEnrolment',
      tags: ['Enrolment'],
      summary: 'See an enrolment by its link',
      description: 'A small page for browsers, JSON for programs. The link ends two months after the session.',
      params,
      response: { 200: ownEnrolmentSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      return answerLink(request, reply, async () => {
        const enrolment = await findByLink(request, { database, clock, links }, secret);
        // A person who only looks at a secret link leaves no copy of it in any cache.
        void reply.header('cache-control', 'no-store');
        return prefersHtml(request) ? (sendPage(reply, ownEnrolmentPage(enrolment, secret)) as never) : enrolment;
      });
    },
  });

  const act = (step: OwnStep): void => {
    app.route({
      method: 'POST',
      url: `/v1/self-service/enrolments/:secret/${step.name}`,
      config: { access: { kind: 'link' } },
      schema: {
        operationId: step.operationId,
        tags: ['Enrolment'],
        summary: step.summary,
        description: `${step.description} Asking twice changes nothing more. A browser’s form is sent back to the page.`,
        params,
        body: z.strictObject({}).optional(),
        response: { 200: ownEnrolmentSchema },
      },
      handler: async (request, reply) => {
        const { secret } = request.params;
        return answerLink(request, reply, async () => {
          const { id } = await findByLink(request, { database, clock, links }, secret);
          await store.update(id, (desk) => decide(step.command(clock.now()), desk));
          void reply.header('cache-control', 'no-store');
          // Relative, so that it holds behind any prefix. After it, reloading the page sends nothing again.
          if (prefersHtml(request)) return (reply as FastifyReply).redirect(`../${secret}`, 303) as never;
          return findByLink(request, { database, clock, links }, secret);
        });
      },
    });
  };
  act({
    name: 'cancel',
    operationId: 'cancelOwnEnrolment',
    summary: 'Cancel an enrolment by its link',
    description: 'The place goes to the first who waits.',
    command: (at) => ({ type: 'cancel', cause: 'person', at }),
  });
  act({
    name: 'keep',
    operationId: 'keepOwnEnrolment',
    summary: 'Keep an enrolment whose session moved',
    description: 'Tells the staff that the new date or place suits; whoever says nothing keeps the place too.',
    command: (at) => ({ type: 'keep', at }),
  });
  act({
    name: 'accept',
    operationId: 'acceptOffer',
    summary: 'Take the place that is offered',
    description: 'Until the moment the offer names.',
    command: (at) => ({ type: 'accept-offer', at }),
  });
  act({
    name: 'decline',
    operationId: 'declineOffer',
    summary: 'Decline the place that is offered',
    description: 'It is offered to whoever is next, and the enrolment ends.',
    command: (at) => ({ type: 'decline-offer', at }),
  });
}

/** One thing that a person does with their enrolment. */
interface OwnStep {
  name: string;
  operationId: string;
  summary: string;
  description: string;
  command: (at: Date) => EnrolmentCommand;
}
