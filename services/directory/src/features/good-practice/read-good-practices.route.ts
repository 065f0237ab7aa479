import { localize } from '@ateneu/kernel';
import { type App, idSchema, pageOf, pageQuery, preferredLanguage, sendCached, withLink } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { readPublicState, toFeed } from '../search/index.ts';
import { goodPracticeNotFound } from './good-practice.errors.ts';
import type { GoodPracticeRoutes } from './good-practice.routes.ts';
import { assertSectors, publicSchema, summarySchema } from './good-practice.schemas.ts';
import { readGoodPractice, readGoodPractices } from './read-good-practices.query.ts';

const tags = ['Good practices'];
const filters = {
  initiative: idSchema.optional().describe('Only those about this initiative.'),
  sector: z
    .preprocess((value) => [value].flat(), z.array(z.string().min(1).max(60)).max(20))
    .optional()
    .describe('Codes of `/v1/reference/sectors`. Several are alternatives.'),
};

/** Everybody reads what is published: a list, a feed, and each whole. */
export function readGoodPracticeRoutes(app: App, { database, addresses }: GoodPracticeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/good-practices',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'listGoodPractices',
      tags,
      summary: 'List the published good practices',
      description: 'The newest first.',
      querystring: pageQuery().extend(filters),
      response: { 200: pageOf(summarySchema) },
    },
    handler: async (request, reply) => {
      const { initiative, sector, limit, cursor } = request.query;
      assertSectors(sector ?? []);
      return sendCached(request, reply, {
        maxAgeSeconds: 60,
        vary: ['Accept-Language'],
        etag: () => readPublicState(database),
        body: async () => {
          const found = await readGoodPractices(database, { initiative, sectors: sector, limit, cursor });
          const language = preferredLanguage(request);
          const items = found.items.map((item) => {
            const localized = { title: localize(item.title, language), summary: localize(item.summary, language) };
            return { ...item, localized };
          });
          return withLink(request, reply, { ...found, items });
        },
      });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/good-practices.atom',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'listGoodPracticesAsAtom',
      tags,
      summary: 'Follow the good practices, as Atom',
      description: 'The newest 50, in the language of `Accept-Language`.',
      querystring: z.object(filters),
      response: { 200: { description: 'The feed.', content: { 'application/atom+xml': { schema: z.string() } } } },
    },
    handler: async (request, reply) => {
      const { initiative, sector } = request.query;
      assertSectors(sector ?? []);
      const language = preferredLanguage(request);
      return sendCached(request, reply, {
        maxAgeSeconds: 300,
        vary: ['Accept-Language'],
        etag: () => readPublicState(database),
        body: async () => {
          const { items } = await readGoodPractices(database, { initiative, sectors: sector, limit: 50 });
          void (reply as FastifyReply).type('application/atom+xml; charset=utf-8').header('content-language', language);
          const entries = items.map(({ title, ...item }) => ({
            ...item,
            name: title,
            link: addresses.goodPractice(item.slug),
          }));
          const self = `${addresses.api}${request.url}`;
          return toFeed(entries, language, { self, website: addresses.website, of: 'good-practices' });
        },
      });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/good-practices/:slug',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getGoodPractice',
      tags,
      summary: 'Read a published good practice',
      description: 'By its slug or its id.',
      params: z.object({ slug: z.string().max(100) }),
      response: { 200: publicSchema },
    },
    handler: async (request, reply) => {
      const found = await readGoodPractice(database, request.params.slug);
      if (found === undefined) throw goodPracticeNotFound();
      const { changes, ...practice } = found;
      const language = preferredLanguage(request);
      return sendCached(request, reply, {
        maxAgeSeconds: 60,
        vary: ['Accept-Language'],
        etag: `"${changes}"`,
        body: () => {
          const { title, summary, body } = practice;
          const localized = {
            title: localize(title, language),
            summary: localize(summary, language),
            body: localize(body, language),
          };
          const spoken = new Set(Object.values(localized).map((text) => text.language));
          void (reply as FastifyReply).header('content-language', [...spoken].join(', '));
          return { ...practice, localized };
        },
      });
    },
  });
}
