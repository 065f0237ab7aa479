import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { draftSession } from './draft-session.route.ts';
import { editSession } from './edit-session.route.ts';
import { moveSession } from './move-session.route.ts';
import { readSessions } from './read-sessions.route.ts';
import type { SessionStore } from './session.store.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  store: SessionStore;
  database: Database;
  clock: Clock;
}

/** Every use case of sessions over HTTP: staff's. What the public sees is the catalogue. */
export function sessionRoutes(context: RouteContext): void {
  readSessions(context);
  draftSession(context);
  editSession(context);
  moveSession(context);
}
