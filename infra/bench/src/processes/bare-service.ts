/**
 * The least that starts with the libraries of a service: Fastify with its plugins, an ORM that knows one entity, a broker
 * connection, metrics, a documented route that answers from the database.
 */
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { defineEntity, p } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { jetstream } from '@nats-io/jetstream';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { createRemoteJWKSet } from 'jose';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { z } from 'zod';

const env = process.env;
const ThingEntity = defineEntity({ name: 'Thing', tableName: 'initiative', properties: { id: p.uuid().primary() } });
const orm = new MikroORM({
  clientUrl: env['DATABASE_URL'] ?? '',
  entities: [ThingEntity],
  ensureDatabase: false,
  extensions: [Migrator],
});
const broker = await connect({
  servers: env['NATS_URL'] ?? '',
  authenticator: credsAuthenticator(new TextEncoder().encode(env['NATS_CREDS'])),
  inboxPrefix: '_INBOX_directory',
});
jetstream(broker);
createRemoteJWKSet(new URL('http://127.0.0.1:1/jwks'));
const boss = new PgBoss({ connectionString: env['DATABASE_URL'] ?? '', max: 2 });
boss.on('error', () => {});
const registry = new Registry();
collectDefaultMetrics({ register: registry });
const app = Fastify({ loggerInstance: pino() }).withTypeProvider<ZodTypeProvider>();
app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
await app.register(helmet);
await app.register(rateLimit, { max: 1_000_000 });
await app.register(swagger, { openapi: { info: { title: 'Bare', version: '1' } } });
app.get(
  '/v1/things',
  { schema: { response: { 200: z.object({ items: z.array(z.object({ id: z.string() })) }) } } },
  async () => ({
    items: await orm.em.fork().find(ThingEntity, {}, { limit: 1 }),
  }),
);
await app.listen({ port: Number(env['PORT']), host: '127.0.0.1' });
