import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';

import { pageHeaders } from '../pages/page.ts';
import type { Mailbox } from './mailbox.ts';
import { listPage, messagePage } from './pages.ts';

/** How long one request may wait for a message. */
const maximumWaitMs = 30_000;

const querySchema = z.object({
  to: z.string().max(320).optional(),
  after: z.string().max(64).optional(),
  subject: z.string().max(500).optional(),
  wait: z.coerce.number().int().min(0).max(maximumWaitMs).default(0),
});

/**
 * What an HTML message may do in the page that shows it: look like itself. No script, no request, no access to the
 * page around it; a link opens in a new tab.
 */
const messageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The catcher's HTTP side: an API for tests and scenarios, and pages for people. Every path is below `/mail`. */
export function createMailApp(mailbox: Mailbox): FastifyInstance {
  const app = fastify({ logger: false });

  app.get('/health/live', () => ({ status: 'ok' }));

  app.get('/mail/messages', async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    if (!query.success) {
      return reply.code(400).send({ title: 'Bad query', status: 400, detail: z.prettifyError(query.error) });
    }
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    reply.header('cache-control', 'no-store');
    return { messages: await mailbox.wait(query.data, query.data.wait, gone.signal) };
  });

  app.get<{ Params: { id: string } }>('/mail/messages/:id', (request, reply) => {
    const message = mailbox.get(request.params.id);
    return reply.code(message === undefined ? 404 : 200).send(message ?? notFound);
  });

  app.delete('/mail/messages', async (_request, reply) => {
    await mailbox.clear();
    return reply.code(204).send();
  });

  app.get('/mail', (_request, reply) => reply.redirect('/mail/', 308));
  app.get('/mail/', (_request, reply) => reply.headers(pageHeaders).send(listPage(mailbox.find({}))));

  app.get<{ Params: { id: string } }>('/mail/view/:id', (request, reply) => {
    const message = mailbox.get(request.params.id);
    if (message === undefined) return reply.code(404).send(notFound);
    return reply.headers(pageHeaders).send(messagePage(message));
  });

  app.get<{ Params: { id: string } }>('/mail/view/:id/html', (request, reply) => {
    const message = mailbox.get(request.params.id);
    if (message === undefined || message.html === null) return reply.code(404).send(notFound);
    return reply.headers(messageHeaders).send(`<base target="_blank">${message.html}`);
  });

  return app;
}

const notFound = { title: 'There is no such message', status: 404 };
