import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** How long pages are. */
export interface PageQueryOptions {
  defaultSize?: number;
  maxSize?: number;
}

/** The query of a list: `limit` and an opaque `cursor`. Extend it with the list's own filters. */
export function pageQuery({ defaultSize = 20, maxSize = 100 }: PageQueryOptions = {}) {
  return z.object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(maxSize)
      .default(defaultSize)
      .describe(`How many items a page has, ${maxSize} at most.`),
    cursor: z
      .string()
      .min(1)
      .max(1_000)
      .optional()
      .describe('Where the page starts: the `next` of the page before. Absent for the first page.'),
  });
}

/** The answer of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('The `cursor` of the next page; null on the last one.'),
  });
}

/**
 * The value of the `Link` header for the next page (RFC 8288), relative to the address asked for so that it holds behind
 * any prefix; `undefined` on the last page.
 */
export function linkHeader(request: Pick<FastifyRequest, 'url'>, nextCursor: string | null): string | undefined {
  if (nextCursor === null) return undefined;
  const query = new URLSearchParams(request.url.split('?', 2)[1] ?? '');
  query.set('cursor', nextCursor);
  return `<?${query.toString()}>; rel="next"`;
}

/** Sets `Link` on a page's answer, and returns the page. */
export function withLink<Page extends { next: string | null }>(
  request: Pick<FastifyRequest, 'url'>,
  reply: Pick<FastifyReply, 'header'>,
  page: Page,
): Page {
  const link = linkHeader(request, page.next);
  if (link !== undefined) reply.header('link', link);
  return page;
}
