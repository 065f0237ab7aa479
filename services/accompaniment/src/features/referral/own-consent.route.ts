import type { Language } from '@ateneu/kernel';
import { recordAudit } from '@ateneu/persistence';
import { identify, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { backToPage, followLink } from '../access-link/index.ts';
import { type OwnConsent, ownConsentPage } from './own-consent.page.ts';
import { readReferralChain } from './read-referrals.query.ts';
import { ReferralEntity } from './referral.entity.ts';
import type { RouteContext } from './referral.routes.ts';

const config = { access: { kind: 'link' }, rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const ownConsentSchema = z.object({
  projectName: z.string(),
  holders: z.array(z.string()).describe('The partners that hold the data, or sent it.'),
  givenOn: z.string(),
  withdrawnAt: z.iso.datetime().nullable(),
});
const url = '/v1/self-service/consents/:secret';

/** A person sees by their own link who has their data, and takes the consent back from all of them. */
export function ownConsent({ app, rerouting, database, clock }: RouteContext): void {
  const open = async (request: FastifyRequest, secret: string) => {
    const id = await followLink(database, 'consent', secret, clock.now());
    identify(request, { kind: 'citizen', id });
    const row = await database.fork().findOneOrFail(ReferralEntity, { id });
    const chain = await readReferralChain(database, row.chainId);
    const view: OwnConsent = {
      projectName: row.project.name,
      holders: [...new Set(chain.filter(({ status }) => status !== 'draft').map(({ partner }) => partner.name))],
      givenOn: row.consent?.givenOn ?? '',
      withdrawnAt: row.consent?.withdrawnAt ?? null,
    };
    const language: Language = row.person.language;
    return { id, view, language };
  };

  app.route({
    method: 'GET',
    url,
    config,
    schema: {
      operationId: 'getOwnConsent',
      tags: ['Answer by link'],
      summary: 'See your consent by your link',
      description: 'A small page for browsers, JSON for programs: who has the data. Looking at it changes nothing.',
      params,
      response: { 200: ownConsentSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { id, view, language } = await open(request, secret);
      await recordAudit(database, {
        action: 'read',
        subjectType: 'referral',
        subjectId: id,
        details: { via: 'consent-link' },
      });
      return prefersHtml(request) ? (sendPage(reply, ownConsentPage(language, view, secret)) as never) : view;
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/withdraw`,
    config,
    schema: {
      operationId: 'withdrawOwnConsent',
      tags: ['Answer by link'],
      summary: 'Take your consent back by your link',
      description: 'From every entity that has the data. Asking again changes nothing.',
      params,
      body: z.object({}).optional(),
      response: { 200: ownConsentSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { id } = await open(request, secret);
      await rerouting.withdrawConsent(id, 'ateneu', clock.now(), {});
      return prefersHtml(request) ? backToPage(reply, secret) : (await open(request, secret)).view;
    },
  });
}
