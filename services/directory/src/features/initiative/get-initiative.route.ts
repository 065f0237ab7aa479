import { type App, preferredLanguage, sendCached } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { negotiateMediaType } from '../../media-types.ts';
import { initiativeNotFound } from './initiative.errors.ts';
import { toJsonLd } from './initiative.json-ld.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { publicInitiativeSchema } from './initiative.schemas.ts';
import { languagesOf, localizedFields } from './localized-fields.ts';
import { readPublicInitiative, readSlugAfter } from './read-initiatives.query.ts';

const jsonLd = 'application/ld+json';
const params = z.object({ slug: z.string().max(100) });
const linkedData = { schema: z.record(z.string(), z.unknown()) };
const moved = z.undefined().describe('It has another address now, in `Location`, for good.');

/** One published initiative, by its slug or its id, as JSON and as linked data. */
export function getInitiative(app: App, context: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/initiatives/:slug',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getInitiative',
      tags: ['Directory'],
      summary: 'Read a published initiative',
      description:
        'By its slug or its id. `localized` has the texts by `Accept-Language`, and tells their language. With `Accept: application/ld+json` as linked data.',
      params,
      response: {
        200: {
          description: 'The initiative.',
          content: { 'application/json': { schema: publicInitiativeSchema }, [jsonLd]: linkedData },
        },
        301: moved,
      },
    },
    handler: async (request, reply) => {
      const type = negotiateMediaType(request.headers.accept, ['application/json', jsonLd]);
      return answer(context, request, reply, request.params.slug, {
        type,
        vary: ['Accept', 'Accept-Language'],
        suffix: '',
      });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/initiatives/:slug.jsonld',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getInitiativeLinkedData',
      tags: ['Directory'],
      summary: 'Read a published initiative as linked data',
      description: 'JSON-LD: a schema.org `Organization` with terms of ESSGlobal.',
      params,
      response: { 200: { description: 'The initiative.', content: { [jsonLd]: linkedData } }, 301: moved },
    },
    handler: async (request, reply) =>
      answer(context, request, reply, request.params.slug, { type: jsonLd, vary: [], suffix: '.jsonld' }),
  });
}

async function answer(
  { database, addresses }: InitiativeRoutes,
  request: FastifyRequest,
  reply: object,
  slug: string,
  { type, vary, suffix }: { type: string; vary: string[]; suffix: string },
): Promise<Record<string, unknown>> {
  // The typed reply of a route knows only its declared bodies; a redirect has none.
  const plain = reply as FastifyReply;
  const found = await readPublicInitiative(database, slug);
  if (found === undefined) {
    const present = await readSlugAfter(database, slug);
    if (present === undefined) throw initiativeNotFound();
    // Relative, so that it holds behind any prefix.
    return plain.header('cache-control', 'public, max-age=3600').redirect(`${present}${suffix}`, 301) as never;
  }
  const { version, changes, ...initiative } = found;
  return sendCached(request, reply, {
    // It shows others as well, by their names: whatever changes in public may change it.
    etag: `"${version}.${changes}"`,
    maxAgeSeconds: 60,
    vary,
    body: () => {
      void plain.type(type);
      if (type === jsonLd) return toJsonLd(found, { api: addresses.api, page: addresses.page(found.slug) });
      const localized = localizedFields(initiative, preferredLanguage(request));
      void plain.header('content-language', languagesOf(localized));
      return { ...initiative, localized };
    },
  });
}
