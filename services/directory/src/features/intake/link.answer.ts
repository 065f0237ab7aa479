import { DomainError } from '@ateneu/kernel';
import { preferredLanguage, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { refusalPage } from './submission.page.ts';

/** Answers the holder of a link; refusals reach a browser as a page too, not as a problem document. */
export async function answerLink<T>(request: FastifyRequest, typedReply: object, work: () => Promise<T>): Promise<T> {
  const reply = typedReply as FastifyReply;
  void reply.header('cache-control', 'no-store');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || !prefersHtml(request)) throw error;
    const status = { 'not-found': 404, gone: 410 }[error.kind as string] ?? 409;
    return sendPage(reply.code(status), refusalPage(preferredLanguage(request), error)) as never;
  }
}
