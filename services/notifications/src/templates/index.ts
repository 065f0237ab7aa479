import { certificateIssuedMail, certificateRevokedMail } from './certificates.ts';
import {
  correctionAcceptedMail,
  correctionProposedMail,
  correctionRejectedMail,
  submissionConfirmationMail,
} from './directory-submissions.ts';
import { enrolmentCancelledMail } from './enrolment-cancelled.ts';
import { enrolmentConfirmedMail } from './enrolment-confirmed.ts';
import { enrolmentOfferedMail } from './enrolment-offered.ts';
import { enrolmentPromotedMail } from './enrolment-promoted.ts';
import { enrolmentRescheduledMail } from './enrolment-rescheduled.ts';
import { enrolmentWaitlistedMail } from './enrolment-waitlisted.ts';
import { freshnessCheckMail } from './freshness-check-due.ts';
import { initiativeProposedMail } from './initiative-proposed.ts';
import { initiativePublishedMail } from './initiative-published.ts';
import { initiativeRejectedMail } from './initiative-rejected.ts';
import { intakeAcceptedMail } from './intake-accepted.ts';
import { intakeDeclinedMail } from './intake-declined.ts';
import { intakeAcknowledgedMail, intakeLeadMail, intakeReferredMail } from './intake-later.ts';
import { intakeMeetingSetMail } from './intake-meeting-set.ts';
import { intakeReceivedMail } from './intake-received.ts';
import type { MailTemplate } from './mail-template.ts';
import {
  consentWithdrawnMail,
  partnerCredentialsRotatedMail,
  referralReminderMail,
  referralSentToPartnerMail,
} from './partner-referrals.ts';
import { partnerSignInMail } from './partner-sign-in.ts';
import { accompanimentAssignedMail, projectMemberInvitedMail, retentionWarningMail } from './projects.ts';
import { referralAcceptedMail } from './referral-accepted.ts';
import { referralClosedMail } from './referral-closed.ts';
import { referralDeclinedMail } from './referral-declined.ts';
import { referralReceivedMail } from './referral-received.ts';
import { referralSentMail } from './referral-sent.ts';
import { reminderDueMail } from './reminder-due.ts';
import { subscriptionConfirmationMail, subscriptionDigestMail } from './subscriptions.ts';
import { surveyInvitedMail } from './survey-invited.ts';
import { webhookEndpointDisabledMail } from './webhook-endpoint-disabled.ts';

/** Every message the platform sends, by the service whose event gives rise to it. */
export const templates: readonly MailTemplate[] = [
  initiativeProposedMail,
  initiativePublishedMail,
  initiativeRejectedMail,
  submissionConfirmationMail,
  correctionProposedMail,
  correctionAcceptedMail,
  correctionRejectedMail,
  freshnessCheckMail,
  subscriptionConfirmationMail,
  subscriptionDigestMail,
  enrolmentConfirmedMail,
  enrolmentWaitlistedMail,
  enrolmentPromotedMail,
  enrolmentOfferedMail,
  enrolmentRescheduledMail,
  enrolmentCancelledMail,
  reminderDueMail,
  surveyInvitedMail,
  certificateIssuedMail,
  certificateRevokedMail,
  intakeReceivedMail,
  intakeLeadMail,
  intakeAcknowledgedMail,
  intakeMeetingSetMail,
  intakeAcceptedMail,
  intakeDeclinedMail,
  intakeReferredMail,
  projectMemberInvitedMail,
  accompanimentAssignedMail,
  retentionWarningMail,
  referralSentMail,
  referralSentToPartnerMail,
  referralReminderMail,
  referralReceivedMail,
  referralAcceptedMail,
  referralDeclinedMail,
  referralClosedMail,
  consentWithdrawnMail,
  partnerCredentialsRotatedMail,
  partnerSignInMail,
  webhookEndpointDisabledMail,
];

const byKind = new Map(templates.map((template) => [template.kind, template]));

/** The message of a kind, if there is one. */
export function findTemplate(kind: string): MailTemplate | undefined {
  return byKind.get(kind);
}
