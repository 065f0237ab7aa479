import type { App } from './app-type.ts';

/** Answers to machines that ask all the time, worth a line only when somebody looks for them. */
const noisy = new Set(['/health/live', '/health/ready', '/metrics']);

/**
 * One line for each request, once it is answered. It names the route and never the address: addresses hold the secrets
 * of e-mail links, and what people searched for.
 */
export function registerRequestLog(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? undefined : request.routeOptions.url;
    const level = route !== undefined && noisy.has(route) && reply.statusCode < 400 ? 'trace' : 'info';
    request.log[level](
      {
        method: request.method,
        route,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        actor: `${request.actor.kind}:${request.actor.id}`,
      },
      'Request answered.',
    );
  });
}
