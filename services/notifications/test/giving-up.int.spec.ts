import { deliveryFailed, enrolmentConfirmed } from '@ateneu/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, to } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startNotifications({ MAIL_RETRY_LIMIT: '1' });
});
afterAll(() => service.close());

describe('a message whose attempts are used up', () => {
  it('has failed, and the others are told that it was not the address', async () => {
    const email = 'bustia-plena@example.org';
    service.inbox.onRecipient((address) => (address === email ? { code: 452, message: 'bústia plena' } : undefined));
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(async () => (await service.deliveries(`recipient = '${email}'`))[0]?.status).toBe('failed');
    expect(service.inbox.offers(email)).toBe(2);
    const { rows } = await service.database.pool.query(`select payload from outbox where type = $1`, [
      deliveryFailed.type,
    ]);
    expect(rows.map((row) => JSON.parse(row.payload).data)).toMatchObject([
      { permanent: false, attempts: 2, reason: expect.stringContaining('452'), personal: { recipient: email } },
    ]);
  });
});

describe('a service that is started again', () => {
  it('sends what was waiting, with the settings of today', async () => {
    const email = 'despres@example.org';
    // However long the start takes, attempts are left.
    await service.restart({ MAIL_RETRY_LIMIT: '100' });
    await service.inbox.stop();
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(async () => (await service.deliveries(`recipient = '${email}'`)).length).toBe(1);
    await service.restart();
    await service.inbox.start();
    await expect
      .poll(() => service.inbox.arrivals.filter((arrival) => arrival.recipients.includes(email)).length)
      .toBe(1);
  });
});
