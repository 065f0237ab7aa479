import { randomUUID } from 'node:crypto';

import { type OperationContext, runInContext } from '@ateneu/kernel';

import { anonymous } from './access.ts';
import type { App } from './app-type.ts';
import { LazyLog } from './lazy-log.ts';
import { formatTraceparent, spanContextFor } from './trace-context.ts';

const CORRELATION_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

/** The correlation id a caller sent, where it is one that may safely be logged, stored and sent on. */
export function acceptCorrelationId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && CORRELATION_ID.test(header) ? header : undefined;
}

/** Gives every request its identifiers, and runs its handler inside the kernel's context. */
export function registerRequestContext(app: App): void {
  app.decorateRequest('actor');
  app.decorateRequest('operation');
  app.setChildLoggerFactory((logger, bindings, options) => new LazyLog(logger, bindings, options));

  app.addHook('onRequest', (request, reply, done) => {
    const span = spanContextFor(singleHeader(request.headers['traceparent']));
    const operation: OperationContext = {
      correlationId: acceptCorrelationId(request.headers['x-correlation-id']) ?? request.id,
      traceparent: formatTraceparent(span),
      actor: anonymous,
    };
    request.actor = anonymous;
    request.operation = operation;
    if (request.log instanceof LazyLog) {
      request.log.nameOperation({ correlationId: operation.correlationId, traceId: span.traceId });
    }
    reply.header('x-request-id', request.id).header('x-correlation-id', operation.correlationId);
    // Fastify keeps this context through the reading of the body, which happens in the socket's own.
    runInContext(operation, done);
  });
}

/** A new identifier for a request. Nothing is sorted by it, so that it need not tell the time: Node has these in store. */
export function requestId(): string {
  return randomUUID();
}

function singleHeader(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
