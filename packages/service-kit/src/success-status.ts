import type { FastifyRequest } from 'fastify';

import type { App } from './app-type.ts';

/**
 * Holds handlers to the statuses that their route declares. A route with one success status answers with it without
 * being told; and a value under a status that has no schema would go out unchecked, so it does not go out.
 */
export function registerSuccessStatus(app: App): void {
  app.addHook('preHandler', async (request, reply) => {
    const [status, another] = successStatuses(request);
    if (status !== undefined && another === undefined) void reply.code(status);
  });
  app.addHook('preSerialization', async (request, reply, payload) => {
    const responses = responsesOf(request);
    if (responses !== undefined && !(String(reply.statusCode) in responses)) {
      throw new TypeError(`${request.routeOptions.url} answers ${reply.statusCode}, which it does not declare.`);
    }
    return payload;
  });
}

function successStatuses(request: FastifyRequest): number[] {
  return Object.keys(responsesOf(request) ?? {})
    .map(Number)
    .filter((status) => status >= 200 && status < 300);
}

function responsesOf(request: FastifyRequest): object | undefined {
  return request.is404 ? undefined : (request.routeOptions.schema?.response as object | undefined);
}
