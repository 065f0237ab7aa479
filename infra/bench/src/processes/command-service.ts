/**
 * A service of one command, on the platform's own packages: it keeps a row and publishes an event in one transaction,
 * behind the same shell as every service.
 */
import { sessionPublished } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { connectBroker, publication, publishAll, startRelay } from '@ateneu/messaging';
import { openDatabase, transact } from '@ateneu/persistence';
import { createApp, createLogger } from '@ateneu/service-kit';
import { z } from 'zod';

import { thingMigrations } from '../figures/rival.ts';

const { DATABASE_URL = '', NATS_URL = '', NATS_CREDS = '', PORT = '0' } = process.env;
const logger = createLogger({ service: 'training', level: 'info' });
const database = await openDatabase({
  url: DATABASE_URL,
  entities: [],
  migrations: thingMigrations,
  applicationName: 'training',
});
const broker = await connectBroker({ servers: NATS_URL, credentials: NATS_CREDS, name: 'training' });
const relay = startRelay({ service: 'training', database, broker, logger });
const app = await createApp({
  service: { name: 'training', title: 'Bench', description: 'One command.', version: '1.0.0' },
  config: {
    PUBLIC_URL: 'http://localhost:4000',
    CORS_ORIGINS: [],
    TRUST_PROXY: false,
    RATE_LIMIT_PER_MINUTE: 1_000_000,
    OIDC_ISSUER: 'http://127.0.0.1:1/issuer',
    OIDC_AUDIENCE: 'ateneu-api',
    OIDC_JWKS_URL: undefined,
  },
  logger,
  readiness: async () => ({ database: true }),
  routes: (routes) => {
    routes.route({
      method: 'POST',
      url: '/things',
      config: { access: { kind: 'public' } },
      schema: {
        operationId: 'createThing',
        tags: ['Bench'],
        summary: 'Create a thing',
        description: 'Keeps a row and publishes an event, in one transaction.',
        body: z.object({ title: z.string().max(200) }),
        response: { 201: z.object({ id: z.uuid(), title: z.string() }) },
      },
      handler: async ({ body: { title } }) => {
        const id = newId();
        await transact(database, async (tx) => {
          tx.atCommit('insert into thing (id, title) values ($1, $2)', [id, title]);
          const data = { ...sessionPublished.example, sessionId: id };
          publishAll(tx, [
            publication(sessionPublished, { aggregateId: id, sequence: 1, data, occurredAt: new Date() }),
          ]);
        });
        return { id, title };
      },
    });
  },
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => {
  void Promise.all([app.close(), relay.stop()]).then(() => process.exit());
});
