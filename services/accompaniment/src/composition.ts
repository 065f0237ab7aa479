import { type Clock, systemClock } from '@ateneu/kernel';
import { connectBroker, type Consumer, type Relay, startConsumer, startRelay } from '@ateneu/messaging';
import { openDatabase } from '@ateneu/persistence';
import { type ComposeContext, type Composition, createMessagingMetrics } from '@ateneu/service-kit';

import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { createAccompanimentStore } from './features/accompaniment/index.ts';
import {
  authenticatePartner,
  createClaimsSync,
  createCredentialsDesk,
  createPartnerAccounts,
  createPartnerStore,
} from './features/partner/index.ts';
import { createReferralStore } from './features/referral/index.ts';
import { subscriptions } from './messaging.ts';
import { entities, migrations } from './persistence/index.ts';
import { createSealer } from './sealing.ts';

const name = 'accompaniment';

/** Opens the service's database. */
export async function openServiceDatabase(config: Config, { logger }: Pick<ComposeContext, 'logger'>) {
  return openDatabase({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    applicationName: name,
    entities,
    migrations,
    logger,
  });
}

/** Makes every part of the service and connects them; nothing runs before `start`. */
export async function compose(
  config: Config,
  { logger, metrics, clock = systemClock }: ComposeContext & { clock?: Clock },
): Promise<Composition> {
  const database = await openServiceDatabase(config, { logger });
  const servers = config.NATS_URL;
  const broker = await connectBroker({ servers, credentials: config.NATS_CREDS, name, logger }).catch(
    async (cause: unknown) => {
      await database.close();
      throw cause;
    },
  );

  const sealer = createSealer(config.CREDENTIALS_KEY);
  const accounts = createPartnerAccounts({
    issuer: {
      operatorSigningSeed: config.NATS_OPERATOR_SIGNING_SEED,
      coreAccountPublicKey: config.NATS_CORE_ACCOUNT,
    },
    broker,
    servers,
    systemCredentials: config.NATS_SYSTEM_CREDS,
  });
  const partners = createPartnerStore(database);
  const claims = createClaimsSync({ database, accounts, sealer, logger });
  const desk = createCredentialsDesk({ database, store: partners, accounts, claims, sealer, clock });
  const referrals = createReferralStore(database);
  const accompaniments = createAccompanimentStore(database, referrals);

  let relay: Relay | undefined;
  let consumer: Consumer | undefined;
  const app = await buildApp({
    config,
    logger,
    metrics,
    database,
    clock,
    authenticatePartner: (apiKey) => authenticatePartner(database, apiKey),
    readiness: async () => ({
      database: await database.ping().then(
        () => true,
        () => false,
      ),
      broker: broker.isConnected(),
    }),
    partners: { store: partners, desk, claims, servers: config.NATS_PUBLIC_URL ?? servers },
    referrals,
    accompaniments,
  });

  return {
    app,
    database,
    start: async () => {
      const observer = metrics === undefined ? {} : { observer: createMessagingMetrics(metrics) };
      const shared = { service: name, database, broker, logger, ...observer };
      relay = startRelay(shared);
      consumer = startConsumer({ ...shared, subscriptions: subscriptions() });
      claims.start();
    },
    stop: async () => {
      await consumer?.stop();
      await claims.stop();
      await relay?.stop();
      await broker.close();
      await database.close();
    },
  };
}
