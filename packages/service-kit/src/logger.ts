import { currentContext } from '@ateneu/kernel';
import { type DestinationStream, type Logger, pino } from 'pino';

import { errorForLog } from './error-for-log.ts';
import { parseTraceparent } from './trace-context.ts';

export type { Logger } from 'pino';

/** How a service logs. */
export interface LoggerOptions {
  /** The service's name, on every line. */
  service: string;
  /** `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`. */
  level: string;
  /** Where lines go; standard output when absent. */
  destination?: DestinationStream;
}

/** Fields that hold secrets or people, wherever a log call puts them. */
const private_ = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'apiKey',
  'credentials',
  'email',
  'phone',
  'body',
  'personal',
];

/**
 * Makes a service's logger: one JSON line per entry. Secrets and personal fields are replaced by `[private]` two levels
 * deep, requests are named by their route and never by their address, and errors lose what the database quoted. A line
 * written while something is being done says what that follows from: its correlation and trace, and the event.
 */
export function createLogger(options: LoggerOptions): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: operationForLog,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [...private_, ...private_.map((name) => `*.${name}`), ...private_.map((name) => `*.*.${name}`)],
      censor: '[private]',
    },
    serializers: { err: errorForLog, error: errorForLog, req: requestForLog, res: replyForLog },
  };
  // Written at once: what is still on its way when the process ends would come out of order, or not at all.
  return pino(settings, options.destination ?? pino.destination({ dest: 1, sync: true }));
}

/** On the logger of a request, and on those made from it: their lines name the operation already. */
export const namesOperation = Symbol('names its operation');

function operationForLog(_entry: object, _level: number, logger: object): object {
  const operation = currentContext();
  if (operation === undefined || namesOperation in logger) return {};
  const { correlationId, causationId, traceparent } = operation;
  const traceId = parseTraceparent(traceparent)?.traceId;
  return {
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
    ...(traceId === undefined ? {} : { traceId }),
  };
}

function requestForLog(request: unknown): Record<string, unknown> {
  const { method, routeOptions } = request as { method?: string; routeOptions?: { url?: string } };
  return { method, route: routeOptions?.url };
}

function replyForLog(reply: unknown): Record<string, unknown> {
  return { status: (reply as { statusCode?: number }).statusCode };
}
