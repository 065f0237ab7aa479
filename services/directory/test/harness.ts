import { createTestBroker, createTestDatabase, createTestIssuer } from '@ateneu/testing';
import type { TestBroker, TestDatabase, TestIssuer } from '@ateneu/testing';
import { createManualClock, type ManualClock } from '@ateneu/kernel';
import { createLogger, type App } from '@ateneu/service-kit';
import type { Scheduler } from '@ateneu/service-kit/scheduler';

import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { entities, migrations } from '../src/persistence/index.ts';

/** The directory, composed as in production, on a database and a broker account of its own. */
export interface Harness {
  app: App;
  database: TestDatabase;
  broker: TestBroker;
  issuer: TestIssuer;
  clock: ManualClock;
  /** The environment that it was composed from. */
  env: Record<string, string>;
  /**
   * The clockwork, which stands still until a suite starts it: what it does by the clock of a test, at a moment that no
   * test knows of, comes between two of its steps.
   */
  scheduler: Scheduler;
  /** Headers of a staff request. */
  staff(roles?: readonly string[]): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts everything but the listening socket. */
export async function startDirectory(environment: Record<string, string> = {}): Promise<Harness> {
  const [database, broker, issuer] = await Promise.all([
    createTestDatabase({ entities, migrations }),
    createTestBroker(),
    createTestIssuer(),
  ]);
  const env = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    NATS_URL: broker.url,
    NATS_CREDS: await broker.credentials('directory'),
    OIDC_ISSUER: issuer.issuer,
    OIDC_JWKS_URL: issuer.jwksUrl,
    PUBLIC_URL: 'http://localhost:4000',
    RATE_LIMIT_PER_MINUTE: '100000',
    ...environment,
  };
  const config = readConfig(env);
  const clock = createManualClock(new Date());
  const composition = await compose(config, {
    logger: createLogger({ service: 'directory', level: 'silent' }),
    clock,
    jobsBySchedule: false,
  });
  await composition.start();
  return {
    app: composition.app,
    clock,
    env,
    scheduler: composition.scheduler,
    database,
    broker,
    issuer,
    staff: async (roles = ['technician']) => ({ authorization: `Bearer ${await issuer.token({ roles })}` }),
    close: async () => {
      await composition.app.close();
      await composition.stop();
      await Promise.all([broker.close(), issuer.close()]);
      await database.drop();
    },
  };
}
