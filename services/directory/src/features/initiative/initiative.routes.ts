import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { Addresses } from '../../addresses.ts';
import { changeSlug } from './change-slug.route.ts';
import { createInitiative } from './create-initiative.route.ts';
import { editInitiative } from './edit-initiative.route.ts';
import { getInitiative } from './get-initiative.route.ts';
import type { InitiativeStore } from './initiative.store.ts';
import { moderateInitiative } from './moderate-initiative.route.ts';
import { readModerationQueue } from './read-moderation-queue.route.ts';
import { readRevisionRoutes } from './read-revisions.route.ts';

/** What the feature's routes work with. */
export interface InitiativeRoutes {
  store: InitiativeStore;
  database: Database;
  clock: Clock;
  addresses: Addresses;
}

/** Every use case of initiatives over HTTP. */
export function initiativeRoutes(app: App, context: InitiativeRoutes): void {
  // The public
  getInitiative(app, context);
  // Staff
  readModerationQueue(app, context);
  readRevisionRoutes(app, context);
  createInitiative(app, context);
  editInitiative(app, context);
  changeSlug(app, context);
  moderateInitiative(app, context);
}
