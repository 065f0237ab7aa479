import type { DomainError } from '@ateneu/kernel';
import httpProxy from '@fastify/http-proxy';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { pageHeaders } from '../pages/page.ts';
import { createInstances, type Instances } from './instances.ts';
import { landingPage, type Landing } from './landing-page.ts';
import { notFound, preferredLanguage, problemOf, upstreamBroken, upstreamDown, upstreamSlow } from './problems.ts';
import type { Route } from './routes.ts';

/** What the origin is made from. */
export interface ProxyOptions {
  readonly routes: readonly Route[];
  /** Where a part answers: `http://127.0.0.1:4001`; several where it has instances at addresses of their own. */
  readonly upstreamsOf: (route: Route) => readonly string[];
  /** What the page at `/platform` tells. */
  readonly landing: Omit<Landing, 'routes'>;
  /** Reads a document of the event catalogue; `undefined` when it is not there. */
  readonly readDocument: (name: 'EVENTS.md' | 'asyncapi.yaml') => Promise<string | undefined>;
  /** How long a part may take to begin its answer. */
  readonly timeoutMs?: number;
  /** How often the instances of services are asked whether they are ready. */
  readonly lookEveryMs?: number;
}

/** What a service shows its operators and nobody else. */
const internal = new Set(['health', 'metrics']);

/**
 * The one local origin: every part of the platform below its prefix, the site everywhere else, and a page at `/platform`
 * that says where everything is.
 * Bodies stream both ways; a part that is down becomes a problem document that says so.
 */
export function createProxyApp({
  routes,
  upstreamsOf,
  landing,
  readDocument,
  timeoutMs = 65_000,
  lookEveryMs = 500,
}: ProxyOptions): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: Number.MAX_SAFE_INTEGER });

  app.get('/platform', (_request, reply) => reply.headers(pageHeaders).send(landingPage({ ...landing, routes })));
  app.get('/health/live', () => ({ status: 'ok' }));
  for (const [path, name, type] of [
    ['/events', 'EVENTS.md', 'text/plain; charset=utf-8'],
    ['/events/asyncapi.yaml', 'asyncapi.yaml', 'application/yaml; charset=utf-8'],
  ] as const) {
    app.get(path, async (request, reply) => {
      const text = await readDocument(name);
      return text === undefined ? refuse(request, reply, notFound(), 404) : reply.type(type).send(text);
    });
  }

  for (const route of routes) {
    // Only services say whether they are ready; of what else there is, there is one.
    const instances = createInstances(upstreamsOf(route), { path: '/health/ready', everyMs: lookEveryMs });
    const sentTo = new WeakMap<object, string>();
    if (route.service) {
      app.addHook('onReady', () => instances.watch());
      app.addHook('onClose', async () => instances.stop());
    }
    void app.register(httpProxy, {
      upstream: '',
      prefix: route.prefix,
      rewritePrefix: route.strip ? '' : route.prefix,
      internalRewriteLocationHeader: false,
      disableRequestLogging: true,
      // Long polls and downloads may be silent for a while; retrying is the caller's decision.
      undici: { headersTimeout: timeoutMs, bodyTimeout: 0, connect: { timeout: 5_000 }, pipelining: 1 },
      preHandler: (request, reply, done) => {
        if (isInternal(request.url, route)) void refuse(request, reply, notFound(), 404);
        else done();
      },
      replyOptions: {
        // This server has told the sender to go on; what sends requests further does not know how to ask.
        rewriteRequestHeaders: (request, { expect: _expect, ...headers }) => ({
          ...headers,
          ...forwardedHeaders(request, route),
        }),
        rewriteHeaders: (headers, request) => {
          const origin = request === undefined ? undefined : sentTo.get(request.raw);
          if (route.service && origin !== undefined && headers.connection === 'close') instances.leaving(origin);
          return { ...headers, ...publicLocation(headers.location, route) };
        },
        getUpstream: (request) => {
          const origin = instances.next();
          sentTo.set(request.raw, origin);
          return origin;
        },
        retryDelay: (attempt) => elsewhere(instances, attempt),
        onError: (reply, { error }) => {
          const { request } = reply;
          if (reply.sent || reply.raw.destroyed) return;
          const [refusal, status] = refusalOf(error, route.name);
          if (status === 503) reply.header('retry-after', '2');
          void refuse(request as FastifyRequest, reply as FastifyReply, refusal, status);
        },
      },
    });
  }

  app.setNotFoundHandler((request, reply) => refuse(request, reply, notFound(), 404));
  return app;
}

/** A request that is on its way to an instance, as the proxy's library hands it out when it failed or was answered. */
interface Attempted {
  readonly err: Error | undefined;
  readonly req: unknown;
  readonly attempt: number;
}

/**
 * Sends a request that met nobody to another instance, at once, where doing it twice does no harm. Everything else is the
 * caller's decision.
 */
function elsewhere(instances: Instances, { err, req, attempt }: Attempted): number | null {
  if (err === undefined) return null;
  const request = req as { url: URL; method: string };
  const { origin, pathname, search } = request.url;
  if (!codesOf(err).some((code) => nobodyThere.has(code))) return null;
  instances.missed(origin);
  const other = instances.next();
  if (other === origin || attempt >= 2 || !['GET', 'HEAD'].includes(request.method)) return null;
  request.url = new URL(pathname + search, other);
  return 1;
}

const nobodyThere = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The codes of an error and of what caused it. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (code !== undefined) codes.push(code);
  }
  return codes;
}

/**
 * Whether an address belongs to a service's operators. It is looked at as the service itself will read it: with its
 * escapes undone. An address whose escapes are broken is nobody's.
 */
export function isInternal(url: string, route: Pick<Route, 'prefix' | 'service'>): boolean {
  if (!route.service) return false;
  const path = url.split(/[?#;]/, 1)[0] ?? '';
  try {
    const segments = decodeURIComponent(path.slice(route.prefix.length)).split(/[/\\]/);
    return internal.has(segments.find((segment) => segment !== '')?.toLowerCase() ?? '');
  } catch {
    return true;
  }
}

/** The origin is the first server a request meets, so nothing that it says of its own way here is passed on. */
function forwardedHeaders(
  request: { ip: string; headers: FastifyRequest['headers'] },
  route: Route,
): Record<string, string> {
  return {
    'x-forwarded-for': request.ip,
    'x-forwarded-host': request.headers.host ?? '',
    'x-forwarded-proto': 'http',
    'x-forwarded-prefix': route.strip ? route.prefix : '',
  };
}

/** A service names its own paths; outside they are below its prefix. */
function publicLocation(location: string | string[] | undefined, { strip, prefix }: Route): { location?: string } {
  if (!strip || typeof location !== 'string' || !/^\/(?!\/)/.test(location)) return {};
  return location.startsWith(`${prefix}/`) ? {} : { location: prefix + location };
}

function refusalOf(error: unknown, name: string): [DomainError, number] {
  const codes = codesOf(error);
  const has = (...wanted: readonly string[]): boolean => wanted.some((code) => codes.includes(code));
  if (has('ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT')) {
    return [upstreamDown({ name }, { cause: error }), 503];
  }
  if (has('UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'FST_REPLY_FROM_TIMEOUT')) {
    return [upstreamSlow({ name }, { cause: error }), 504];
  }
  return [upstreamBroken({ name }, { cause: error }), 502];
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: DomainError, status: number): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language']);
  return reply
    .code(status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
    })
    .send(JSON.stringify(problemOf(error, status, language)));
}
