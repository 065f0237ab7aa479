/** How long what is kept of people is kept. */
export interface RetentionPolicy {
  /** Months without anything happening, after which it is made anonymous. */
  months: number;
  /** Days before that in which the person is warned. */
  warningDays: number;
  /** Years that the funder may audit what it paid for, from the end of the call. */
  subsidyYears: number;
}

const dayMs = 24 * 60 * 60 * 1_000;

/** The instants since which nothing must have happened to warn of something, and to make it anonymous. */
export function duePoints({ months, warningDays }: RetentionPolicy, now: Date): { warn: Date; anonymise: Date } {
  const anonymise = new Date(now);
  anonymise.setUTCMonth(anonymise.getUTCMonth() - months);
  return { anonymise, warn: new Date(anonymise.getTime() + warningDays * dayMs) };
}

/** The day from which on something that was last touched at an instant is made anonymous; never before its warning ends. */
export function dueAfter({ months }: RetentionPolicy, since: Date): Date {
  const due = new Date(since);
  due.setUTCMonth(due.getUTCMonth() + months);
  return due;
}

/**
 * Until when what was done on a day is kept for the funder's audit: so many years from the end of the call that the day
 * is in, or of its year where no call is known.
 *
 * @param callEndsOn the last day of the call, `YYYY-MM-DD`
 * @returns the last day, `YYYY-MM-DD`
 */
export function auditUntil(day: string, callEndsOn: string | undefined, years: number): string {
  const end = callEndsOn ?? `${day.slice(0, 4)}-12-31`;
  return `${Number(end.slice(0, 4)) + years}${end.slice(4)}`;
}

/** What stands where a person was. */
export const nobody = { name: '—', email: 'esborrat@example.invalid', language: 'ca' } as const;
