import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { Addresses } from '../../addresses.ts';
import type { GoodPracticeStore } from './good-practice.store.ts';
import { publishGoodPractices } from './publish-good-practices.route.ts';
import { readGoodPracticeRoutes } from './read-good-practices.route.ts';

/** What the feature's routes work with. */
export interface GoodPracticeRoutes {
  goodPractices: GoodPracticeStore;
  database: Database;
  clock: Clock;
  addresses: Addresses;
}

/** Write-ups about initiatives: staff write and publish them, everybody reads them. */
export function goodPracticeRoutes(app: App, context: GoodPracticeRoutes): void {
  readGoodPracticeRoutes(app, context);
  publishGoodPractices(app, context);
}
