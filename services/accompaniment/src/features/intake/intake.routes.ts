import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { ReferralStore } from '../referral/index.ts';
import { confirmIntake } from './confirm-intake.route.ts';
import { handleIntake } from './handle-intake.route.ts';
import type { IntakeStore } from './intake.store.ts';
import { requestIntake } from './request-intake.route.ts';
import { triageIntakes } from './triage-intakes.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  store: IntakeStore;
  referrals: ReferralStore;
  database: Database;
  clock: Clock;
  /** How many requests one address of the network may send in a minute. */
  requestsPerMinute: number;
}

/** Every use case of intake over HTTP. */
export function intakeRoutes(context: RouteContext): void {
  // Everybody
  requestIntake(context);
  confirmIntake(context);
  // Staff
  triageIntakes(context);
  handleIntake(context);
}
