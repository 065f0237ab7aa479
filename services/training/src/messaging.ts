import {
  attendanceRecorded,
  certificateIssued,
  certificateRevoked,
  deliveryFailed,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentOffered,
  enrolmentPromoted,
  enrolmentRescheduled,
  enrolmentWaitlisted,
  reminderDue,
  sessionCancelled,
  sessionHeld,
  sessionPublished,
  sessionRescheduled,
  surveyAnswered,
  surveyInvited,
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
  reminderDue,
  attendanceRecorded,
  certificateIssued,
  certificateRevoked,
  surveyInvited,
  surveyAnswered,
];

/** What training hears. */
export const consumes = [deliveryFailed];

/** What it does about it. */
export const subscriptions: readonly Subscription[] = [onDeliveryFailed];
