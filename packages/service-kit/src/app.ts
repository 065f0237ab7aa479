import Fastify, { LogController } from 'fastify';
import { Registry } from 'prom-client';

import type { App } from './app-type.ts';
import { type Authenticators, registerAuthentication } from './authentication.ts';
import type { AppConfig } from './config.ts';
import { type DeadLetterDesk, deadLetterRoutes } from './dead-letter-routes.ts';
import { registerDraining } from './draining.ts';
import { registerErrorHandling, replyToClientError, replyWithError } from './error-handling.ts';
import { registerForms } from './forms.ts';
import { type Readiness, registerHealth } from './health.ts';
import type { Logger } from './logger.ts';
import { registerMetrics } from './metrics.ts';
import { registerOpenApi, serveOpenApi } from './openapi.ts';
import { registerRequestContext, requestId } from './request-context.ts';
import { registerRequestLog } from './request-log.ts';
import type { PageShell } from './page-shell.ts';
import { watchRoutes } from './route-rules.ts';
import { registerSecurity } from './security.ts';
import { createStaffAuthenticator } from './staff-authenticator.ts';
import { registerSuccessStatus } from './success-status.ts';
import { registerTracing } from './tracing.ts';
import { serializerCompiler, validatorCompiler } from './validation.ts';

/** What a service is called and what it is for; the head of its OpenAPI document. */
export interface ServiceInfo {
  /** Short name: `training`. */
  name: string;
  title: string;
  /** One paragraph or more, Markdown. */
  description: string;
  version: string;
  /** The path the proxy takes off; `/<name>` when absent. */
  prefix?: string;
  /** What each tag of the routes gathers, by tag. */
  tags?: Readonly<Record<string, string>>;
}

/** What an app is made of. */
export interface AppOptions {
  service: ServiceInfo;
  config: AppConfig;
  logger: Logger;
  auth?: Authenticators;
  readiness: Readiness;
  /** Declares every route of the service, by calling the features. */
  routes: (app: App) => void | Promise<void>;
  /** Where measures go; a registry of its own when absent. */
  metrics?: Registry | undefined;
  /** Gives admins the routes for the messages that the service could not handle. */
  deadLetters?: DeadLetterDesk | undefined;
  /**
   * Makes the app one of pages: a person with a browser reads failures as pages too, and every route reads forms. A form
   * of somebody who is signed in must carry a token against forgery; see the access `session`.
   */
  pages?: PageShell;
  /** Largest body, in bytes; a route may set its own `bodyLimit`. */
  bodyLimit?: number;
}

/**
 * Builds a service's app, ready for `inject` or `listen`; it never listens itself.
 *
 * @throws RouteRuleError where a route does not say who may call it, or is not documented
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { service, config, logger } = options;
  const app: App = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestId,
    trustProxy: config.TRUST_PROXY,
    bodyLimit: options.bodyLimit ?? 262_144,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    handlerTimeout: 30_000,
    keepAliveTimeout: 72_000,
    // Requests on open connections are still answered; see `registerDraining`.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      void replyWithError(error, request, reply);
    },
    clientErrorHandler: replyToClientError,
  }) as unknown as App;
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);

  const auth = { ...options.auth, staff: options.auth?.staff ?? createStaffAuthenticator(issuerOf(config)) };
  await registerTracing(app);
  const rules = watchRoutes(app);
  registerRequestContext(app);
  registerRequestLog(app);
  registerDraining(app);
  await rules.exempting(async () => {
    await registerSecurity(app, config);
    registerErrorHandling(app, options.pages);
    registerForms(app, options.pages !== undefined);
    registerSuccessStatus(app);
    registerAuthentication(app, auth);
    await registerOpenApi(app, service, config);
    registerMetrics(app, options.metrics ?? new Registry());
    registerHealth(app, options.readiness);
    // Pages are no API: there is nothing to document.
    if (options.pages === undefined) await serveOpenApi(app);
  });
  await options.routes(app);
  if (options.deadLetters !== undefined) deadLetterRoutes(app, options.deadLetters);
  await app.after();
  rules.check(auth);
  await app.ready();
  // The OpenAPI document is made when somebody first asks for it: it would be a tenth of the start, and of the memory.
  return app;
}

function issuerOf(config: AppConfig) {
  return { issuer: config.OIDC_ISSUER, audience: config.OIDC_AUDIENCE, jwksUrl: config.OIDC_JWKS_URL };
}
