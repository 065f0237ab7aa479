import type { App } from './app-type.ts';
import { namesOperation } from './logger.ts';
import { traceIdOf } from './trace-context.ts';

/** Answers to machines that ask all the time, worth a line only when somebody looks for them. */
const noisy = new Set(['/health/live', '/health/ready', '/metrics']);

/**
 * One line for each request, once it is answered. It names the route and never the address: addresses hold the secrets
 * of e-mail links, and what people searched for.
 */
export function registerRequestLog(app: App): void {
  // Nothing in the line is private, so nothing in it has to be looked for; and it names its operation by itself.
  const log = Object.assign(app.log.child({}, { redact: [] }), { [namesOperation]: true });
  app.addHook('onResponse', (request, reply, done) => {
    const { actor, operation } = request;
    const route = request.is404 ? undefined : request.routeOptions.url;
    const level = route !== undefined && noisy.has(route) && reply.statusCode < 400 ? 'trace' : 'info';
    log[level](
      {
        requestId: request.id,
        correlationId: operation.correlationId,
        traceId: traceIdOf(operation.traceparent),
        method: request.method,
        route,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        actor: `${actor.kind}:${actor.id}`,
      },
      'Request answered.',
    );
    done();
  });
}
