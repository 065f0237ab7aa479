import { STATUS_CODES } from 'node:http';

import swagger from '@fastify/swagger';
import fastify, { type FastifySchema, type RouteOptions } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

import type { Access } from './access.ts';
import type { ServiceInfo } from './app.ts';
import type { App } from './app-type.ts';
import type { AppConfig } from './config.ts';
import { completeDocument, type OpenApiDocument } from './openapi-document.ts';

type TransformInput = Parameters<typeof jsonSchemaTransform>[0];

/** Documents the app: OpenAPI 3.1 from the routes' own schemas. Has to be registered before any route. */
export async function registerOpenApi(app: App, service: ServiceInfo, config: AppConfig): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: service.title,
        description: service.description,
        version: service.version,
        license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
      } as { title: string; version: string },
      servers: [{ url: publicBaseUrl(service, config), description: 'Through the platform’s origin.' }],
      components: {
        securitySchemes: {
          staff: {
            type: 'openIdConnect',
            openIdConnectUrl: `${config.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
            description: 'A token of the staff’s issuer, for this API’s audience, with a `roles` claim.',
          },
          partner: { type: 'http', scheme: 'bearer', description: 'The API key of a partner entity.' },
        },
      },
    },
    transform: documentRoute,
    transformObject: (input) =>
      completeDocument(jsonSchemaTransformObject(input) as unknown as OpenApiDocument, service.tags ?? {}) as never,
  });
}

/** Where the service is reached from outside: the platform's origin and the prefix that the proxy takes off. */
export function publicBaseUrl(
  service: Pick<ServiceInfo, 'name' | 'prefix'>,
  config: Pick<AppConfig, 'PUBLIC_URL'>,
): string {
  return `${config.PUBLIC_URL}${service.prefix ?? `/${service.name}`}`;
}

function documentRoute(input: TransformInput & { route: RouteOptions }): { schema: FastifySchema; url: string } {
  const { schema, url } = jsonSchemaTransform(input);
  if (input.schema?.hide === true) return { schema: { ...schema, hide: true }, url };
  const config = (input.route.config ?? {}) as { access?: Access; ifMatch?: true; idempotent?: true };
  return {
    url,
    schema: {
      ...schema,
      response: withDescriptions((schema?.response ?? {}) as Record<string, object>),
      security: securityOf(config.access),
      // Read and removed again when the document is whole; see `completeDocument`.
      'x-route': { access: config.access, ifMatch: config.ifMatch, idempotent: config.idempotent },
    } as FastifySchema,
  };
}

function withDescriptions(responses: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...describeResponse(status, response), ...response },
    ]),
  );
}

/** Every answer needs a description; the generator looks for it in one place for a component and another for the rest. */
function describeResponse(status: string, response: { description?: string }): object {
  const description = response.description ?? STATUS_CODES[Number(status)] ?? 'Answer';
  return '$ref' in response ? { description } : { 'x-response-description': description };
}

function securityOf(access: Access | undefined): Record<string, string[]>[] {
  if (access?.kind === 'staff') return [{ staff: [] }];
  return access?.kind === 'partner' ? [{ partner: [] }] : [];
}

const documentationPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Serves `/openapi.json`, and at `/docs` a page to read it and try it. */
export async function serveOpenApi(app: App): Promise<void> {
  const access = { kind: 'public' } as const;
  app.get('/openapi.json', { schema: { hide: true }, config: { access } }, async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=60');
    return app.swagger();
  });
  // The page's own addresses are relative only below a final slash, and only relative ones hold behind a prefix.
  app.get('/docs', { schema: { hide: true }, config: { access } }, async (_request, reply) =>
    reply.redirect('docs/', 308),
  );
  let page: ReturnType<typeof openPage> | undefined;
  app.get('/docs/*', { schema: { hide: true }, config: { access } }, async ({ url, headers }, reply) => {
    page ??= openPage(app);
    const answer = await (await page).inject({ method: 'GET', url, headers });
    // What is not there is told as everywhere else.
    if (answer.statusCode === 404) return reply.callNotFound();
    // How the connection goes on is this app's own business.
    const { connection: _connection, ...said } = answer.headers;
    return reply.code(answer.statusCode).headers(said).send(answer.rawPayload);
  });
}

/** The page is an app of its own, loaded for its first reader: most processes never have one. */
async function openPage(app: App) {
  const { default: swaggerUi } = await import('@fastify/swagger-ui');
  const page = fastify();
  // Its types know of no 3.1 here.
  await page.register(swagger, { mode: 'static', specification: { document: app.swagger() as never } });
  await page.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: documentationPolicy,
    uiConfig: { deepLinking: true, tryItOutEnabled: true },
    theme: { title: 'Ateneu · API' },
  });
  return page;
}
