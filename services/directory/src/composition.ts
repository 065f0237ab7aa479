import { systemClock } from '@ateneu/kernel';
import { connectPlatform, type ComposeContext, type Composition, openServiceDatabase } from '@ateneu/service-kit';
import type { Database } from '@ateneu/persistence';

import { createAddresses } from './addresses.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { createInitiativeStore } from './features/initiative/index.ts';
import { measures } from './measures.ts';
import { subscriptions } from './messaging.ts';
import { entities, migrations } from './persistence/index.ts';

const service = 'directory';

/** The directory's database, for serving and for migrating. */
export function openDirectoryDatabase(config: Config, context: Pick<ComposeContext, 'logger'>): Promise<Database> {
  return openServiceDatabase(config, context, { service, entities, migrations });
}

/** Makes every real thing the directory consists of. */
export async function compose(config: Config, context: ComposeContext): Promise<Composition> {
  const database = await openDirectoryDatabase(config, context);
  const platform = await connectPlatform(config, context, { service, database, measures });
  const store = createInitiativeStore(database);
  const addresses = createAddresses(config);
  const app = await buildApp({ ...platform.appOptions, store, database, clock: systemClock, addresses });
  return platform.composition(app, subscriptions(store));
}
