import { Webhook } from 'standardwebhooks';

import { type ReferralEvent, readReferralEvent } from './events.ts';

/** A webhook that does not come from the ateneu, was altered, or is too old. Answer 400 and do nothing with it. */
export class WebhookRefusedError extends Error {
  override readonly name = 'WebhookRefusedError';
}

/** A webhook as it came. */
export interface VerifyWebhookOptions {
  /** Your secret (`whsec_…`); during a rotation both, in any order. */
  secret: string | readonly string[];
  /** The request’s headers, of a `Request` or of `node:http`. */
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body, byte for byte: before any JSON parser. */
  body: string | Uint8Array;
  /** How far its clock may be from yours, in seconds; 300 by default, which is also the most. */
  toleranceSeconds?: number;
}

/**
 * Checks the signature of a webhook (standardwebhooks.com) and reads its event.
 *
 * @throws WebhookRefusedError where no secret fits, a header is missing, or its time is out of the tolerance
 */
export function verifyWebhook(options: VerifyWebhookOptions): ReferralEvent {
  const { toleranceSeconds = 300 } = options;
  const body = typeof options.body === 'string' ? options.body : Buffer.from(options.body).toString('utf8');
  const headers = {
    'webhook-id': headerOf(options.headers, 'webhook-id'),
    'webhook-timestamp': headerOf(options.headers, 'webhook-timestamp'),
    'webhook-signature': headerOf(options.headers, 'webhook-signature'),
  };
  const secrets = typeof options.secret === 'string' ? [options.secret] : options.secret;
  const failures: unknown[] = [];
  if (Math.abs(Date.now() / 1_000 - Number(headers['webhook-timestamp'])) > toleranceSeconds) {
    throw new WebhookRefusedError('The webhook’s time is out of the tolerance.');
  }
  for (const secret of secrets) {
    try {
      new Webhook(secret).verify(body, headers, { jsonParse: false });
      return readReferralEvent(body);
    } catch (error) {
      failures.push(error);
    }
  }
  throw new WebhookRefusedError('The webhook’s signature fits none of the secrets.', { cause: failures.at(-1) });
}

function headerOf(headers: VerifyWebhookOptions['headers'], name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? '';
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return (typeof found === 'string' ? found : found?.[0]) ?? '';
}
