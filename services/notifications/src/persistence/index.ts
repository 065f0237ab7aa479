import { platformMigrations } from '@ateneu/persistence';

import { deliveries } from './migrations/202611240100_deliveries.ts';
import { bounces } from './migrations/202611251710_bounces.ts';
import { webhooks } from './migrations/202611251600_webhooks.ts';
import { handover } from './migrations/202611251740_handover.ts';
import { preferences } from './migrations/202611251700_preferences.ts';
import { digests } from './migrations/202611251730_digests.ts';
import { templateTexts } from './migrations/202611251720_template_texts.ts';

/** The service maps no table: all are written and read in plain SQL. */
export const entities = [];

/** Every migration of the service, oldest first. The job library keeps its own schema, `pgboss`, and migrates it itself. */
export const migrations = [
  ...platformMigrations,
  deliveries,
  webhooks,
  preferences,
  bounces,
  templateTexts,
  digests,
  handover,
];
