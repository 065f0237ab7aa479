import {
  attendanceRecorded,
  deliveryFailed,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentOffered,
  enrolmentPromoted,
  enrolmentRescheduled,
  enrolmentWaitlisted,
  sessionCancelled,
  sessionHeld,
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
  sessionHeld,
  enrolmentConfirmed,
  enrolmentOffered,
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
