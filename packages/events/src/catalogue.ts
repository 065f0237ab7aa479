import * as accompaniment from './contracts/accompaniment.ts';
import * as privacy from './contracts/accompaniment-privacy.ts';
import * as projects from './contracts/accompaniment-projects.ts';
import * as directory from './contracts/directory.ts';
import * as notifications from './contracts/notifications.ts';
import * as partnerReferrals from './contracts/partner-referrals.ts';
import * as partners from './contracts/partners.ts';
import * as referrals from './contracts/referrals.ts';
import * as training from './contracts/training.ts';
import type { EventContract } from './define-event.ts';

/** Every event of the platform: by service, and then as its life goes. */
export const catalogue: readonly EventContract[] = [
  directory.initiativeProposed,
  directory.initiativePublished,
  directory.initiativeUpdated,
  directory.initiativeRejected,
  directory.initiativeUnpublished,
  directory.initiativeArchived,

  training.sessionPublished,
  training.sessionRescheduled,
  training.sessionCancelled,
  training.enrolmentConfirmed,
  training.enrolmentWaitlisted,
  training.enrolmentPromoted,
  training.enrolmentRescheduled,
  training.enrolmentCancelled,
  training.attendanceRecorded,
  training.surveyAnswered,

  referrals.referralSent,
  referrals.referralReceived,
  referrals.referralAccepted,
  referrals.referralDeclined,
  referrals.referralRerouted,
  referrals.referralStarted,
  referrals.referralClosed,
  referrals.referralWithdrawn,
  referrals.referralReminderDue,
  referrals.referralExpired,
  referrals.referralDocumentShared,
  referrals.consentWithdrawn,

  accompaniment.intakeReceived,
  accompaniment.intakeConfirmed,
  accompaniment.intakeAcknowledged,
  accompaniment.intakeMeetingSet,
  accompaniment.intakeAccepted,
  accompaniment.intakeDeclined,
  accompaniment.intakeReferred,
  projects.intakeLeadReceived,

  projects.projectMemberInvited,
  projects.projectMerged,

  accompaniment.accompanimentStarted,
  projects.accompanimentAssigned,
  projects.accompanimentPhaseCompleted,
  accompaniment.accompanimentPaused,
  accompaniment.accompanimentResumed,
  accompaniment.accompanimentCompleted,
  accompaniment.accompanimentAbandoned,
  projects.accompanimentReopened,
  accompaniment.consultancyRecorded,
  accompaniment.entityCreated,
  projects.jobInsertionRecorded,
  partners.partnerUpdated,
  partners.partnerCredentialsRotated,

  privacy.retentionWarningDue,
  privacy.personDataErased,

  partnerReferrals.partnerReferralSent,
  partnerReferrals.partnerReferralReceived,
  partnerReferrals.partnerReferralAccepted,
  partnerReferrals.partnerReferralDeclined,
  partnerReferrals.partnerReferralRerouted,
  partnerReferrals.partnerReferralStarted,
  partnerReferrals.partnerReferralClosed,
  partnerReferrals.partnerReferralWithdrawn,
  partnerReferrals.partnerReferralExpired,
  partnerReferrals.partnerReferralConsentWithdrawn,
  partnerReferrals.partnerReferralDocumentShared,
  partnerReferrals.partnerReferralDocumentUnshared,

  notifications.deliverySent,
  notifications.deliveryFailed,
];

const byType = new Map(catalogue.map((contract) => [contract.type, contract]));

/** The contract of a CloudEvents type, if it is one of ours. */
export function findContract(type: string): EventContract | undefined {
  return byType.get(type);
}
