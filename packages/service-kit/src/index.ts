/**
 * The shell every service shares: configuration, a Fastify app that validates, documents, authenticates, measures and
 * refuses in one way, and the process around it. A service writes its routes and its composition, and nothing twice.
 *
 * @packageDocumentation
 */
export { type Access, hasRole, identify, type Role, roles } from './access.ts';
export { type AppOptions, createApp, type ServiceInfo } from './app.ts';
export type { App } from './app-type.ts';
export { auditTrailRoute } from './audit-trail.ts';
export { type Authenticators } from './authentication.ts';
export { type CachedRead, etag, requireIfMatch, sendCached } from './conditional.ts';
export {
  type AppConfig,
  baseConfig,
  type BaseConfig,
  ConfigError,
  describeConfig,
  type Environment,
  type ProcessConfig,
  readConfig,
  type TracingConfig,
} from './config.ts';
export { kitErrors, RequestError, type RequestErrorDefinition } from './errors.ts';
export { type DeadLetterDesk } from './dead-letter-routes.ts';
export { type Readiness } from './health.ts';
export { idempotency, type IdempotencyClaim } from './idempotency.ts';
export { negotiateLanguage, preferredLanguage, prefersHtml } from './language.ts';
export { createLogger, type Logger, type LoggerOptions } from './logger.ts';
export type { Measure } from './measures.ts';
export { createMessagingMetrics, createMetrics, type MessagingMetrics, Registry } from './metrics.ts';
export { publicBaseUrl } from './openapi.ts';
export { isTemporary } from '@ateneu/persistence';
export { linkHeader, pageOf, pageQuery, type PageQueryOptions, withLink } from './pagination.ts';
export { type PageShell } from './page-shell.ts';
export { connectPlatform, openServiceDatabase, type Platform } from './platform.ts';
export { type Problem, problemMediaType, problemSchema } from './problem.ts';
export { RouteRuleError } from './route-rules.ts';
export { type ComposeContext, type Composition, runService, type ServiceDefinition } from './run-service.ts';
export {
  emailKey,
  emailSchema,
  idSchema,
  isoDateTimeSchema,
  languageSchema,
  localizedAnswerSchema,
  localizedTextSchema,
  personNameSchema,
  safeText,
  type TextLimits,
} from './schemas.ts';
export {
  type PageAction,
  type PageField,
  selfServicePage,
  type SelfServicePage,
  sendPage,
} from './self-service-page.ts';
export { createStaffAuthenticator, type StaffAuthenticator } from './staff-authenticator.ts';
export { StartupError } from './startup-failure.ts';
export { startTracing, type Tracing } from './tracing.ts';
export { ValidationError } from './validation.ts';
export { type FieldProblem, fieldProblems } from './validation-problems.ts';
