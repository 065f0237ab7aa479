import * as events from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import { type IntakeStore, onSurveyAnswered } from './features/intake/index.ts';
import { onInitiativePublished } from './features/project/index.ts';

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
  events.referralDocumentShared,
  events.consentWithdrawn,
  events.intakeReceived,
  events.intakeLeadReceived,
  events.intakeConfirmed,
  events.intakeAcknowledged,
  events.intakeMeetingSet,
  events.intakeAccepted,
  events.intakeDeclined,
  events.intakeReferred,
  events.accompanimentStarted,
  events.accompanimentAssigned,
  events.accompanimentPhaseCompleted,
  events.accompanimentReopened,
  events.accompanimentPaused,
  events.accompanimentResumed,
  events.accompanimentCompleted,
  events.accompanimentAbandoned,
  events.consultancyRecorded,
  events.consultancyRemoved,
  events.entityCreated,
  events.jobInsertionRecorded,
  events.retentionWarningDue,
  events.personDataErased,
  events.projectMemberInvited,
  events.projectMerged,
  events.partnerCredentialsRotated,
  events.partnerSignInRequested,
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
  events.partnerReferralDocumentShared,
  events.partnerReferralDocumentUnshared,
];

/** What accompaniment hears. */
export const consumes = [events.initiativePublished, events.surveyAnswered];

/** What it does about it. */
export function subscriptions(intake: Pick<IntakeStore, 'createIn'>): Subscription[] {
  return [onInitiativePublished(), onSurveyAnswered(intake)];
}
