/** The least that can answer at all: a Fastify route that sends a ready buffer. */
import Fastify from 'fastify';

const body = Buffer.from(
  JSON.stringify({ items: Array.from({ length: 20 }, (_, index) => ({ index, name: 'Iniciativa' })) }),
);
const app = Fastify();
app.get('/', (_request, reply) => reply.type('application/json').send(body));
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
