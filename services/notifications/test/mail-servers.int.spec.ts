import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

import { enrolmentConfirmed, partnerReferralSent } from '@ateneu/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, to } from './running-service.ts';
import { type Arrival, type SmtpInbox, startSmtpInbox } from './smtp-inbox.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

let first: SmtpInbox;
let second: SmtpInbox;
let service: RunningService;
beforeAll(async () => {
  [first, second] = [await startSmtpInbox(), await startSmtpInbox()];
  service = await startNotifications({ SMTP_URL: `${first.url} ${second.url}?rateLimit=5` });
});
afterAll(async () => {
  await service.close();
  await Promise.all([first.stop(), second.stop()]);
});

let people = 0;
const somebody = (): string => `destinatari${(people += 1)}@example.org`;
const at = (inbox: SmtpInbox, address: string): Arrival[] =>
  inbox.arrivals.filter(({ recipients }) => recipients.includes(address));
const statusOf = async (address: string) => (await service.deliveries(`recipient = '${address}'`))[0]?.status;

describe('two mail servers', () => {
  it('are asked in order: the second gets nothing while the first takes messages', async () => {
    const email = somebody();
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => at(first, email)).toHaveLength(1);
    await expect.poll(() => statusOf(email)).toBe('sent');
    expect(second.arrivals).toEqual([]);
  });

  it('never both get a message that the first may have taken', async () => {
    const email = somebody();
    first.onMessage(async (address) => (address === email ? 'hang-up' : undefined));
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => statusOf(email)).toBe('possibly-sent');
    expect(at(first, email)).toHaveLength(1);
    expect(at(second, email)).toEqual([]);
  });

  it('make one for a person whose address the first refuses for good: the second is not asked', async () => {
    const email = somebody();
    first.onRecipient((address) => (address === email ? { code: 550, message: '5.1.1 no' } : undefined));
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => statusOf(email)).toBe('failed');
    expect(second.offers(email)).toBe(0);
  });

  it('make up for each other when one is away or says later, in the very attempt', async () => {
    const busy = somebody();
    first.onRecipient((address) => (address === busy ? { code: 451, message: 'més tard' } : undefined));
    await service.publish(enrolmentConfirmed, to({ email: busy }));
    await expect.poll(() => at(second, busy)).toHaveLength(1);
    expect(at(first, busy)).toEqual([]);
    await first.stop();
    const email = somebody();
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => at(second, email)).toHaveLength(1);
    await expect
      .poll(() => service.deliveries(`recipient = '${email}'`))
      .toMatchObject([{ status: 'sent', attempts: 1 }]);
  });

  it('are given no more than the rate that each was given', async () => {
    const group = Array.from({ length: 31 }, somebody);
    const startedAt = Date.now();
    await Promise.all(group.map((email) => service.publish(enrolmentConfirmed, to({ email }))));
    await expect.poll(() => group.filter((email) => at(second, email).length === 1)).toHaveLength(31);
    // What is left of one second and the whole of the next may come together; after that five a second, however fast
    // the machine.
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(2_000);
  });
});

describe('a mail server that never answers', () => {
  let silent: Server;
  let receiver: WebhookReceiver;
  let slow: RunningService;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    silent = createServer((socket) => void sockets.push(socket));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    receiver = await startReceiver();
    slow = await startNotifications({
      SMTP_URL: `smtp://127.0.0.1:${(silent.address() as { port: number }).port}`,
      SMTP_TIMEOUT_MS: '4000',
      WEBHOOK_ALLOW_HTTP: 'true',
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
    });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    silent.close();
    await slow.close();
    await receiver.stop();
  });

  it('delays e-mail alone: with every connection taken, webhooks go on and the service stays ready', async () => {
    const group = Array.from({ length: 20 }, somebody);
    await Promise.all(group.map((email) => slow.publish(enrolmentConfirmed, to({ email }))));
    await expect.poll(() => sockets.length).toBeGreaterThanOrEqual(4);
    const partner = await slow.onboard();
    const body = { url: `${receiver.origin}/hook` };
    expect((await slow.askWithKey(partner.apiKey, 'POST', '/v1/partner/webhook-endpoints', body)).statusCode).toBe(201);
    await slow.tell(partner, partnerReferralSent);
    await expect.poll(() => receiver.at('/hook')).toHaveLength(1);
    await expect.poll(async () => (await slow.composition.app.inject('/health/ready')).statusCode).toBe(200);
    await expect.poll(() => slow.deliveries()).toHaveLength(20);
    const statuses = (await slow.deliveries()).map(({ status }) => status);
    expect(statuses.every((status) => ['pending', 'sending'].includes(status))).toBe(true);
  });
});
