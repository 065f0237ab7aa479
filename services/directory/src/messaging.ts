import {
  correctionAccepted,
  correctionProposed,
  correctionRejected,
  freshnessCheckDue,
  freshnessOverdue,
  goodPracticePublished,
  goodPracticeUnpublished,
  goodPracticeUpdated,
  initiativeSnapshot,
  submissionConfirmationRequested,
  subscriptionConfirmationRequested,
  subscriptionDigestDue,
} from '@ateneu/events';
import { personDataErased } from '@ateneu/events';
import { entityCreated, initiativeArchived, initiativeProposed, initiativePublished } from '@ateneu/events';
import { initiativeRejected, initiativeUnpublished, initiativeUpdated } from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import { type InitiativeStore, onEntityCreated, type OpenCorrection } from './features/initiative/index.ts';
import { erasePerson } from './features/privacy/index.ts';

/** What the directory tells the others. */
export const publishes = [
  initiativeProposed,
  initiativePublished,
  initiativeUpdated,
  initiativeRejected,
  initiativeUnpublished,
  initiativeArchived,
  submissionConfirmationRequested,
  correctionProposed,
  correctionAccepted,
  correctionRejected,
  freshnessCheckDue,
  freshnessOverdue,
  goodPracticePublished,
  goodPracticeUpdated,
  goodPracticeUnpublished,
  subscriptionConfirmationRequested,
  subscriptionDigestDue,
  initiativeSnapshot,
];

/** What the directory hears. */
export const consumes = [entityCreated, personDataErased];

/** What it does about it. */
export function subscriptions(store: InitiativeStore, openCorrection: OpenCorrection): Subscription[] {
  return [onEntityCreated(store, openCorrection), erasePerson()];
}
