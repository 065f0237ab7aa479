import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { answerByLink } from './answer-by-link.route.ts';
import { answerReferral } from './answer-referral.route.ts';
import { draftReferral } from './draft-referral.route.ts';
import { handleReferral } from './handle-referral.route.ts';
import { ownConsent } from './own-consent.route.ts';
import { readCodes } from './read-codes.route.ts';
import { readOwnReferrals } from './read-own-referrals.route.ts';
import { readReferralQueue } from './read-referral-queue.route.ts';
import { rerouteReferral } from './reroute-referral.route.ts';
import { referProject } from './refer-project.route.ts';
import type { Rerouting } from './referral.rerouting.ts';
import type { ReferralStore } from './referral.store.ts';
import { withdrawConsent } from './withdraw-consent.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  store: ReferralStore;
  rerouting: Rerouting;
  database: Database;
  clock: Clock;
}

/** Every use case of referrals over HTTP. */
export function referralRoutes(context: RouteContext): void {
  // Everybody
  readCodes(context);
  // Whoever holds a link
  answerByLink(context);
  ownConsent(context);
  // Partners
  referProject(context);
  readOwnReferrals(context);
  answerReferral(context);
  // Staff
  readReferralQueue(context);
  draftReferral(context);
  handleReferral(context);
  rerouteReferral(context);
  // Both
  withdrawConsent(context);
}
