import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { App } from './app-type.ts';
import { kitErrors } from './errors.ts';
import { preferredLanguage, prefersHtml } from './language.ts';
import type { PageShell } from './page-shell.ts';
import { problemMediaType, toProblem } from './problem.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { requestId } from './request-context.ts';
import { sendPage } from './self-service-page.ts';
import { addVary } from './vary.ts';

/** Makes every failure of a request, wherever it happens, the one problem shape. */
export function registerErrorHandling(app: App, pages?: PageShell): void {
  app.decorate('pageShell', pages);
  app.setErrorHandler((error, request, reply) => replyWithError(error, request, reply));
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    replyWithError(kitErrors.routeNotFound(), request, reply),
  );
}

/** Answers a request with what its error is to the caller, and logs what it is to us. */
export function replyWithError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  logRefusal(error, refusal, request);
  const { pageShell } = request.server;
  const reader = pageShell !== undefined && prefersHtml(request) ? pageShell : undefined;
  const language = reader?.language(request) ?? preferredLanguage(request);
  reply.code(refusal.status).headers(refusal.headers).header('content-language', language);
  reply.header('cache-control', 'no-store').removeHeader('etag');
  addVary(reply, 'Accept-Language');
  const problem = toProblem(refusal, language, request.id);
  if (reader !== undefined) return reader.sendError(problem, request, reply);
  if (isPersonFollowingLink(request)) {
    return sendPage(reply, { language, title: problem.title, paragraphs: [problem.detail] });
  }
  // As finished text: the schemas of the route's own answers say nothing of this one.
  return reply
    .type(problemMediaType)
    .serializer((text: string) => text)
    .send(JSON.stringify(problem));
}

/** Whoever opens a link of an e-mail in a browser reads a page, not JSON. */
function isPersonFollowingLink(request: FastifyRequest): boolean {
  const config = request.routeOptions?.config as { access?: { kind: string } } | undefined;
  return config?.access?.kind === 'link' && prefersHtml(request);
}

function logRefusal(error: unknown, refusal: Refusal, request: FastifyRequest): void {
  if (refusal.status >= 500) request.log.error({ err: error, code: refusal.code }, 'The request failed.');
  else request.log.debug({ code: refusal.code }, 'The request was refused.');
}

/** Answers what is not even a request (a broken header, one that never ends), straight on the socket. */
export function replyToClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const refusal = refusalOf(Object.assign(error, { statusCode: 400 }));
  const body = JSON.stringify(toProblem(refusal, 'ca', requestId()));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    `Content-Type: ${problemMediaType}`,
    'Content-Language: ca',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
