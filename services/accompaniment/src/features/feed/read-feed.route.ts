import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';
import { z } from 'zod';

import { partnerOf } from '../../http.ts';
import { createFeedWaiters } from './feed.waiters.ts';
import { feedDays, placeOf, readFeed } from './read-feed.query.ts';

/** What the feed's route works with. */
export interface FeedRouteContext {
  app: App;
  database: Database;
  clock: Clock;
}

const cloudEventSchema = z
  .looseObject({ specversion: z.literal('1.0'), id: z.uuid(), type: z.string(), subject: z.string() })
  .meta({ id: 'PartnerEvent', description: 'A CloudEvent 1.0, the same as over NATS.' });

const querySchema = z.object({
  after: z.string().max(200).optional().describe('The `next` of the page before; without it, from the oldest kept.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  wait: z.coerce.number().int().min(0).max(25).default(0).describe('Seconds to wait where there is nothing new.'),
});

/** A partner fetches the events that it would receive over NATS. */
export function readPartnerFeed({ app, database, clock }: FeedRouteContext): void {
  const waiters = createFeedWaiters(database);
  // A shutdown does not wait for those who wait.
  app.addHook('preClose', async () => waiters.stop());

  app.route({
    method: 'GET',
    url: '/v1/partner/events',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'readPartnerEvents',
      tags: ['Partner API'],
      summary: 'Read your events',
      description:
        `The same events as over NATS, in order, without personal data, for ${feedDays} days. Keep \`next\` in the ` +
        'transaction that handles the page and ask again with it as `after`: nothing is missed, whatever fails in ' +
        'between. A cursor is good for 30 days from when it was given; after that it is refused with 410.',
      querystring: querySchema,
      response: {
        200: z.object({
          events: z.array(cloudEventSchema),
          next: z.string().describe('Where the next page begins. It is there, and new, also where `events` is empty.'),
          more: z.boolean().describe('Whether more waits already.'),
        }),
      },
    },
    handler: async (request, reply) => {
      const { id } = partnerOf(request);
      const { after, limit, wait } = request.query;
      const place = placeOf(after, clock.now());
      let page = await readFeed(database, clock, id, place, limit);
      if (wait > 0 && page.payloads.length === 0) {
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        const ending = AbortSignal.any([gone.signal, AbortSignal.timeout(wait * 1_000)]);
        while (page.payloads.length === 0 && (await waiters.wait(ending))) {
          page = await readFeed(database, clock, id, place, limit);
        }
      }
      // The events were held to their contracts when they were written, and are JSON already: they go out as they are.
      const { payloads, next, more } = page;
      const text = `{"events":[${payloads.join(',')}],"next":${JSON.stringify(next)},"more":${String(more)}}`;
      return reply
        .type('application/json; charset=utf-8')
        .serializer((body: unknown) => String(body))
        .send(text as never);
    },
  });
}
