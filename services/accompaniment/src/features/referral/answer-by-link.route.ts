import { recordAudit } from '@ateneu/persistence';
import { identify, prefersHtml, safeText, sendPage } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { accessLinkUnknown, backToPage, followLink } from '../access-link/index.ts';
import { PartnerEntity } from '../partner/index.ts';
import { readSharedNames } from './read-referrals.query.ts';
import { decide, type ReferralCommand } from './referral.decide.ts';
import { ReferralEntity } from './referral.entity.ts';
import { referralPage } from './referral.page.ts';
import type { RouteContext } from './referral.routes.ts';
import { closeSchema, declineSchema, partnerReferralSchema, versionSchema } from './referral.schemas.ts';
import { partnerViewOf } from './referral.views.ts';

const config = { access: { kind: 'link' }, rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const url = '/v1/self-service/referrals/:secret';

/** A partner sees a referral and answers it by the link in its e-mail, without an account. */
export function answerByLink(context: RouteContext): void {
  const { app, database } = context;
  app.route({
    method: 'GET',
    url,
    config,
    schema: {
      operationId: 'getReferralByLink',
      tags: ['Answer by link'],
      summary: 'See a referral by its link',
      description:
        'A small page for browsers, JSON for programs. It changes nothing, and so shows no case before it is opened: ' +
        'programs that follow the links in e-mails see how the referral stands, and no more.',
      params,
      response: { 200: partnerReferralSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { view, language } = await open(context, request, secret);
      const details = { via: 'link', project: view.project !== null, person: view.person !== null };
      await recordAudit(database, { action: 'read', subjectType: 'referral', subjectId: view.id, details });
      if (!prefersHtml(request)) return view;
      const shared = view.person === null ? [] : await readSharedNames(database, view.id);
      return sendPage(reply, referralPage(language, view, secret, shared)) as never;
    },
  });

  const nothing = z.object({}).optional();
  step(context, 'open', 'Open the case, which receives it', nothing, (at) => ({ type: 'receive', by: 'partner', at }));
  step(context, 'accept', 'Accept the referral', nothing, (at) => ({ type: 'accept', by: 'partner', at }));
  step(context, 'decline', 'Decline it, with a reason', declineFormSchema, (at, { reasonCode, note }) => ({
    type: 'decline',
    by: 'partner',
    reason: reasonCode,
    note: note === '' ? undefined : note,
    at,
  }));
  step(context, 'start', 'Say that work began', nothing, (at) => ({ type: 'start', by: 'partner', at }));
  step(context, 'close', 'Close it, with its outcome', closeSchema, (at, { outcome }) => ({
    type: 'close',
    by: 'partner',
    outcome,
    at,
  }));
  withdrawConsentByAnswerLink(context);
}

/** A form sends what was not written as an empty text. */
const declineFormSchema = declineSchema.extend({
  note: safeText({ min: 0, max: 1_000, multiline: true }).optional().describe('Told to the person, word for word.'),
});

/** The referral that a link leads to, as its partner may see it; a suspended partner's links lead nowhere. */
async function open({ database, clock }: RouteContext, request: FastifyRequest, secret: string) {
  const id = await followLink(database, 'referral-answer', secret, clock.now());
  const em = database.fork();
  const row = await em.findOneOrFail(ReferralEntity, { id });
  const partner = await em.findOneOrFail(PartnerEntity, { id: row.partnerId });
  const view = partnerViewOf(row);
  if (view === undefined || partner.status === 'suspended') {
    const details = { purpose: 'referral-answer', why: 'suspended' };
    await recordAudit(database, { action: 'refuse', subjectType: 'access-link', subjectId: id, details });
    throw accessLinkUnknown();
  }
  identify(request, { kind: 'partner', id: partner.id, name: partner.name });
  const unopened = row.status === 'sent' ? { project: null, person: null } : {};
  return { view: { ...view, ...unopened }, language: partner.languages[0] ?? 'ca' };
}

function step<Body extends z.ZodType>(
  context: RouteContext,
  name: string,
  summary: string,
  body: Body,
  command: (at: Date, body: z.output<Body>) => ReferralCommand,
): void {
  const { app, store, clock } = context;
  app.route({
    method: 'POST',
    url: `${url}/${name}`,
    config,
    schema: {
      operationId: `${name}ReferralByLink`,
      tags: ['Answer by link'],
      summary,
      description: 'Asking again for the state it is in changes nothing. A browser’s form is sent back to the page.',
      params,
      body,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { view } = await open(context, request, secret);
      const next = command(clock.now(), request.body as z.output<Body>);
      const saved = await store.update(view.id, (state) => decide(next, state));
      return prefersHtml(request) ? backToPage(reply, secret) : saved;
    },
  });
}

function withdrawConsentByAnswerLink(context: RouteContext): void {
  const { app, rerouting, clock } = context;
  app.route({
    method: 'POST',
    url: `${url}/withdraw-consent`,
    config,
    schema: {
      operationId: 'withdrawConsentReferralByLink',
      tags: ['Answer by link'],
      summary: 'Say that the person took their consent back',
      description: 'Asking again changes nothing. A browser’s form is sent back to the page.',
      params,
      body: z.object({}).optional(),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { view } = await open(context, request, secret);
      const saved = await rerouting.withdrawConsent(view.id, 'partner', clock.now(), {});
      return prefersHtml(request) ? backToPage(reply, secret) : saved;
    },
  });
}
