import type { Transaction } from '@ateneu/persistence';

import { extendLinks, issueLink } from '../access-link/index.ts';
import type { ExistingReferral, ReferralEvent } from './referral.ts';

/** How the links are made with which partners answer and people take their consent back. */
export interface ReferralLinks {
  /** Where a partner answers, and where a person takes the consent back, by the link's secret. */
  urlOf(kind: 'answer' | 'consent', secret: string): string;
  /** How many days a referral may wait for its answer, and so its link. */
  expiryDays: number;
  /** How many days a partner's link is good for after its acceptance, to tell how the work goes. */
  followUpDays: number;
}

/** The links that go with an event, to those who are told of it. */
export interface IssuedLinks {
  answerUrl?: string | undefined;
  answerUntil?: Date | undefined;
  consentUrl?: string | undefined;
}

const dayMs = 24 * 60 * 60 * 1_000;
/** A consent can be taken back for as long as anybody may hold what it was given for. */
const consentDays = 1_095;

const after = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

/**
 * Makes the links that an event brings. A partner gets one with what is sent to it, and another with the reminder; the
 * person gets one with what they are told of: that they were referred, or that the ateneu has their case.
 */
export async function linksFor(
  tx: Transaction,
  { urlOf, expiryDays, followUpDays }: ReferralLinks,
  state: ExistingReferral,
  { type, at }: ReferralEvent,
): Promise<IssuedLinks> {
  const answer = { purpose: 'referral-answer', subjectId: state.id } as const;
  const consent = { purpose: 'consent', subjectId: state.id } as const;
  const outbound = state.direction === 'outbound';
  const issued: IssuedLinks = {};
  if (outbound && (type === 'sent' || type === 'reminder-due')) {
    issued.answerUntil = after(state.sentAt ?? at, expiryDays);
    const secret = await issueLink(tx, answer, { at, expiresAt: issued.answerUntil });
    issued.answerUrl = urlOf('answer', secret);
  }
  if (type === (outbound ? 'sent' : 'received')) {
    const secret = await issueLink(tx, consent, { at, expiresAt: after(at, consentDays) });
    issued.consentUrl = urlOf('consent', secret);
  }
  if (outbound && type === 'accepted') await extendLinks(tx, answer, after(at, followUpDays));
  return issued;
}
