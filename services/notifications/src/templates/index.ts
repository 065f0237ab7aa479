import { enrolmentCancelledMail } from './enrolment-cancelled.ts';
import { enrolmentConfirmedMail } from './enrolment-confirmed.ts';
import { enrolmentPromotedMail } from './enrolment-promoted.ts';
import { enrolmentRescheduledMail } from './enrolment-rescheduled.ts';
import { enrolmentWaitlistedMail } from './enrolment-waitlisted.ts';
import { initiativeProposedMail } from './initiative-proposed.ts';
import { initiativePublishedMail } from './initiative-published.ts';
import { initiativeRejectedMail } from './initiative-rejected.ts';
import { intakeAcceptedMail } from './intake-accepted.ts';
import { intakeDeclinedMail } from './intake-declined.ts';
import { intakeMeetingSetMail } from './intake-meeting-set.ts';
import { intakeReceivedMail } from './intake-received.ts';
import type { MailTemplate } from './mail-template.ts';
import { referralAcceptedMail } from './referral-accepted.ts';
import { referralClosedMail } from './referral-closed.ts';
import { referralDeclinedMail } from './referral-declined.ts';
import { referralReceivedMail } from './referral-received.ts';
import { webhookEndpointDisabledMail } from './webhook-endpoint-disabled.ts';

/** Every message the platform sends, by the service whose event gives rise to it. */
export const templates: readonly MailTemplate[] = [
  initiativeProposedMail,
  initiativePublishedMail,
  initiativeRejectedMail,
  enrolmentConfirmedMail,
  enrolmentWaitlistedMail,
  enrolmentPromotedMail,
  enrolmentRescheduledMail,
  enrolmentCancelledMail,
  intakeReceivedMail,
  intakeMeetingSetMail,
  intakeAcceptedMail,
  intakeDeclinedMail,
  referralReceivedMail,
  referralAcceptedMail,
  referralDeclinedMail,
  referralClosedMail,
  webhookEndpointDisabledMail,
];

const byKind = new Map(templates.map((template) => [template.kind, template]));

/** The message of a kind, if there is one. */
export function findTemplate(kind: string): MailTemplate | undefined {
  return byKind.get(kind);
}
