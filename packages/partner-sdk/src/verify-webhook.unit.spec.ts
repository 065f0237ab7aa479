import { createEvent, partnerReferralAccepted } from '@ateneu/events';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';

import { verifyWebhook, WebhookRefusedError } from './index.ts';

const secretOf = (letter: string): string => `whsec_${Buffer.from(letter.repeat(24)).toString('base64')}`;
const [current, next, foreign] = [secretOf('a'), secretOf('b'), secretOf('c')];
const event = createEvent(partnerReferralAccepted, {
  aggregateId: partnerReferralAccepted.example.referralId,
  sequence: 2,
  data: partnerReferralAccepted.example,
  time: new Date('2026-05-04T10:00:00Z'),
  correlationId: 'test',
});
const body = JSON.stringify(event);
const signed = (secret: string, at = new Date(), text = body): Record<string, string> => ({
  'webhook-id': event.id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': new Webhook(secret).sign(event.id, at, text),
});

describe('verifying a webhook', () => {
  it('returns its event', () => {
    expect(verifyWebhook({ secret: current, headers: signed(current), body })).toEqual({ ...event, kind: 'accepted' });
  });

  it('takes headers of a Request or of node:http, and bytes', () => {
    const headers = signed(current);
    const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const form of [new Headers(headers), upper]) {
      expect(verifyWebhook({ secret: current, headers: form, body: Buffer.from(body) }).kind).toBe('accepted');
    }
  });

  it.each([current, next])('accepts either secret during a rotation', (secret) => {
    expect(verifyWebhook({ secret: [current, next], headers: signed(secret), body }).kind).toBe('accepted');
  });

  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  it.each([
    ['was signed with another secret', { headers: signed(foreign) }],
    ['was altered', { body: body.replace('creation', 'consolidation') }],
    ['is too old', { headers: signed(current, minutesAgo(6)) }],
    ['is from the future', { headers: signed(current, minutesAgo(-6)) }],
    ['is older than you tolerate', { headers: signed(current, minutesAgo(1)), toleranceSeconds: 30 }],
    ['has no headers', { headers: {} }],
    ['has no time', { headers: { ...signed(current), 'webhook-timestamp': 'now' } }],
    ['meets no secret', { secret: [] }],
  ])('refuses one that %s', (_why, change) => {
    const attempt = () => verifyWebhook({ secret: [current, next], headers: signed(current), body, ...change });
    expect(attempt).toThrow(WebhookRefusedError);
  });
});
