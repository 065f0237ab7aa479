import type { Attempt } from '../delivery/delivery.ts';

/** What nodemailer tells of a failure. */
interface SmtpError {
  /** Nodemailer's own class of failure: `EENVELOPE`, `EAUTH`, `ESOCKET`, … */
  code?: string | undefined;
  /** The step it happened at: `CONN`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`, … */
  command?: string | undefined;
  /** The three digits of the server's answer. */
  responseCode?: number | undefined;
  message: string;
}

/** Steps at which a refusal is about this message. At the others it is about us: our account, our connection. */
const messageSteps = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/**
 * What a failed attempt means for the message.
 *
 * The server's own answer decides where there is one: 5xx to the sender, the recipient or the message is final, while a
 * rejected log-in waits until somebody mends our settings. Where the line was lost without an answer, `reachedData`
 * decides: before the text of the message was on its way nobody can have taken it.
 */
export function outcomeOf(error: SmtpError, reachedData: boolean): Exclude<Attempt, { outcome: 'sent' }> {
  const reason = withoutAddresses(error.message);
  if (error.responseCode !== undefined) {
    const step = error.command ?? '';
    if (error.responseCode < 500 || !messageSteps.has(step)) return { outcome: 'postponed', reason };
    return { outcome: 'refused', reason, addressRefused: step === 'RCPT TO' };
  }
  if (reachedData) return { outcome: 'unknown', reason };
  // Without an answer and of class EENVELOPE, nodemailer itself found that the address is none.
  return error.code === 'EENVELOPE'
    ? { outcome: 'refused', reason, addressRefused: true }
    : { outcome: 'postponed', reason };
}

/** Servers repeat the address they refuse, and a reason travels to where people's addresses must not. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'()]+@[^\s<>"'()]+/g, '[address]').slice(0, 1_000);
}
