import { type Clock, newId, runInContext, systemClock } from '@ateneu/kernel';
import { connectPlatform, type ComposeContext, type Composition, openServiceDatabase } from '@ateneu/service-kit';
import { createScheduler, type Scheduler } from '@ateneu/service-kit/scheduler';
import type { Database } from '@ateneu/persistence';

import { createAddresses } from './addresses.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { createCorrectionStore } from './features/correction/index.ts';
import { createFreshnessStore } from './features/freshness/index.ts';
import { createGoodPracticeStore } from './features/good-practice/index.ts';
import { becomeConfirmed, createSubmissionStore, forgetSubmissions } from './features/intake/index.ts';
import { createExportStore, createImportStore, runExports, runImports } from './features/exchange/index.ts';
import { createInitiativeStore } from './features/initiative/index.ts';
import { measures } from './measures.ts';
import { compactFacetCounts } from './features/search/index.ts';
import { createSubscriptionStore, sendDigests } from './features/subscription/index.ts';
import { subscriptions } from './messaging.ts';
import { entities, migrations } from './persistence/index.ts';

const service = 'directory';

/** The directory's database, for serving and for migrating. */
export function openDirectoryDatabase(config: Config, context: Pick<ComposeContext, 'logger'>): Promise<Database> {
  return openServiceDatabase(config, context, { service, entities, migrations });
}

/** What a test may bring: a clock of its own, and then its own time for what the clockwork does. */
export interface DirectoryContext extends ComposeContext {
  clock?: Clock;
  jobsBySchedule?: boolean;
}

/** Makes every real thing the directory consists of. */
export async function compose(
  config: Config,
  context: DirectoryContext,
): Promise<Composition & { scheduler: Scheduler }> {
  const { logger, clock = systemClock } = context;
  const database = await openDirectoryDatabase(config, context);
  const platform = await connectPlatform(config, context, { service, database, measures });
  const addresses = createAddresses(config);
  const store = createInitiativeStore(database);
  const corrections = createCorrectionStore(database, store);
  const submissions = createSubmissionStore(database, {
    urlOf: (secret) => `${addresses.selfService}/submissions/${secret}`,
    hours: config.CONFIRM_HOURS,
    become: becomeConfirmed({ initiatives: store, corrections }),
  });

  const freshness = createFreshnessStore(database, {
    urlOf: (secret) => `${addresses.selfService}/freshness/${secret}`,
    corrections,
  });

  const subscriptionUrl = (secret: string): string => `${addresses.selfService}/subscriptions/${secret}`;
  const subscribers = createSubscriptionStore(database, { urlOf: subscriptionUrl, hours: config.CONFIRM_HOURS });

  const exports = createExportStore(database, { keptDays: config.EXPORTS_KEPT_DAYS });

  const scheduler = createScheduler({
    service,
    url: config.DATABASE_URL,
    logger,
    stopTimeoutMs: Math.max(1_000, config.SHUTDOWN_TIMEOUT_MS - 2_000),
    // Somebody waits for what an import found, and for the file of an export.
    pollSeconds: 1,
    retryDelaySeconds: 5,
    jobs: [
      {
        name: 'imports',
        cron: '*/10 * * * *',
        timeoutSeconds: 3_600,
        run: (signal) => runImports({ database, store, clock }, signal),
      },
      {
        name: 'exports',
        cron: '*/10 * * * *',
        timeoutSeconds: 3_600,
        run: (signal) => runExports({ database, exports, clock, logger }, signal),
      },
      { name: 'export-retention', cron: '5 * * * *', run: () => exports.sweep(clock.now()) },
      {
        name: 'freshness',
        cron: '0 9 * * *',
        run: async () => {
          await asSystem('freshness', () => freshness.sweep(clock.now()));
        },
      },
      {
        name: 'digests',
        cron: '15 8 * * 1',
        run: async () => {
          await asSystem('digests', () => sendDigests({ database, clock, addresses, urlOf: subscriptionUrl }));
        },
      },
      { name: 'facet-counts', cron: '*/10 * * * *', run: () => compactFacetCounts(database) },
      { name: 'submission-retention', cron: '10 4 * * *', run: () => forgetSubmissions(database, clock) },
      { name: 'freshness-retention', cron: '15 4 * * *', run: () => freshness.forget(clock.now()) },
      { name: 'subscription-retention', cron: '20 4 * * *', run: () => subscribers.forget(clock.now()) },
    ],
  });

  const app = await buildApp({
    ...platform.appOptions,
    database,
    clock,
    addresses,
    store,
    corrections,
    freshness,
    subscriptions: subscribers,
    goodPractices: createGoodPracticeStore(database, addresses.goodPractice),
    imports: createImportStore(database),
    exports,
    // What is put down is found at the next look, should this one not come through.
    runImports: () =>
      scheduler.trigger('imports').catch((err: unknown) => logger.warn({ err }, 'The import waits for the next look.')),
    runExports: () =>
      scheduler.trigger('exports').catch((err: unknown) => logger.warn({ err }, 'The export waits for the next look.')),
    intake: { submissions, perMinute: config.PROPOSALS_PER_MINUTE },
  });
  const composition = platform.composition(app, subscriptions(store, corrections.openIn), {
    start: async () => {
      if (context.jobsBySchedule !== false) await scheduler.start();
    },
    stop: () => scheduler.stop(),
  });
  return { ...composition, scheduler };
}

/** Work that nobody asked for, in a context of its own. */
function asSystem<T>(id: string, work: () => Promise<T>): Promise<T> {
  return runInContext({ correlationId: newId(), actor: { kind: 'system', id } }, work);
}
