/** What somebody tried past what they may. */
export type Attempt =
  | 'unknown-key'
  | 'refused-key'
  | 'partner-key-for-staff'
  | 'not-theirs'
  | 'refused-link'
  | 'refused-connection';

/**
 * Writes an attempt to the log, always as a warning and always with the field `security`, which whoever watches looks
 * for. Never a secret, and of people no more than their partner.
 */
export function reportAttempt(
  logger: { warn(details: object, message: string): void },
  attempt: Attempt,
  details: Record<string, unknown>,
): void {
  logger.warn({ security: attempt, ...details }, 'Something was tried that is not allowed.');
}
