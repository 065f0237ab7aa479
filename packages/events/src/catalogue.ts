import * as accompaniment from './contracts/accompaniment.ts';
import * as privacy from './contracts/accompaniment-privacy.ts';
import * as projects from './contracts/accompaniment-projects.ts';
import * as directory from './contracts/directory.ts';
import * as goodPractices from './contracts/directory-good-practices.ts';
import * as intake from './contracts/directory-intake.ts';
import * as subscriptions from './contracts/directory-subscriptions.ts';
import * as notifications from './contracts/notifications.ts';
import * as partnerReferrals from './contracts/partner-referrals.ts';
import * as partners from './contracts/partners.ts';
import * as referrals from './contracts/referrals.ts';
import * as trainingAttendance from './contracts/training-attendance.ts';
import * as trainingEnrolments from './contracts/training-enrolments.ts';
import * as trainingNotices from './contracts/training-notices.ts';
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
  directory.initiativeSnapshot,

  intake.submissionConfirmationRequested,
  intake.correctionProposed,
  intake.correctionAccepted,
  intake.correctionRejected,
  intake.freshnessCheckDue,
  intake.freshnessOverdue,

  goodPractices.goodPracticePublished,
  goodPractices.goodPracticeUpdated,
  goodPractices.goodPracticeUnpublished,

  subscriptions.subscriptionConfirmationRequested,
  subscriptions.subscriptionDigestDue,

  training.sessionPublished,
  training.sessionRescheduled,
  training.sessionCancelled,
  training.sessionHeld,
  trainingEnrolments.enrolmentConfirmed,
  trainingEnrolments.enrolmentWaitlisted,
  trainingEnrolments.enrolmentOffered,
  trainingEnrolments.enrolmentPromoted,
  trainingEnrolments.enrolmentRescheduled,
  trainingEnrolments.enrolmentCancelled,
  trainingNotices.reminderDue,
  trainingAttendance.attendanceRecorded,
  trainingNotices.certificateIssued,
  trainingNotices.certificateRevoked,
  trainingAttendance.surveyInvited,
  trainingAttendance.surveyAnswered,

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
  projects.consultancyRemoved,
  accompaniment.entityCreated,
  projects.jobInsertionRecorded,
  partners.partnerUpdated,
  partners.partnerCredentialsRotated,
  partners.partnerSignInRequested,

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
  notifications.deliveryBounced,
  notifications.deliveryComplained,
  notifications.webhookEndpointDisabled,
];

const byType = new Map(catalogue.map((contract) => [contract.type, contract]));

/** The contract of a CloudEvents type, if it is one of ours. */
export function findContract(type: string): EventContract | undefined {
  return byType.get(type);
}
