import {
  deliveryFailed,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentPromoted,
  enrolmentWaitlisted,
  sessionCancelled,
  sessionPublished,
} from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import { onDeliveryFailed } from './features/enrolment/index.ts';

/** What training tells the others. */
export const publishes = [
  sessionPublished,
  sessionCancelled,
  enrolmentConfirmed,
  enrolmentWaitlisted,
  enrolmentPromoted,
  enrolmentCancelled,
];

/** What training hears. */
export const consumes = [deliveryFailed];

/** What it does about it. */
export const subscriptions: readonly Subscription[] = [onDeliveryFailed];
