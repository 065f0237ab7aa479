import { randomBytes } from 'node:crypto';

import { partnerReferralSent } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { verifyWebhook } from '@ateneu/partner-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, type TestPartner } from './running-service.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const newKey = (): string => randomBytes(32).toString('base64url');
const [first, second] = [newKey(), newKey()];
const withKeys = (...keys: readonly string[]) => ({ WEBHOOK_SECRET_KEYS: keys.join(',') });

let service: RunningService;
let receiver: WebhookReceiver;
let partner: TestPartner;
beforeAll(async () => {
  receiver = await startReceiver();
  service = await startNotifications({ WEBHOOK_ALLOW_HTTP: 'true', WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' });
  partner = await service.onboard();
});
afterAll(async () => {
  await service.close();
  await receiver.stop();
});

interface Created {
  id: string;
  secret: string;
}
const create = async (path: string, key = newId()): Promise<Created> => {
  const answer = await service.composition.app.inject({
    method: 'POST',
    url: '/v1/partner/webhook-endpoints',
    headers: { authorization: `Bearer ${partner.apiKey}`, 'idempotency-key': key },
    payload: { url: receiver.origin + path },
  });
  expect(answer.statusCode).toBe(201);
  return answer.json();
};

/** Everything that the database holds. */
const stored = async (): Promise<string> => {
  const { rows } = await service.database.pool.query<{ text: string }>(
    `select database_to_xml(true, false, '')::text as text`,
  );
  return rows[0]?.text ?? '';
};

/** The next event that arrives there verifies with this secret. */
const signs = async (path: string, secret: string): Promise<boolean> => {
  const before = receiver.at(path).length;
  await service.tell(partner, partnerReferralSent);
  await expect.poll(() => receiver.at(path).length).toBe(before + 1);
  const { headers, body } = receiver.at(path)[before] ?? { headers: {}, body: '' };
  verifyWebhook({ secret, headers, body });
  return true;
};

describe('the secrets that sign webhooks', () => {
  it('are sealed in the database from the start that has a key, sign as before, and are renewed with a new key', async () => {
    const plain = await create('/plain');
    expect(await stored()).toContain(plain.secret);
    await service.database.pool.query(`delete from idempotency_key`);

    await service.restart(withKeys(first));
    expect(await stored()).not.toContain(plain.secret);
    expect(await signs('/plain', plain.secret)).toBe(true);

    await service.restart(withKeys(second, first));
    await service.restart(withKeys(second));
    expect(await signs('/plain', plain.secret)).toBe(true);
  });

  it('are given again to whoever repeats the request, and are nowhere in the clear', async () => {
    await service.restart(withKeys(second));
    const key = newId();
    const created = await create('/sealed', key);
    expect(created.secret).toMatch(/^whsec_/);
    expect(await create('/sealed', key)).toEqual(created);
    const url = `/v1/partner/webhook-endpoints/${created.id}`;
    const rotated = (await service.askWithKey(partner.apiKey, 'POST', `${url}/rotate-secret`)).json().secret as string;
    const tested = (await service.askWithKey(partner.apiKey, 'POST', `${url}/test`)).json();
    expect(tested).toMatchObject({ delivered: true });
    expect(await signs('/sealed', created.secret)).toBe(true);
    expect(await signs('/sealed', rotated)).toBe(true);
    const text = await stored();
    expect(text).not.toContain(created.secret);
    expect(text).not.toContain(rotated);
    expect(text).not.toContain('whsec_');
    expect(text).toContain(created.id);
  });

  it('that no key opens stop their own endpoint alone: the service starts, and others are sealed', async () => {
    const [lost, other] = [await create('/lost'), await create('/kept')];
    const stranger = newKey();
    await service.restart(withKeys(stranger, second));
    await service.database.pool.query(
      `update webhook_endpoint set secret = overlay(secret placing 'AAAA' from 20) where id = $1`,
      [lost.id],
    );
    await service.restart(withKeys(second, stranger));
    const test = (id: string) => service.askWithKey(partner.apiKey, 'POST', `/v1/partner/webhook-endpoints/${id}/test`);
    expect((await test(lost.id)).statusCode).toBe(500);
    expect((await test(other.id)).json()).toMatchObject({ delivered: true });
    expect(
      await service.askWithKey(partner.apiKey, 'DELETE', `/v1/partner/webhook-endpoints/${lost.id}`),
    ).toMatchObject({
      statusCode: 204,
    });
  });

  it('of two endpoints cannot be put in each other’s place', async () => {
    const [one, other] = [await create('/one'), await create('/other')];
    await service.database.pool.query(
      `update webhook_endpoint set secret = (select secret from webhook_endpoint where id = $2) where id = $1`,
      [one.id, other.id],
    );
    const answer = await service.askWithKey(partner.apiKey, 'POST', `/v1/partner/webhook-endpoints/${one.id}/test`);
    expect(answer.statusCode).toBe(500);
    expect(receiver.at('/one')).toEqual([]);
  });
});
