import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import helmet from 'helmet';

import type { App } from './app-type.ts';
import type { AppConfig } from './config.ts';
import { kitErrors } from './errors.ts';

/** What another origin's script may read of an answer. */
const exposedHeaders = [
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'Content-Language',
  'X-Request-Id',
  'X-Correlation-Id',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
];

/** Headers that make browsers careful, the origins that may call, and how often one address may. */
export async function registerSecurity(app: App, config: AppConfig): Promise<void> {
  const https = config.PUBLIC_URL.startsWith('https:');
  // Made once: the plugin for Fastify would make it for every request.
  const writeHeaders = helmet({
    // An API answers data: nothing in it may run, load or be framed.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    // What is public is for every website; what is not needs a token that no browser sends by itself.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // For browsers that are gone.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    writeHeaders(request.raw, reply.raw, (error) => done(error instanceof Error ? error : undefined));
  });
  if (config.CORS_ORIGINS.length > 0) {
    await app.register(cors, {
      origin: [...config.CORS_ORIGINS],
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders,
      credentials: false,
      maxAge: 600,
    });
  }
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) {
      const kind = request.is404 ? undefined : request.routeOptions.config.access.kind;
      // What needs an identity or a secret is kept by no cache; what is public is kept only when a route says so.
      reply.header('cache-control', kind === 'public' ? 'no-cache' : 'no-store');
    }
    done();
  });
  await app.register(rateLimit, {
    max: config.RATE_LIMIT_PER_MINUTE,
    timeWindow: 60_000,
    // At most this many addresses are remembered: the store must not grow with the number of callers.
    cache: 20_000,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, context) => {
      const seconds = Math.max(1, Math.ceil(context.ttl / 1_000));
      return kitErrors.rateLimited({ params: { seconds }, headers: { 'retry-after': String(seconds) } });
    },
  });
}
