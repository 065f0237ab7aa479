import { linkHeader, preferredLanguage, sendCached } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

import { type InitiativeRoutes, type LocalizedFields, localizedFields } from '../initiative/index.ts';
import { toFeed } from './atom.format.ts';
import { toCsv } from './csv.format.ts';
import { toGeoJson } from './geojson.format.ts';
import { readPublicState } from './public-state.query.ts';
import { filtersFrom, longestAnswer, type searchQuery } from './search.schemas.ts';
import { searchLimitTooHigh } from './search.errors.ts';
import {
  type InitiativeHit,
  type InitiativePage,
  searchInitiatives,
  searchTagged,
} from './search-initiatives.query.ts';

/** The formats of a list, as media types. */
export const searchFormats = ['application/json', 'application/geo+json', 'text/csv', 'application/atom+xml'] as const;
export type SearchFormat = (typeof searchFormats)[number];

const sizes: Record<SearchFormat, { size: number; most: number }> = {
  'application/json': { size: 20, most: 100 },
  'application/geo+json': { size: longestAnswer, most: longestAnswer },
  'text/csv': { size: longestAnswer, most: longestAnswer },
  'application/atom+xml': { size: 50, most: 100 },
};

/** What goes out in a format: a page for the route's schema to write, or finished text. */
type SearchAnswer<Format extends SearchFormat> = Format extends 'application/json' ? LocalizedPage : string;

/** A page with its texts chosen for the reader. */
interface LocalizedPage {
  items: (InitiativeHit & { localized: Omit<LocalizedFields, 'description'> })[];
  next: string | null;
}

/** What a format needs to be written. */
interface Writing {
  context: InitiativeRoutes;
  request: FastifyRequest;
  reply: FastifyReply;
  page: InitiativePage;
}

/** Every answer is whole in memory, and so bounded; `Link` leads to what follows. */
const writers: { [Format in SearchFormat]: (writing: Writing) => SearchAnswer<Format> } = {
  'application/json': ({ request, page }) => {
    const language = preferredLanguage(request);
    const items = page.items.map((hit) => ({ ...hit, localized: localizedFields(hit, language) }));
    return { items, next: page.next };
  },
  'application/geo+json': ({ context, reply, page }) => {
    void reply.type('application/geo+json');
    return toGeoJson(page.items, context.addresses.page);
  },
  'text/csv': ({ context, reply, page }) => {
    void reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', 'attachment; filename="iniciatives.csv"');
    return toCsv(page.items, context.addresses.page);
  },
  'application/atom+xml': ({ context: { addresses }, request, reply, page }) => {
    const language = preferredLanguage(request);
    void reply.type('application/atom+xml; charset=utf-8').header('content-language', language);
    const self = `${addresses.api}${request.url}`;
    const entries = page.items.map((hit) => ({ ...hit, link: addresses.page(hit.slug) }));
    return toFeed(entries, language, { self, website: addresses.website, of: 'initiatives' });
  },
};

/**
 * Answers a search in a format.
 *
 * @throws DomainError `directory.search.limit-too-high`, `directory.initiative.code-unknown`, `kit.cursor.invalid`
 */
export async function answerSearch<Format extends SearchFormat>(
  context: InitiativeRoutes,
  request: FastifyRequest,
  typedReply: object,
  query: z.output<typeof searchQuery>,
  { format, vary }: { format: Format; vary: readonly string[] },
): Promise<SearchAnswer<Format>> {
  // The typed reply of a route knows only its declared bodies; the files are finished text.
  const reply = typedReply as FastifyReply;
  const { size, most } = sizes[format];
  const { limit = size, cursor } = query;
  if (limit > most) throw searchLimitTooHigh({ max: String(most) });
  const order = query.sort ?? (format === 'application/atom+xml' ? 'newest' : undefined);
  const search = { ...filtersFrom(query), order, limit, cursor };
  const write = (page: InitiativePage): SearchAnswer<Format> => {
    const link = linkHeader(request, page.next);
    if (link !== undefined) void reply.header('link', link);
    return writers[format]({ context, request, reply, page });
  };
  return sendCached(request, reply, {
    maxAgeSeconds: 30,
    vary: isLocalized(format) ? [...vary, 'Accept-Language'] : vary,
    etag: () => readPublicState(context.database),
    body: async () => write(await searchInitiatives(context.database, search)),
    tagged: async () => {
      const found = await searchTagged(context.database, search);
      return found && { etag: found.tag, body: write(found.page) };
    },
  });
}

/** JSON and feeds speak to a reader; files hold every language. */
function isLocalized(format: SearchFormat): boolean {
  return format === 'application/json' || format === 'application/atom+xml';
}
