/** After how many days without a sign of life the first question is asked. */
export const yearDays = 365;
/** How many days an answer is waited for, before a reminder and before the end. */
export const patienceDays = 14;
/** The first question and two reminders. */
export const lastAttempt = 3;

/** What is next for an initiative that nobody confirmed for a year. */
export type NextStep = { type: 'ask'; attempt: number } | { type: 'give-up' };

/**
 * Asks, reminds twice, and gives up; at once where there is nobody to ask.
 *
 * @param attempt how often the question was asked since the last answer
 */
export function nextStep(attempt: number, hasRecipient: boolean): NextStep {
  return hasRecipient && attempt < lastAttempt ? { type: 'ask', attempt: attempt + 1 } : { type: 'give-up' };
}
