import { type Clock, createSealer, systemClock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import {
  type ComposeContext,
  type Composition,
  connectPlatform,
  openServiceDatabase,
  publicBaseUrl,
} from '@ateneu/service-kit';
import { forgetOldWorkbooks, keepWorkbooks } from '@ateneu/service-kit/kept-workbooks';
import { createScheduler, type Scheduler } from '@ateneu/service-kit/scheduler';

import { buildApp } from './app.ts';
import { type Config, documentsLocation, partnerSignInPage } from './config.ts';
import { createAccompanimentStore } from './features/accompaniment/index.ts';
import { clearLinks } from './features/access-link/index.ts';
import { createDocumentStorage, createDocumentStore } from './features/document/index.ts';
import { clearFeed } from './features/feed/index.ts';
import { createIntakeStore, forgetUnconfirmed } from './features/intake/index.ts';
import { createInsertionStore } from './features/job-insertion/index.ts';
import { workbookSource } from './features/justification/index.ts';
import {
  announcePartners,
  authenticatePartner,
  clearSessions,
  createClaimsSync,
  createConnectionWatch,
  createCredentialsDesk,
  createPartnerAccounts,
  createPartnerStore,
  removeContact,
  renewAccountSeeds,
  createPartnerUsage,
  createSignInDesk,
} from './features/partner/index.ts';
import { runRetention } from './features/privacy/index.ts';
import { createMemberStore, createProjectStore } from './features/project/index.ts';
import { createReferralStore, createRerouting, sweepDeadlines } from './features/referral/index.ts';
import { measures } from './measures.ts';
import { subscriptions } from './messaging.ts';
import { entities, migrations } from './persistence/index.ts';

const service = 'accompaniment';
/** The job that keeps parts of the funder's workbook. */
const workbookJob = 'kept-workbooks';

/** The service's database, for serving and for migrating. */
export function openAccompanimentDatabase(config: Config, context: Pick<ComposeContext, 'logger'>): Promise<Database> {
  return openServiceDatabase(config, context, { service, entities, migrations });
}

/** Makes every part of the service and connects them; nothing runs before `start`. */
export async function compose(
  config: Config,
  context: ComposeContext & { clock?: Clock },
): Promise<Composition & { scheduler: Scheduler; usage: ReturnType<typeof createPartnerUsage> }> {
  const { logger, clock = systemClock } = context;
  const database = await openAccompanimentDatabase(config, context);
  const platform = await connectPlatform(config, context, { service, database, measures });
  const servers = config.NATS_URL;

  const sealer = createSealer(...config.CREDENTIALS_KEY);
  const accounts = createPartnerAccounts({
    issuer: {
      operatorSigningSeed: config.NATS_OPERATOR_SIGNING_SEED,
      coreAccountPublicKey: config.NATS_CORE_ACCOUNT,
    },
    broker: platform.broker,
    servers,
    systemCredentials: config.NATS_SYSTEM_CREDS,
  });
  const partners = createPartnerStore(database);
  const claims = createClaimsSync({ database, accounts, sealer, logger, clock });
  const connections = createConnectionWatch({
    database,
    logger,
    servers,
    systemCredentials: config.NATS_SYSTEM_CREDS,
    coreAccount: config.NATS_CORE_ACCOUNT,
  });
  const usage = createPartnerUsage({ database, clock, logger });
  const desk = createCredentialsDesk({ database, store: partners, accounts, claims, sealer, clock });
  const signInPolicy = {
    urlOf: (secret: string) => partnerSignInPage(config).replace('{secret}', secret),
    linkMinutes: config.PARTNER_LINK_MINUTES,
    sessionHours: config.PARTNER_SESSION_HOURS,
    asksPerMinute: config.PARTNER_SIGN_INS_PER_MINUTE,
  };
  const signInDesk = createSignInDesk({ database, policy: signInPolicy, clock, logger });
  const selfService = `${publicBaseUrl({ name: service }, config)}/v1/self-service`;
  const referrals = createReferralStore(database, {
    urlOf: (kind, secret) => `${selfService}/${kind === 'answer' ? 'referrals' : 'consents'}/${secret}`,
    expiryDays: config.REFERRAL_EXPIRY_DAYS,
    followUpDays: config.REFERRAL_LINK_DAYS,
  });
  const accompaniments = createAccompanimentStore(database, referrals);
  const intake = createIntakeStore(database, {
    urlOf: (secret) => `${selfService}/intake-requests/${secret}`,
    hours: config.INTAKE_CONFIRM_HOURS,
  });

  const storage = createDocumentStorage(documentsLocation(config));
  const documents = createDocumentStore(database, storage);

  const rerouting = createRerouting(database, referrals);
  const retention = {
    months: config.RETENTION_MONTHS,
    warningDays: config.RETENTION_WARNING_DAYS,
    subsidyYears: config.SUBSIDY_RETENTION_YEARS,
  };
  const source = workbookSource(database, { years: config.SUBSIDY_RETENTION_YEARS });
  const policy = { reminderDays: config.REFERRAL_REMINDER_DAYS, expiryDays: config.REFERRAL_EXPIRY_DAYS };
  const scheduler = createScheduler({
    service,
    url: config.DATABASE_URL,
    logger,
    stopTimeoutMs: Math.max(1_000, config.SHUTDOWN_TIMEOUT_MS - 2_000),
    jobs: [
      {
        name: 'referral-deadlines',
        cron: '*/10 * * * *',
        run: () => sweepDeadlines({ database, store: referrals, clock, policy, logger }),
      },
      { name: 'partner-announcements', cron: '*/15 * * * *', run: () => announcePartners(database, clock) },
      { name: 'intake-retention', cron: '10 4 * * *', run: () => forgetUnconfirmed(database, clock) },
      { name: 'link-retention', cron: '25 4 * * *', run: () => clearLinks(database, clock) },
      { name: 'session-retention', cron: '27 4 * * *', run: () => clearSessions(database, clock.now()) },
      { name: 'document-removal', cron: '*/30 * * * *', run: () => documents.sweep() },
      { name: 'person-retention', cron: '30 4 * * *', run: () => runRetention(database, retention, clock) },
      {
        name: workbookJob,
        cron: '* * * * *',
        keptSeconds: 3_600,
        run: (signal) => keepWorkbooks({ database, clock, source, logger }, signal),
      },
      {
        name: 'workbook-retention',
        cron: '35 4 * * *',
        run: async () => {
          await forgetOldWorkbooks(database, { at: clock.now(), days: config.WORKBOOKS_KEPT_DAYS });
        },
      },
      { name: 'feed-retention', cron: '20 4 * * *', run: () => clearFeed(database, clock) },
    ],
  });

  const app = await buildApp({
    ...platform.appOptions,
    database,
    clock,
    authenticatePartner: (apiKey) => authenticatePartner({ database, clock, logger, usage }, apiKey),
    partners: {
      store: partners,
      desk,
      claims,
      broker: platform.broker,
      servers: config.NATS_PUBLIC_URL ?? servers,
      signInDesk,
      signInPolicy,
    },
    referrals: { store: referrals, rerouting },
    intake: { store: intake, referrals, requestsPerMinute: config.INTAKE_PER_MINUTE },
    documents: { documents, storage, referrals },
    projects: {
      store: createProjectStore(database),
      members: createMemberStore(database, {
        urlOf: (secret) => `${selfService}/project-invitations/${secret}`,
        days: 30,
      }),
    },
    privacy: {
      rerouting,
      policy: retention,
      removeContact: (id, key, at) => removeContact(partners, id, key, at),
    },
    workbooks: {
      source,
      wake: () => {
        // The job looks every minute anyway.
        scheduler.trigger(workbookJob).catch((err: unknown) => logger.warn({ err }, 'A job could not be asked for.'));
      },
    },
    insertions: createInsertionStore(database),
    accompaniments,
  });

  const composition = platform.composition(app, subscriptions(intake), {
    start: async () => {
      const { renewed, unreadable } = await renewAccountSeeds(database, sealer);
      if (renewed > 0) logger.info({ partners: renewed }, 'The seeds of accounts were sealed with the first key.');
      if (unreadable.length > 0) {
        logger.error(
          { partners: unreadable },
          'No key of CREDENTIALS_KEY opens the seeds of these partners’ accounts.',
        );
      }
      claims.start();
      connections.start();
      usage.start();
      await scheduler.start();
    },
    stop: async () => {
      await scheduler.stop();
      await signInDesk.settle();
      await claims.stop();
      await connections.stop();
      await usage.stop();
    },
  });
  return { ...composition, scheduler, usage };
}
