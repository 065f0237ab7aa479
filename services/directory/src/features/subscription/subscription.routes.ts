import type { Clock } from '@ateneu/kernel';
import { type App, emailSchema, identify, languageSchema, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { answerLink, honeypot, refuseAutomatic } from '../intake/index.ts';
import { filtersFrom } from '../search/index.ts';
import { subscriptionPage } from './subscription.page.ts';
import type { SubscriptionStore, SubscriptionView } from './subscription.store.ts';

/** What the feature's routes work with. */
export interface SubscriptionRoutes {
  subscriptions: SubscriptionStore;
  clock: Clock;
  /** How many subscriptions one address may ask for a minute. */
  perMinute: number;
}

const tags = ['Subscriptions'];
const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const view = z.object({ topic: z.string(), state: z.enum(['unconfirmed', 'active', 'ended']) });
const codes = z.array(z.string().min(1).max(60)).min(1).max(20).optional();

const body = z.strictObject({
  email: emailSchema,
  language: languageSchema.default('ca'),
  filters: z
    .strictObject({
      q: z.string().trim().min(1).max(200).optional(),
      sector: codes,
      legalForm: codes,
      cooperative: z.enum(['yes', 'no']).optional(),
      neighbourhood: codes,
      district: codes,
      need: codes,
      network: codes,
    })
    .default({})
    .describe('The filters of the search, with the same names; all news where there are none.'),
  ...honeypot,
});

/** People subscribe by e-mail to what is new, confirm it, and leave with one click. */
export function subscriptionRoutes(app: App, context: SubscriptionRoutes): void {
  const { subscriptions, clock, perMinute } = context;

  app.route({
    method: 'POST',
    url: '/v1/subscriptions',
    config: { access: { kind: 'public' }, rateLimit: { max: perMinute, timeWindow: '1 minute' } },
    schema: {
      operationId: 'subscribe',
      tags,
      summary: 'Subscribe to news of the directory',
      description:
        'New initiatives that a search finds, and good practices, once a week. The person confirms it by the link in an ' +
        'e-mail; an address that is not confirmed is erased.',
      body,
      response: { 202: z.object({ status: z.literal('unconfirmed') }) },
    },
    handler: async (request, reply) => {
      const { email, language, filters, homepage } = request.body;
      refuseAutomatic({ homepage });
      await subscriptions.create({ email, language, filters: filtersFrom(filters), at: clock.now() });
      // Nothing that tells whether the address was known.
      return reply.code(202).send({ status: 'unconfirmed' as const });
    },
  });

  linkRoutes(app, context);
}

function linkRoutes(app: App, { subscriptions, clock }: SubscriptionRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/self-service/subscriptions/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnSubscription',
      tags,
      summary: 'See a subscription by its link',
      description: 'A small page for browsers, JSON for programs. Looking at it changes nothing.',
      params,
      response: { 200: view },
    },
    handler: async (request, reply) =>
      answerLink(request, reply, async () => {
        const { secret } = request.params;
        const found = await subscriptions.find(secret, clock.now());
        if (prefersHtml(request)) return sendPage(reply, subscriptionPage(found, secret)) as never;
        return shown(found);
      }),
  });

  for (const [step, operationId, summary, description] of [
    ['confirm', 'confirmOwnSubscription', 'Confirm a subscription by its link', 'The news begin from here on.'],
    ['end', 'endOwnSubscription', 'End a subscription by its link', 'The address is erased.'],
    ['one-click', 'endOwnSubscriptionByOneClick', 'End a subscription, as mail programs do', 'RFC 8058.'],
  ] as const) {
    app.route({
      method: 'POST',
      url: `/v1/self-service/subscriptions/:secret/${step}`,
      config: { access: { kind: 'link' } },
      schema: {
        operationId,
        tags,
        summary,
        description: `${description} Asking twice changes nothing more.`,
        params,
        body: z.object({ 'List-Unsubscribe': z.string().max(20).optional() }).optional(),
        response: { 200: view },
      },
      handler: async (request, reply) =>
        answerLink(request, reply, async () => {
          const { secret } = request.params;
          const work = step === 'confirm' ? subscriptions.confirm : subscriptions.end;
          const found = await work(secret, clock.now());
          identify(request, { kind: 'citizen', id: found.id });
          // A mail program follows no redirect.
          if (step === 'one-click' || !prefersHtml(request)) return shown(found);
          return (reply as FastifyReply).redirect(`../${secret}`, 303) as never;
        }),
    });
  }
}

function shown({ topic, state }: SubscriptionView): z.output<typeof view> {
  return { topic: topic.ca, state };
}
