import { createHash } from 'node:crypto';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { kitErrors } from './errors.ts';
import { addVary } from './vary.ts';

/** The `ETag` of a version: `"7"`. */
export function etag(version: number): string {
  return `"${version}"`;
}

const VERSION_TAG = /^(?:W\/)?"(\d{1,15})"$/;

/**
 * The version the caller has read, from `If-Match`. A weak tag counts as the strong one: proxies that compress weaken
 * tags on their way. The route must declare `config.ifMatch`, so that the documentation says so.
 *
 * @throws RequestError `kit.if-match.required` (428) without the header, `kit.if-match.mismatch` (412) where it is not
 *   one tag of this service
 */
export function requireIfMatch(request: FastifyRequest): number {
  if (request.routeOptions.config.ifMatch !== true) {
    throw new TypeError(`Declare \`ifMatch: true\` in the config of ${request.routeOptions.url}.`);
  }
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '') throw kitErrors.ifMatchRequired();
  const version = VERSION_TAG.exec(header.trim())?.[1];
  if (version === undefined) throw kitErrors.ifMatchMismatch();
  return Number(version);
}

/** How a public read is cached and what it answers. */
export interface CachedRead<Body> {
  /** How long a browser or proxy may show it without asking, in seconds. */
  maxAgeSeconds: number;
  /** How long after that a stale copy may be shown while a fresh one is fetched, in seconds. */
  staleWhileRevalidateSeconds?: number;
  /**
   * A tag that changes whenever the answer would, or a cheap way to find it: the version of the thing, a last change.
   * With it a repeated read is answered 304 before `body` runs; without it the answer itself is hashed.
   */
  etag?: string | (() => Promise<string>) | undefined;
  /** Request headers that the answer depends on, such as `Accept-Language`. */
  vary?: readonly string[];
  /** Makes the answer; runs only when it is needed. */
  body: () => Body | Promise<Body>;
  /**
   * Makes the answer with its tag in one reading of the same moment, for callers who have nothing that could be current.
   * Where it finds that this cannot be done, both are asked for as for everybody else.
   */
  tagged?: () => Promise<{ etag: string; body: Body } | undefined>;
}

/**
 * Answers a public read with `ETag` and `Cache-Control`, and 304 without a body where the caller has it already.
 *
 * Return what it returns: `return sendCached(request, reply, { maxAgeSeconds: 60, body: () => find(id) })`. The promise
 * has the type of the body, so that the route's response schema checks it.
 */
export async function sendCached<Body>(request: FastifyRequest, reply: object, read: CachedRead<Body>): Promise<Body> {
  // The typed reply of a route knows only its declared statuses; 304 has no body and no schema.
  const answer = reply as FastifyReply;
  answer.header('cache-control', cacheControl(read));
  addVary(answer, ...(read.vary ?? []));
  if (read.tagged !== undefined && request.headers['if-none-match'] === undefined) {
    const found = await read.tagged();
    if (found !== undefined) {
      answer.header('etag', tagOfVariant(found.etag, request, read.vary ?? []));
      return found.body;
    }
  }
  const given = typeof read.etag === 'function' ? await read.etag() : read.etag;
  if (given !== undefined) {
    const tag = tagOfVariant(given, request, read.vary ?? []);
    answer.header('etag', tag);
    return isCurrent(request, tag) ? notModified(answer) : read.body();
  }
  const body = await read.body();
  const tag = `W/"${hash(JSON.stringify(body))}"`;
  answer.header('etag', tag);
  return isCurrent(request, tag) ? notModified(answer) : body;
}

function notModified(answer: FastifyReply): never {
  return answer.code(304).send() as never;
}

/** Hashes of variants, which are few: languages, formats. Callers write the headers, so there is a bound to them. */
const variants = new Map<string, string>();
const mostVariants = 1_000;

/** Two variants of one address (two languages) are two representations, and may not share a tag. */
function tagOfVariant(tag: string, request: FastifyRequest, vary: readonly string[]): string {
  if (vary.length === 0) return tag;
  const variant = vary.map((name) => String(request.headers[name.toLowerCase()] ?? '')).join('\n');
  let hashed = variants.get(variant);
  if (hashed === undefined) {
    if (variants.size >= mostVariants) variants.clear();
    hashed = hash(variant).slice(0, 8);
    variants.set(variant, hashed);
  }
  return tag.replace(/"$/, `-${hashed}"`);
}

function cacheControl(read: CachedRead<unknown>): string {
  const stale = read.staleWhileRevalidateSeconds ?? 0;
  return `public, max-age=${read.maxAgeSeconds}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}

/** Weak comparison, as RFC 9110 asks for `If-None-Match`. */
function isCurrent(request: FastifyRequest, tag: string): boolean {
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  const opaque = (text: string) => text.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((candidate) => opaque(candidate) === opaque(tag));
}
