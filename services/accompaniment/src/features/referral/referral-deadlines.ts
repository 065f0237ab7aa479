import type { ExistingReferral } from './referral.ts';
import { allows } from './referral-transitions.ts';

/** How long a referral may wait for an answer, in days of 24 hours from its sending. */
export interface DeadlinePolicy {
  reminderDays: number;
  expiryDays: number;
}

const dayMs = 24 * 60 * 60 * 1_000;

/** The instants at which what was sent earlier is due. */
export function duePoints({ reminderDays, expiryDays }: DeadlinePolicy, now: Date): { reminder: Date; expiry: Date } {
  return {
    reminder: new Date(now.getTime() - reminderDays * dayMs),
    expiry: new Date(now.getTime() - expiryDays * dayMs),
  };
}

/**
 * What time does to a referral now. Where both are due, because nothing ran for long, it expires without a reminder that
 * would come too late.
 */
export function dueStep(state: ExistingReferral, policy: DeadlinePolicy, now: Date): 'remind' | 'expire' | undefined {
  if (state.sentAt === undefined || !allows(state.status, 'expired')) return undefined;
  const { reminder, expiry } = duePoints(policy, now);
  if (state.sentAt <= expiry) return 'expire';
  return state.sentAt <= reminder && state.remindedAt === undefined ? 'remind' : undefined;
}
