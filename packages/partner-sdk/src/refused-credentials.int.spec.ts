import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createPartnerDesk, type Partner, type PartnerDesk } from '../test/partner-desk.ts';
import {
  type ConsumeReferralsOptions,
  consumeReferrals,
  type ConsumptionStatus,
  CredentialsFormatError,
  CredentialsRefusedError,
  type ReferralConsumption,
  type ReferralEvent,
} from './index.ts';

let desk: PartnerDesk;
let partner: Partner;
let running: ReferralConsumption[] = [];
let statuses: ConsumptionStatus[] = [];

const consume = (handle: ConsumeReferralsOptions['handle'], more: Partial<ConsumeReferralsOptions> = {}) => {
  const consumption = consumeReferrals({
    servers: desk.broker.url,
    credentials: partner.creds,
    handle,
    onStatus: (status) => void statuses.push(status),
    retryDelaysMs: [200],
    ...more,
  });
  running.push(consumption);
  return consumption;
};
const said = (type: ConsumptionStatus['type']) => statuses.filter((status) => status.type === type);
const stepsOf = (events: ReferralEvent[]) => events.map((event) => event.kind);

beforeAll(async () => {
  desk = await createPartnerDesk();
});
beforeEach(async () => {
  partner = await desk.onboard('A');
  statuses = [];
});
afterEach(async () => {
  await Promise.all(running.map((consumption) => consumption.stop()));
  running = [];
});
afterAll(() => desk.close());

describe('credentials that do not hold', () => {
  it('are told at once and end the consumption, when the account is suspended while connected', async () => {
    const consumption = consume(() => {}, { refusedForMs: 300 });
    await expect.poll(() => said('connected').length).toBe(1);
    await desk.suspend(partner);
    await expect(consumption.done).rejects.toThrow(CredentialsRefusedError);
    expect(said('refused')[0]).toMatchObject({ error: { name: 'CredentialsRefusedError', reason: 'no-connections' } });
  });

  it('work again by themselves when the suspension ends in time, and nothing is lost', async () => {
    const events: ReferralEvent[] = [];
    consume((event) => void events.push(event));
    await expect.poll(() => said('connected').length).toBe(1);
    await desk.suspend(partner);
    await expect.poll(() => said('refused').length).toBeGreaterThan(0);
    await desk.tell(partner, 'received');
    await desk.rotate(partner);
    await expect.poll(() => stepsOf(events), { timeout: 20_000 }).toEqual(['received']);
  });

  it('are told apart from an absence, when they were replaced', async () => {
    const credentials = await desk.rotate(partner, { revoke: true });
    const old = consume(() => {}, { refusedForMs: 0 });
    await expect(old.done).rejects.toMatchObject({ name: 'CredentialsRefusedError', reason: 'revoked-or-unknown' });
    consume(() => {}, { credentials });
    await expect.poll(() => said('connected').length).toBe(1);
  });

  it('are refused at once where they are no credentials', () => {
    expect(() => consume(() => {}, { credentials: 'secret' })).toThrow(CredentialsFormatError);
    expect(() => consume(() => {}, { credentials: partner.creds.replace(/ey\S+/g, 'e30.e30.e30') })).toThrow(
      CredentialsFormatError,
    );
  });

  it('of an account without a consumer are told, and tried again', async () => {
    const other = await desk.onboard('B', { consumer: false });
    consume(() => {}, { credentials: other.creds });
    await expect.poll(() => said('disconnected').length).toBeGreaterThan(1);
    await desk.makeConsumer(other);
    await expect.poll(() => said('connected').length).toBe(1);
  });
});
