import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { confirmSubmission } from './confirm-submission.route.ts';
import { correctInitiative } from './correct-initiative.route.ts';
import { findDuplicateRoutes } from './find-duplicates.route.ts';
import { proposeInitiative } from './propose-initiative.route.ts';
import type { SubmissionStore } from './submission.store.ts';

/** What the feature's routes work with. */
export interface IntakeRoutes {
  submissions: SubmissionStore;
  database: Database;
  clock: Clock;
  /** How many proposals and corrections one address may hand in a minute. */
  perMinute: number;
}

export type RouteContext = IntakeRoutes & { app: App };

/** What people without an account hand in. */
export function intakeRoutes(app: App, context: IntakeRoutes): void {
  const routes = { ...context, app };
  proposeInitiative(routes);
  findDuplicateRoutes(routes);
  correctInitiative(routes);
  confirmSubmission(routes);
}
