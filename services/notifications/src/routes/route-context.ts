import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { DeliveryQueue } from '../delivery/delivery.queue.ts';
import type { ToolsFor } from '../templates/mail-template.ts';

/** What the routes need. */
export interface RouteContext {
  app: App;
  database: Database;
  queue: Pick<DeliveryQueue, 'enqueue'>;
  toolsFor: ToolsFor;
}
