import type { FastifyRequest } from 'fastify';

import type { App } from './app-type.ts';

/**
 * Holds handlers to the statuses that their route declares. A route with one success status answers with it without
 * being told; and a value under a status that has no schema would go out unchecked, so it does not go out.
 */
export function registerSuccessStatus(app: App): void {
  app.addHook('preHandler', (request, reply, done) => {
    const status = declaredBy(request)?.onlySuccess;
    if (status !== undefined) void reply.code(status);
    done();
  });
  app.addHook('preSerialization', (request, reply, payload, done) => {
    const declared = declaredBy(request);
    if (declared !== undefined && !declared.statuses.has(reply.statusCode)) {
      done(new TypeError(`${request.routeOptions.url} answers ${reply.statusCode}, which it does not declare.`));
      return;
    }
    done(null, payload);
  });
}

/** What a route declares that it answers. */
interface Declared {
  readonly statuses: ReadonlySet<number>;
  /** Its success status, where there is but one. */
  readonly onlySuccess: number | undefined;
}

const known = new WeakMap<object, Declared>();

function declaredBy(request: FastifyRequest): Declared | undefined {
  const responses = request.is404 ? undefined : (request.routeOptions.schema?.response as object | undefined);
  if (responses === undefined) return undefined;
  const declared = known.get(responses) ?? declaredIn(responses);
  known.set(responses, declared);
  return declared;
}

function declaredIn(responses: object): Declared {
  const statuses = Object.keys(responses).map(Number);
  const [status, another] = statuses.filter((item) => item >= 200 && item < 300);
  return { statuses: new Set(statuses), onlySuccess: another === undefined ? status : undefined };
}
