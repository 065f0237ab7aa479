import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { AccompanimentStore } from './accompaniment.store.ts';
import { conductAccompaniment } from './conduct-accompaniment.route.ts';
import { correctConsultancy } from './correct-consultancy.route.ts';
import { editItineraries } from './edit-itineraries.route.ts';
import { openAccompaniment } from './open-accompaniment.route.ts';
import { planWork } from './plan-work.route.ts';
import { readAccompaniments } from './read-accompaniments.route.ts';
import { readWork } from './read-work.route.ts';
import { recordConsultancy } from './record-consultancy.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  store: AccompanimentStore;
  database: Database;
  clock: Clock;
}

/** Every use case of accompaniments over HTTP. */
export function accompanimentRoutes(context: RouteContext): void {
  readAccompaniments(context);
  openAccompaniment(context);
  recordConsultancy(context);
  correctConsultancy(context);
  conductAccompaniment(context);
  planWork(context);
  readWork(context);
  editItineraries(context);
}
