import type { FastifyReply } from 'fastify';

/** After a browser's form, back to the page itself: reloading it sends nothing again. Relative, for any prefix. */
export function backToPage(reply: FastifyReply, secret: string): never {
  return reply.redirect(`../${secret}`, 303) as never;
}
