import { systemClock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { type ComposeContext, type Composition, connectPlatform, openServiceDatabase } from '@ateneu/service-kit';

import { buildApp } from './app.ts';
import { createAddressGuard } from './channels/address-guard.ts';
import { createEmailChannel } from './channels/email.channel.ts';
import { createWebhookChannel } from './channels/webhook.channel.ts';
import type { Config } from './config.ts';
import { createDeliveryQueue } from './delivery/delivery.queue.ts';
import { createDeliveryWorker } from './delivery/delivery.worker.ts';
import { createJobs } from './delivery/jobs.ts';
import { createStaffDigests } from './delivery/staff-digests.ts';
import { createWebhookSecrets } from './delivery/webhook-secrets.ts';
import { createWebhookQueue } from './delivery/webhook.queue.ts';
import { createWebhookWorker } from './delivery/webhook.worker.ts';
import { measures } from './measures.ts';
import { subscriptions } from './messaging.ts';
import { entities, migrations } from './persistence/index.ts';
import { ownMessagesPath } from './routes/own-messages.route.ts';
import { createTools } from './templates/tools.ts';

const service = 'notifications';

/** The service's database, for serving and for migrating. */
export function openNotificationsDatabase(config: Config, context: Pick<ComposeContext, 'logger'>): Promise<Database> {
  return openServiceDatabase(config, context, { service, entities, migrations });
}

/** Makes every real thing the service consists of. The mail server is no part of readiness: messages wait for it. */
export async function compose(config: Config, context: ComposeContext): Promise<Composition> {
  const { logger } = context;
  const database = await openNotificationsDatabase(config, context);
  const platform = await connectPlatform(config, context, { service, database, measures });
  const toolsFor = createTools(config.INITIATIVE_PAGE);
  const email = createEmailChannel({
    urls: config.SMTP_URL,
    from: config.MAIL_FROM,
    replyTo: config.MAIL_REPLY_TO,
    returnPath: config.MAIL_RETURN_PATH,
    connections: config.SMTP_CONNECTIONS,
    timeoutMs: config.SMTP_TIMEOUT_MS,
  });
  const jobs = createJobs({
    url: config.DATABASE_URL,
    logger,
    // What is left of the shutdown closes the rest.
    stopTimeoutMs: Math.max(1_000, config.SHUTDOWN_TIMEOUT_MS - 2_000),
  });
  const queue = createDeliveryQueue({
    jobs,
    retry: {
      limit: config.MAIL_RETRY_LIMIT,
      delaySeconds: config.MAIL_RETRY_DELAY_SECONDS,
      maxDelaySeconds: config.MAIL_RETRY_MAX_DELAY_SECONDS,
    },
    // While some speak, the next ones are got ready and what became of the last ones is recorded.
    concurrency: 2 * config.SMTP_CONNECTIONS,
    heartbeatSeconds: config.MAIL_HEARTBEAT_SECONDS,
  });
  const worker = createDeliveryWorker({ database, channels: { email }, clock: systemClock, logger });
  const guard = createAddressGuard(config.WEBHOOK_ALLOWED_RANGES);
  const channel = createWebhookChannel({ guard, timeoutMs: config.WEBHOOK_TIMEOUT_MS });
  const secrets = createWebhookSecrets(config.WEBHOOK_SECRET_KEYS);
  const webhooks = createWebhookQueue({ jobs, database });
  const webhookWorker = createWebhookWorker({
    database,
    queue: webhooks,
    channel,
    secrets,
    clock: systemClock,
    logger,
    delaysMs: config.WEBHOOK_RETRY_DELAYS_SECONDS,
    disableAfterMs: config.WEBHOOK_DISABLE_AFTER_HOURS * 60 * 60 * 1_000,
    concurrency: config.WEBHOOK_CONCURRENCY,
  });
  const app = await buildApp({
    ...platform.appOptions,
    database,
    queue,
    toolsFor,
    mailReports: { secret: config.MAIL_REPORTS_SECRET, clock: systemClock },
    webhooks: { queue: webhooks, channel, secrets, guard, allowHttp: config.WEBHOOK_ALLOW_HTTP },
  });
  const ownPages = `${config.PUBLIC_URL}/${service}${ownMessagesPath}`;
  const domain = config.MAIL_FROM.address.split('@')[1] ?? 'localhost';
  const digests = createStaffDigests({
    database,
    queue,
    recipients: config.STAFF_DIGEST_TO,
    language: config.STAFF_DIGEST_LANGUAGE,
    hour: config.STAFF_DIGEST_HOUR,
    clock: systemClock,
    logger,
    ownPages,
    domain,
  });
  return platform.composition(app, subscriptions({ queue, logger, toolsFor, ownPages, domain, webhooks }), {
    start: async () => {
      const { sealed, unreadable } = await secrets.sealAll(database);
      if (sealed > 0) logger.info({ endpoints: sealed }, 'Webhook secrets were sealed with the first key.');
      if (unreadable.length > 0) {
        logger.error({ endpoints: unreadable }, 'No key of WEBHOOK_SECRET_KEYS opens the secrets of these endpoints.');
      }
      await jobs.start(queue.prepare, webhooks.prepare);
      await queue.work(worker);
      await webhooks.work(webhookWorker);
      digests.start();
    },
    stop: async () => {
      digests.stop();
      webhooks.stop();
      await Promise.all([jobs.stop(), webhookWorker.stop()]);
      await channel.close();
      email.close();
    },
  });
}
