import { DomainError } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { identify, preferredLanguage, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { deliveryStatuses } from '../delivery/delivery.ts';
import { optIn, optOut } from '../delivery/preferences.store.ts';
import { topics } from '../delivery/topics.ts';
import { ownMessagesPage, ownMessagesRefusal } from './own-messages.page.ts';
import { findLinkHolder, type LinkHolder, readOwnMessages } from './own-messages.query.ts';
import type { RouteContext } from './route-context.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link in a message.') });
const tags = ['Own messages'];
const ownMessagesSchema = z.object({
  messages: z.array(z.object({ subject: z.string(), at: z.iso.datetime(), status: z.enum(deliveryStatuses) })),
  optedOut: z.array(z.enum(topics)).describe('What the person does not want.'),
  suppressed: z.boolean().describe('Nothing at all is sent to the address, because a message came back.'),
});

/** Where the link in a message leads to. */
export const ownMessagesPath = '/v1/self-service/messages';

/** People see what they were sent, and say what they want, through the link in any message. */
export function ownMessagesRoutes({ app, database }: RouteContext): void {
  const find = async (request: FastifyRequest, secret: string): Promise<LinkHolder> => {
    const holder = await findLinkHolder(database, secret);
    identify(request, { kind: 'citizen', id: holder.deliveryId });
    return holder;
  };

  app.route({
    method: 'GET',
    url: `${ownMessagesPath}/:secret`,
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnMessages',
      tags,
      summary: 'See what one was sent',
      description: 'A small page for browsers, JSON for programs. Looking at it changes nothing.',
      params,
      response: { 200: ownMessagesSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      return answer(request, reply, async () => {
        const holder = await find(request, secret);
        const own = await readOwnMessages(database, holder.address);
        void reply.header('cache-control', 'no-store');
        if (!prefersHtml(request)) return own;
        return sendPage(reply, ownMessagesPage(holder, own, secret)) as never;
      });
    },
  });

  app.route({
    method: 'POST',
    url: `${ownMessagesPath}/:secret/topics/:topic/:wish`,
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'chooseOwnMessages',
      tags,
      summary: 'Stop a topic, or have it again',
      description: 'Asking twice changes nothing more. A browser’s form is sent back to the page.',
      params: params.extend({ topic: z.enum(topics), wish: z.enum(['stop', 'start']) }),
      body: z.strictObject({}).optional(),
      response: { 200: ownMessagesSchema },
    },
    handler: async (request, reply) => {
      const { secret, topic, wish } = request.params;
      return answer(request, reply, async () => {
        const { address } = await find(request, secret);
        await transact(database, (tx) =>
          wish === 'stop' ? optOut(tx, address, [topic], 'page') : optIn(tx, address, topic),
        );
        // Relative, so that it holds behind any prefix. After it, reloading the page sends nothing again.
        if (prefersHtml(request)) return (reply as FastifyReply).redirect(`../../../${secret}`, 303) as never;
        return readOwnMessages(database, address);
      });
    },
  });

  app.route({
    method: 'POST',
    url: `${ownMessagesPath}/:secret/unsubscribe`,
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'unsubscribe',
      tags,
      summary: 'Unsubscribe with one click',
      description:
        'What mail programs post to (RFC 8058), from the topic of the message that the link came in. Whatever the body.',
      params,
      body: z.unknown().optional(),
      response: { 200: z.object({ topic: z.enum(topics).nullable() }) },
    },
    handler: async (request) => {
      const { address, topic } = await find(request, request.params.secret);
      if (topic !== null) await transact(database, (tx) => optOut(tx, address, [topic], 'one-click'));
      return { topic };
    },
  });
}

/** Refusals reach a browser as a page too, not as a problem document. */
async function answer<T>(request: FastifyRequest, reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || !prefersHtml(request)) throw error;
    return sendPage(reply.code(404), ownMessagesRefusal(preferredLanguage(request), error)) as never;
  }
}
