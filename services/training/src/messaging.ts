import {
  attendanceRecorded,
  certificateIssued,
  certificateRevoked,
  deliveryBounced,
  deliveryFailed,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentOffered,
  enrolmentPromoted,
  enrolmentRescheduled,
  enrolmentWaitlisted,
  personDataErased,
  reminderDue,
  sessionCancelled,
  sessionHeld,
  sessionPublished,
  sessionRescheduled,
  surveyAnswered,
  surveyInvited,
} from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import { onUndeliverable, type PersonLinks } from './features/enrolment/index.ts';
import { erasePerson } from './features/privacy/index.ts';

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
export const consumes = [deliveryFailed, deliveryBounced, personDataErased];

/** What it does about it. */
export function subscriptions(options: { links: PersonLinks; years: number }): readonly Subscription[] {
  return [...onUndeliverable, erasePerson(options)];
}
