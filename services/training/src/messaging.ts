import {
  attendanceRecorded,
  deliveryFailed,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentPromoted,
  enrolmentRescheduled,
  enrolmentWaitlisted,
  sessionCancelled,
  sessionPublished,
  sessionRescheduled,
} from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import { onDeliveryFailed } from './features/enrolment/index.ts';

/** What training tells the others. */
export const publishes = [
  sessionPublished,
  sessionRescheduled,
  sessionCancelled,
  enrolmentConfirmed,
  enrolmentWaitlisted,
  enrolmentPromoted,
  enrolmentRescheduled,
  enrolmentCancelled,
  attendanceRecorded,
];

/** What training hears. */
export const consumes = [deliveryFailed];

/** What it does about it. */
export const subscriptions: readonly Subscription[] = [onDeliveryFailed];
