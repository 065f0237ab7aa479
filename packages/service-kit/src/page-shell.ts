import type { Language } from '@ateneu/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Problem } from './problem.ts';

/** How an app of pages speaks to a person with a browser. */
export interface PageShell {
  /** The language of the page that was asked for. */
  language(request: FastifyRequest): Language;
  /** Sends a failure as a page; its status and headers are set already. */
  sendError(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Absent in an app of data alone. */
    pageShell?: PageShell | undefined;
  }
}
