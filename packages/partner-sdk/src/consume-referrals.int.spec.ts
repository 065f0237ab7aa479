import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openGate } from '../test/gate.ts';
import { createPartnerDesk, type Partner, type PartnerDesk, referral } from '../test/partner-desk.ts';
import {
  type ConsumeReferralsOptions,
  consumeReferrals,
  type ConsumptionStatus,
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
const nothingLeft = { waiting: 0, unconfirmed: 0 };
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

describe('a partner that consumes its referrals', () => {
  it('gets its own events in order, and nobody else’s', async () => {
    const other = await desk.onboard('B');
    const ids = [await desk.tell(partner, 'received', 1), await desk.tell(partner, 'accepted', 2)];
    await desk.tell(other, 'declined', 1);
    const events: ReferralEvent[] = [];
    const consumption = consume((event) => void events.push(event));
    await expect.poll(() => events.length).toBe(2);
    ids.push(await desk.tell(partner, 'started', 3), await desk.tell(partner, 'closed', 4));
    await expect.poll(() => events.map((event) => event.id)).toEqual(ids);
    expect(stepsOf(events)).toEqual(['received', 'accepted', 'started', 'closed']);
    expect(events.at(-1)).toMatchObject({ subject: referral(6), sequence: 4, data: { outcome: 'entity-created' } });
    await expect.poll(() => desk.placeOf(partner)).toEqual(nothingLeft);
    expect(await desk.placeOf(other)).toEqual({ waiting: 1, unconfirmed: 0 });
    expect(consumption.accountKey).toBe(partner.accountPublicKey);
    expect(said('connected')).toHaveLength(1);
  });

  it('acknowledges an event only after the handler resolved', async () => {
    await desk.tell(partner, 'received');
    const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
    let begun = false;
    consume(() => {
      begun = true;
      return committed;
    });
    await expect.poll(() => begun).toBe(true);
    expect(await desk.placeOf(partner)).toEqual({ waiting: 0, unconfirmed: 1 });
    commit();
    await expect.poll(() => desk.placeOf(partner)).toEqual(nothingLeft);
  });

  it('gets an event again after its handler failed, before the later ones of the same referral', async () => {
    await desk.tell(partner, 'received', 1);
    await desk.tell(partner, 'accepted', 2);
    await desk.tell(partner, 'received', 1, referral(7));
    const done: string[] = [];
    let failures = 0;
    consume((event) => {
      if (event.kind === 'unknown') throw new Error('unexpected');
      // At least twice, and until the other referral was handled, however long its event is on its way.
      if (event.subject === referral(6) && event.sequence === 1 && (failures < 2 || done.length === 0)) {
        failures += 1;
        throw new Error('the database is away');
      }
      done.push(`${event.subject.at(-1)}:${event.kind}`);
    });
    await expect.poll(() => done).toEqual(['7:received', '6:received', '6:accepted']);
    await expect.poll(() => desk.placeOf(partner)).toEqual(nothingLeft);
    expect(said('handler-failed').slice(0, 2)).toMatchObject([
      { attempt: 1, retryInMs: 200, event: { kind: 'received' }, error: { message: 'the database is away' } },
      { attempt: 2 },
    ]);
  });

  it('gets exactly what it missed after it was stopped', async () => {
    const before: ReferralEvent[] = [];
    const first = consume((event) => void before.push(event));
    await expect.poll(() => said('connected').length).toBe(1);
    await desk.tell(partner, 'received', 1);
    await expect.poll(() => before.length).toBe(1);
    await first.stop();
    const missed = [await desk.tell(partner, 'accepted', 2), await desk.tell(partner, 'started', 3)];
    const after: ReferralEvent[] = [];
    consume((event) => void after.push(event));
    await expect.poll(() => after.map((event) => event.id)).toEqual(missed);
    await expect.poll(() => desk.placeOf(partner)).toEqual(nothingLeft);
    expect(before).toHaveLength(1);
  });

  it('finishes the event in hand when it is stopped, and leaves the others to whoever comes next', async () => {
    for (const sequence of [1, 2, 3, 4]) await desk.tell(partner, 'received', sequence);
    const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
    const handled: ReferralEvent[] = [];
    const stopping = new AbortController();
    const first = consume(
      (event) => {
        handled.push(event);
        return handled.length === 1 ? undefined : committed;
      },
      { signal: stopping.signal },
    );
    await expect.poll(() => handled.length).toBe(2);
    await expect.poll(() => desk.placeOf(partner)).toEqual({ waiting: 0, unconfirmed: 3 });
    stopping.abort();
    commit();
    await first.done;
    expect(handled).toHaveLength(2);
    const after: ReferralEvent[] = [];
    consume((event) => void after.push(event));
    await expect.poll(() => after.map((event) => (event.kind === 'unknown' ? 0 : event.sequence))).toEqual([3, 4]);
  });

  it('comes back by itself when its connection breaks, and goes on where it was', async () => {
    const gate = await openGate(desk.broker.url);
    const events: ReferralEvent[] = [];
    consume((event) => void events.push(event), { servers: gate.url });
    await desk.tell(partner, 'received', 1);
    await expect.poll(() => events.length).toBe(1);
    await gate.shut();
    await expect.poll(() => said('disconnected').length).toBeGreaterThan(0);
    await desk.tell(partner, 'accepted', 2);
    await gate.open();
    await expect.poll(() => stepsOf(events), { timeout: 20_000 }).toEqual(['received', 'accepted']);
    expect(said('connected').length).toBeGreaterThan(1);
    await gate.shut();
  });

  it('is handed what its version does not know, or skips it, as it chose', async () => {
    const subject = `referral.${partner.accountPublicKey}.praised.v1`;
    const raw = '{"type":"cat.ateneulh.accompaniment.partner-referral.praised.v1","id":"x"}';
    const events: ReferralEvent[] = [];
    await desk.broker.admin.jetstream.publish(subject, raw);
    const first = consume((event) => void events.push(event));
    await expect.poll(() => events).toMatchObject([{ kind: 'unknown', raw, id: 'x' }]);
    await first.stop();
    await desk.broker.admin.jetstream.publish(subject, raw);
    consume((event) => void events.push(event), { unknownEvents: 'skip' });
    await expect.poll(() => said('skipped')).toMatchObject([{ event: { kind: 'unknown', raw } }]);
    await expect.poll(() => desk.placeOf(partner)).toEqual(nothingLeft);
    expect(events).toHaveLength(1);
  });
});
