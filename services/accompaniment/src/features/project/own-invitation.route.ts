import { recordAudit } from '@ateneu/persistence';
import { identify, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { accessLinkUnknown, backToPage, followLink } from '../access-link/index.ts';
import { ownInvitationPage } from './own-invitation.page.ts';
import type { RouteContext } from './project.routes.ts';
import { memberPersonSchema } from './project.schemas.ts';
import { memberStatuses } from './project.ts';
import { readInvitation } from './read-projects.query.ts';

const config = { access: { kind: 'link' }, rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const url = '/v1/self-service/project-invitations/:secret';
const invitationSchema = z.object({
  status: z.enum(memberStatuses),
  projectName: z.string(),
  invitedBy: z.string(),
});

/** What a person may say of themselves with the acceptance; all of it is theirs to give or not. */
const aboutSchema = memberPersonSchema
  .pick({ surnames: true, phone: true, idDocument: true, gender: true, bornOn: true, municipality: true })
  .optional();

/** A person sees an invitation to a project by their link, and accepts or declines it. */
export function ownInvitation({ app, members, database, clock }: RouteContext): void {
  const open = async (request: FastifyRequest, secret: string) => {
    const id = await followLink(database, 'project-invitation', secret, clock.now());
    identify(request, { kind: 'citizen', id });
    const found = await readInvitation(database, id);
    if (found === undefined) throw accessLinkUnknown();
    return { id, ...found };
  };
  const viewOf = ({ status, projectName, invitedBy }: Awaited<ReturnType<typeof open>>) => ({
    status,
    projectName,
    invitedBy,
  });

  app.route({
    method: 'GET',
    url,
    config,
    schema: {
      operationId: 'getOwnInvitation',
      tags: ['Projects'],
      summary: 'See an invitation by its link',
      description: 'A small page for browsers, JSON for programs. Looking at it accepts nothing.',
      params,
      response: { 200: invitationSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const found = await open(request, secret);
      await recordAudit(database, { action: 'read', subjectType: 'project-member', subjectId: found.id });
      if (!prefersHtml(request)) return viewOf(found);
      return sendPage(reply, ownInvitationPage(found.language, viewOf(found), secret)) as never;
    },
  });

  for (const [step, answer] of [
    ['accept', 'active'],
    ['decline', 'declined'],
  ] as const) {
    app.route({
      method: 'POST',
      url: `${url}/${step}`,
      config,
      schema: {
        operationId: `${step}OwnInvitation`,
        tags: ['Projects'],
        summary: step === 'accept' ? 'Accept an invitation by its link' : 'Decline an invitation by its link',
        description: 'Asking again changes nothing. A browser’s form is sent back to the page.',
        params,
        body: aboutSchema,
        response: { 200: invitationSchema },
      },
      handler: async (request, reply) => {
        const { secret } = request.params;
        const { id } = await open(request, secret);
        await members.answer(id, answer, step === 'accept' ? (request.body ?? {}) : {}, clock.now());
        return prefersHtml(request) ? backToPage(reply, secret) : viewOf(await open(request, secret));
      },
    });
  }
}
