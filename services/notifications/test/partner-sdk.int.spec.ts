import { partnerReferralAccepted, partnerReferralReceived } from '@ateneu/events';
import {
  createWebhooksClient,
  PartnerApiError,
  verifyWebhook,
  type WebhookMessage,
  type WebhooksClient,
} from '@ateneu/partner-sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { type RunningService, startNotifications, type TestPartner } from './running-service.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

let service: RunningService;
let receiver: WebhookReceiver;
let partner: TestPartner;
let webhooks: WebhooksClient;
let baseUrl: string;

beforeAll(async () => {
  receiver = await startReceiver();
  service = await startNotifications({ WEBHOOK_ALLOW_HTTP: 'true', WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' });
  baseUrl = await service.composition.app.listen({ host: '127.0.0.1', port: 0 });
  partner = await service.onboard();
  webhooks = createWebhooksClient({ baseUrl, apiKey: partner.apiKey });
});
afterAll(async () => {
  await service.close();
  await receiver.stop();
});

const verified = (path: string, secret: string | string[]) =>
  receiver.at(path).map(({ headers, body }) => verifyWebhook({ secret, headers, body }));

it('the SDK manages a partner’s webhooks from the first test to the end', async () => {
  const { id, secret } = await webhooks.create({ url: `${receiver.origin}/sdk`, description: 'El meu sistema' });
  expect(await webhooks.list()).toMatchObject([{ id, status: 'active', description: 'El meu sistema' }]);
  expect(await webhooks.test(id)).toMatchObject({ delivered: true, response: { status: 204 } });

  await service.tell(partner, partnerReferralReceived);
  await expect.poll(() => verified('/sdk', secret).map(({ kind }) => kind)).toEqual(['unknown', 'received']);
  const messages = async (): Promise<WebhookMessage[]> => {
    const found: WebhookMessage[] = [];
    for await (const message of webhooks.messages(id, { pageSize: 1 })) found.push(message);
    return found;
  };
  await expect.poll(async () => (await messages()).map(({ status }) => status)).toEqual(['delivered']);
  const [message] = await messages();
  expect(await webhooks.message(id, message?.id ?? '')).toMatchObject({ log: [{ response: { status: 204 } }] });

  expect(await webhooks.resend(id, { messageId: message?.id ?? '' })).toEqual({ waiting: 1 });
  await expect.poll(() => receiver.at('/sdk')).toHaveLength(3);
  // It is known to be delivered a moment after it arrived.
  await expect.poll(async () => (await messages()).map(({ status }) => status)).toEqual(['delivered']);
  expect(await webhooks.resend(id, { from: '2020-01-01T00:00:00Z', only: 'all' })).toEqual({ waiting: 1 });
  await expect.poll(() => receiver.at('/sdk')).toHaveLength(4);

  expect((await webhooks.pause(id)).status).toBe('paused');
  const renewed = await webhooks.rotateSecret(id, { overlapHours: 0 });
  expect(renewed.secret).not.toBe(secret);
  await service.tell(partner, partnerReferralAccepted);
  expect((await webhooks.resume(id)).status).toBe('active');
  await expect.poll(() => receiver.at('/sdk')).toHaveLength(5);
  expect(verified('/sdk', [secret, renewed.secret]).at(-1)).toMatchObject({ kind: 'accepted' });
  expect(() => verified('/sdk', secret)).toThrow();

  await webhooks.delete(id);
  expect(await webhooks.list()).toEqual([]);
  await expect(webhooks.get(id)).rejects.toMatchObject({ status: 404 });
  await expect(createWebhooksClient({ baseUrl, apiKey: 'atk_wrong' }).list()).rejects.toBeInstanceOf(PartnerApiError);
});
