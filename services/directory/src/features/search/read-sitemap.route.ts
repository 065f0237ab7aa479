import { type Database, isoTimestamp } from '@ateneu/persistence';
import { type App, sendCached } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { InitiativeRoutes } from '../initiative/index.ts';
import type { Addresses } from '../../addresses.ts';
import { readPublicState } from './public-state.query.ts';

/** As many addresses as one sitemap may hold. */
const longestSitemap = 50_000;

/** The statement of the sitemap: good practices, which are few, and initiatives, the newest first. */
export const sitemapStatement = {
  name: 'sitemap',
  text: `(select 'good-practice' as kind, slug, ${isoTimestamp('updated_at')} as "updatedAt" from good_practice
          where status = 'published' order by published_at desc, id desc)
         union all
         (select 'initiative', slug, ${isoTimestamp('updated_at')} from initiative
          where status = 'published' order by published_at desc, id desc limit ${longestSitemap})
         limit ${longestSitemap}`,
};

/** The addresses of all that is published, for search engines (sitemaps.org). */
export function readSitemap(app: App, { database, addresses }: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/sitemap.xml',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'readSitemap',
      tags: ['Directory'],
      summary: 'Read the sitemap of the published initiatives and good practices',
      description: `Their pages on the website, the newest first; ${longestSitemap.toLocaleString('en')} at most.`,
      response: { 200: { description: 'The sitemap.', content: { 'application/xml': { schema: z.string() } } } },
    },
    handler: async (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds: 3_600,
        etag: () => readPublicState(database),
        body: async () => {
          void (reply as FastifyReply).type('application/xml; charset=utf-8');
          return sitemapOf(await readPages(database), addresses);
        },
      }),
  });
}

interface Page {
  kind: 'initiative' | 'good-practice';
  slug: string;
  updatedAt: string;
}

async function readPages({ pool }: Database): Promise<Page[]> {
  return (await pool.query<Page>(sitemapStatement)).rows;
}

function sitemapOf(pages: readonly Page[], addresses: Pick<Addresses, 'page' | 'goodPractice'>): string {
  const addressOf = { initiative: addresses.page, 'good-practice': addresses.goodPractice };
  const urls = pages.map(
    ({ kind, slug, updatedAt }) =>
      `<url><loc>${addressOf[kind](slug).replaceAll('&', '&amp;')}</loc><lastmod>${updatedAt}</lastmod></url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
