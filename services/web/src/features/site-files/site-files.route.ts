import { languages } from '@ateneu/kernel';
import { type App, preferredLanguage } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import { type PageName, pathTo, type Query, withQuery } from '../../shell/paths.ts';
import { createView, type SiteContext } from '../../shell/view.ts';
import { must, settle } from '../../upstream/answer.ts';

const route = { schema: { hide: true }, config: { access: { kind: 'public' } } } as const;

/** Pages that are not about one thing. */
const standing: readonly PageName[] = [
  'home',
  'directory',
  'propose',
  'practices',
  'certificate',
  'training',
  'accompaniment',
  'request',
  'privacy',
  'accessibility',
  'cookies',
];

/** What is at the root of the site: the way in by language, the robots' file, the sitemap, and language-free addresses. */
export function siteFiles(app: App, site: SiteContext): void {
  const { PUBLIC_URL: origin } = site.config;
  app.route({
    ...route,
    method: 'GET',
    url: '/',
    handler: (request, reply) =>
      reply.header('vary', 'Accept-Language').redirect(pathTo(preferredLanguage(request), 'home'), 302),
  });
  app.route({
    ...route,
    method: 'GET',
    url: '/robots.txt',
    handler: (_request, reply) => {
      const closed = ['ca', 'es'].flatMap((language) => [
        `Disallow: /${language}/console`,
        `Disallow: /${language}/desk`,
      ]);
      void reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600');
      return reply.send(['User-agent: *', ...closed, `Sitemap: ${origin}/sitemap.xml`, ''].join('\n'));
    },
  });
  app.route({
    ...route,
    method: 'GET',
    url: '/sitemap.xml',
    handler: async (request, reply) => {
      const subjects = await currentSubjects(site, request);
      const urls = [
        ...standing.map((page) => [page, {}] as const),
        ...subjects.slugs.map((slug) => ['initiative', { slug }] as const),
        ...subjects.ids.map((id) => ['session', { id }] as const),
      ].map(([page, parameters]) => entry(origin, page, parameters));
      void reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=600');
      return reply.send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`,
      );
    },
  });
  // Addresses that services write where they know no reader's language.
  for (const [url, page] of [
    ['/initiatives', 'directory'],
    ['/initiatives/:slug', 'initiative'],
    ['/good-practices/:slug', 'practice'],
    ['/sessions/:id', 'session'],
  ] as const) {
    app.route({
      ...route,
      method: 'GET',
      url,
      handler: (request, reply) => {
        const path = pathTo(preferredLanguage(request), page, request.params as Record<string, string>);
        return reply.header('vary', 'Accept-Language').redirect(withQuery(path, request.query as Query), 302);
      },
    });
  }
  for (const language of languages) {
    app.route({
      ...route,
      method: 'GET',
      url: `/${language}/`,
      handler: (_request, reply) => reply.redirect(`/${language}`, 308),
    });
  }
}

/** One page in all its languages. Codes and slugs need no escaping in XML. */
function entry(origin: string, page: PageName, parameters: Readonly<Record<string, string>>): string {
  const alternates = languages.map(
    (language) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${origin}${pathTo(language, page, parameters)}"/>`,
  );
  return languages
    .map((language) => `<url><loc>${origin}${pathTo(language, page, parameters)}</loc>${alternates.join('')}</url>`)
    .join('\n');
}

/** Every published initiative and session, by the services' own pages; as many as one sitemap should have. */
async function currentSubjects(
  site: SiteContext,
  request: FastifyRequest,
): Promise<{ slugs: string[]; ids: string[] }> {
  const { api } = createView(site, { request, language: 'ca' });
  const [slugs, ids]: [string[], string[]] = [[], []];
  let cursor: string | null | undefined;
  do {
    const query = { limit: 100, sort: 'name' as const, ...(typeof cursor === 'string' ? { cursor } : {}) };
    const page = must(await settle(api.directory.GET('/v1/initiatives', { params: { query } })));
    slugs.push(...page.items.map(({ slug }) => slug));
    cursor = page.next;
  } while (cursor !== null && slugs.length < 10_000);
  const sessions = must(await settle(api.training.GET('/v1/sessions', { params: { query: { limit: 100 } } })));
  ids.push(...sessions.items.map(({ id }) => id));
  return { slugs, ids };
}
