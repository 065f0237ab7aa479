import * as events from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import { onInitiativePublished } from './features/accompaniment/index.ts';

/** What accompaniment tells the platform. */
export const publishes = [
  events.referralSent,
  events.referralReceived,
  events.referralAccepted,
  events.referralDeclined,
  events.referralRerouted,
  events.referralStarted,
  events.referralClosed,
  events.referralWithdrawn,
  events.referralReminderDue,
  events.referralExpired,
  events.consentWithdrawn,
  events.intakeReceived,
  events.intakeConfirmed,
  events.intakeAcknowledged,
  events.intakeMeetingSet,
  events.intakeAccepted,
  events.intakeDeclined,
  events.intakeReferred,
  events.accompanimentStarted,
  events.accompanimentPaused,
  events.accompanimentResumed,
  events.accompanimentCompleted,
  events.accompanimentAbandoned,
  events.consultancyRecorded,
  events.entityCreated,
  events.partnerUpdated,
];

/** What it tells one partner about its own referrals, without personal data. */
export const publishesToPartners = [
  events.partnerReferralSent,
  events.partnerReferralReceived,
  events.partnerReferralAccepted,
  events.partnerReferralDeclined,
  events.partnerReferralRerouted,
  events.partnerReferralStarted,
  events.partnerReferralClosed,
  events.partnerReferralWithdrawn,
  events.partnerReferralExpired,
  events.partnerReferralConsentWithdrawn,
];

/** What accompaniment hears. */
export const consumes = [events.initiativePublished];

/** What it does about it. */
export function subscriptions(): Subscription[] {
  return [onInitiativePublished()];
}
