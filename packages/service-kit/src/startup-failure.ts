import { causesOf } from '@ateneu/persistence';

import type { BaseConfig } from './config.ts';

/** A failure to start that already says what to do about it. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** The configuration's addresses, where it got as far as being read. */
type Addresses = Partial<Pick<BaseConfig, 'HOST' | 'PORT' | 'DATABASE_URL' | 'NATS_URL'>>;

/** Errors whose message is written for whoever runs the service. */
const selfExplaining = new Set([
  'ConfigError',
  'RouteRuleError',
  'StartupError',
  'SchemaBehindError',
  'SchemaNewerError',
]);

/** The one message that a service prints when it cannot start: what is wrong, and what to do. */
export function explainStartupFailure(error: unknown, service: string, config: Addresses): string {
  return `${service} cannot start. ${explain(causesOf(error), config) ?? unexplained(error)}`;
}

function explain(causes: readonly Error[], config: Addresses): string | undefined {
  const own = causes.find((cause) => selfExplaining.has(cause.name));
  if (own !== undefined) return own.message;
  for (const cause of causes) {
    const explanation =
      explainListening(cause, config) ?? explainDatabase(cause, config) ?? explainBroker(cause, config);
    if (explanation !== undefined) return explanation;
  }
  const unreachable = causes.find((cause) => /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/.test(codeOf(cause)));
  return unreachable === undefined ? undefined : explainUnreachable(unreachable, config);
}

function explainListening(error: Error, config: Addresses): string | undefined {
  const where = `Port ${config.PORT ?? '?'} on ${config.HOST ?? '?'}`;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `${where} is already taken. Stop what uses it, or set PORT to another one.`;
    case 'EACCES':
      return `${where} may not be used by this account. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${config.HOST ?? '?'}. Set HOST to 127.0.0.1 or 0.0.0.0.`;
    default:
      return undefined;
  }
}

function explainDatabase(error: Error, config: Addresses): string | undefined {
  const database = locationOf(config.DATABASE_URL);
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return `The database at ${database} refuses the user or the password in DATABASE_URL.`;
    case '3D000':
      return `There is no such database at ${database}. Create it, or correct DATABASE_URL.`;
    case '53300':
      return `The database at ${database} has no connection left. Lower DATABASE_POOL or raise its max_connections.`;
    case '57P03':
      return `The database at ${database} is starting up or shutting down. Try again in a moment.`;
    default:
      return /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
        ? `The database at ${database} does not answer. Start it, or correct DATABASE_URL.`
        : undefined;
  }
}

/** Names of the broker client's own errors; compared by name so that this package does not depend on the client. */
const brokerRefusals = new Set(['AuthorizationError', 'UserAuthenticationExpiredError', 'PermissionViolationError']);
const brokerOutages = new Set(['ConnectionError', 'ClosedConnectionError', 'NoServersError']);

function explainBroker(error: Error, config: Addresses): string | undefined {
  const broker = config.NATS_URL?.map((url) => locationOf(url)).join(', ') ?? '?';
  if (brokerRefusals.has(error.name)) return `The broker at ${broker} refuses the credentials in NATS_CREDS.`;
  if (!brokerOutages.has(error.name)) return undefined;
  return `The broker at ${broker} does not answer. Start it, or correct NATS_URL.`;
}

function explainUnreachable(error: Error, config: Addresses): string {
  const { address, hostname, port } = error as { address?: string; hostname?: string; port?: number };
  const failed = (url: string) => {
    if (!URL.canParse(url)) return false;
    const parsed = new URL(url);
    return hostname === undefined ? parsed.port === String(port) : parsed.hostname === hostname;
  };
  if (config.NATS_URL?.some(failed) === true) {
    return `The broker at ${config.NATS_URL.map((url) => locationOf(url)).join(', ')} does not answer. Start it, or correct NATS_URL.`;
  }
  if (config.DATABASE_URL !== undefined && (port === undefined || failed(config.DATABASE_URL) || port === 5432)) {
    return `The database at ${locationOf(config.DATABASE_URL)} does not answer. Start it, or correct DATABASE_URL.`;
  }
  return `${hostname ?? address ?? 'A part it needs'}${port === undefined ? '' : `:${port}`} does not answer (${codeOf(error)}).`;
}

/** An address without its user and password. */
function locationOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '?';
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`;
}

function codeOf(error: Error): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

function unexplained(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
