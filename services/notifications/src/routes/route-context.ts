import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { AddressGuard } from '../channels/address-guard.ts';
import type { WebhookChannel } from '../channels/webhook.channel.ts';
import type { DeliveryQueue } from '../delivery/delivery.queue.ts';
import type { WebhookSecrets } from '../delivery/webhook-secrets.ts';
import type { WebhookQueue } from '../delivery/webhook.queue.ts';
import type { ToolsFor } from '../templates/mail-template.ts';

/** What the routes need. */
export interface RouteContext {
  app: App;
  database: Database;
  queue: Pick<DeliveryQueue, 'enqueue'>;
  toolsFor: ToolsFor;
  webhooks: {
    queue: Pick<WebhookQueue, 'enqueue'>;
    channel: Pick<WebhookChannel, 'post'>;
    secrets: WebhookSecrets;
    guard: Pick<AddressGuard, 'checkLiteral'>;
    /** Whether an address may begin with `http`. */
    allowHttp: boolean;
  };
}
