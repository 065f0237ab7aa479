import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  aReferral,
  askFeed,
  connectAsPartner,
  feedOf,
  type Harness,
  type OnboardedPartner,
  readPartnerEvents,
  startHarness,
} from './harness.ts';

const day = 24 * 60 * 60 * 1_000;
let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const refer = async (partner: OnboardedPartner): Promise<string> =>
  (await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral })).body.id;
const feed = (partner: OnboardedPartner, query?: Record<string, string>) => askFeed(harness, partner, query);
const idsOf = (answer: { body: { events: { id: string }[] } }): string[] => answer.body.events.map(({ id }) => id);

describe('the feed of a partner', () => {
  it('has the events that come over NATS, to the last field', async () => {
    const partner = await harness.onboard('Entitat amb dues vies');
    const id = await refer(partner);
    await harness.ask('POST', `/v1/staff/referrals/${id}/accept`, {
      token: harness.tokens.technician,
      headers: { 'if-match': '"3"' },
    });
    const client = await connectAsPartner(partner);
    try {
      const received = await readPartnerEvents(client, partner, 2);
      const { body } = await feedOf(harness, partner, 2);
      expect(body.events).toEqual(received);
    } finally {
      await client.close();
    }
  });

  it('goes on where its reader stopped, page by page, each event once', async () => {
    const partner = await harness.onboard('Entitat que pagina');
    for (let made = 0; made < 5; made += 1) await refer(partner);
    await feedOf(harness, partner, 5);
    const seen: string[] = [];
    let after: string | undefined;
    let more = true;
    while (more) {
      const page = await feed(partner, { limit: '2', ...(after === undefined ? {} : { after }) });
      seen.push(...idsOf(page));
      after = page.body.next;
      more = page.body.more;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual(idsOf(await feed(partner)));
    expect((await feed(partner, { after: after ?? '' })).body.events).toEqual([]);
    await refer(partner);
    await feedOf(harness, partner, 1, { after: after ?? '' });
  });

  it('does not pass what commits late', async () => {
    const partner = await harness.onboard('Entitat pacient');
    const slow = await harness.database.pool.connect();
    try {
      await slow.query('begin');
      const lateId = crypto.randomUUID();
      await slow.query(
        `insert into partner_feed (partner_id, event_id, payload, occurred_at) values ($1, $2, $3, now())`,
        [partner.id, lateId, JSON.stringify({ specversion: '1.0', id: lateId, type: 'late', subject: 'x' })],
      );
      await refer(partner);
      const early = await feed(partner);
      expect(early.body.events).toEqual([]);
      await slow.query('commit');
      await expect
        .poll(async () => idsOf(await feed(partner, { after: early.body.next })))
        .toEqual([lateId, expect.any(String)]);
    } finally {
      slow.release(true);
    }
  });

  it('is the partner’s alone, and a cursor of another opens nothing', async () => {
    const a = await harness.onboard('Entitat A');
    const b = await harness.onboard('Entitat B');
    await refer(a);
    const { body } = await feedOf(harness, a, 1);
    expect((await feed(b)).body.events).toEqual([]);
    await refer(b);
    await feedOf(harness, b, 1);
    const withForeignCursor = await feed(b, { after: body.next });
    expect(withForeignCursor.body.events.every((event: { id: string }) => !idsOf({ body }).includes(event.id))).toBe(
      true,
    );
    expect((await harness.ask('GET', '/v1/partner/events', { token: harness.tokens.technician })).status).toBe(401);
    expect((await harness.ask('GET', '/v1/partner/events', { token: '' })).status).toBe(401);
  });

  it('waits for an event as long as it was told to, and answers as soon as there is one', async () => {
    const partner = await harness.onboard('Entitat que espera');
    const { body } = await feed(partner);
    const waiting = feed(partner, { after: body.next, wait: '20' });
    const id = await refer(partner);
    expect((await waiting).body.events).toMatchObject([{ subject: id }]);
    const all = await feedOf(harness, partner, 1);
    const empty = await feed(partner, { after: all.body.next, wait: '1' });
    expect(empty).toMatchObject({ status: 200, body: { events: [], more: false } });
  });

  it('lets whoever waits go when the process stops', async () => {
    const partner = await harness.onboard('Entitat tossuda');
    const { body } = await feed(partner);
    const process = await harness.another();
    const url = `${await process.listen()}/v1/partner/events?wait=25&after=${body.next}`;
    const calls = async (): Promise<number> => {
      await Promise.all([harness.flushUsage(), process.flushUsage()]);
      // Of all days, as midnight may come between the two.
      const calls = `select sum(calls) as calls from partner_usage where partner_id = '${partner.id}'`;
      return harness.count(`(${calls}) as usage where calls > 1`);
    };
    const waiting = fetch(url, { headers: { authorization: `Bearer ${partner.apiKey}` } });
    await expect.poll(calls).toBe(1);
    const begun = performance.now();
    const stopped = process.stop();
    expect((await waiting).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(20_000);
    await stopped;
  });

  it('refuses a cursor that is made up, and one that is too old, with what to do', async () => {
    const partner = await harness.onboard('Entitat despistada');
    expect((await feed(partner, { after: '\u0000' })).status).toBe(400);
    for (const after of ['nonsense', 'WzFd', Buffer.from('[1,"x",3]').toString('base64url')]) {
      expect(await feed(partner, { after })).toMatchObject({ status: 422, body: { code: 'kit.cursor.invalid' } });
    }
    for (const query of [{ limit: '0' }, { limit: '501' }, { wait: '26' }, { wait: '-1' }]) {
      expect((await feed(partner, query)).status).toBe(400);
    }
    const { body } = await feed(partner);
    harness.clock.advance(29 * day);
    const renewed = await feed(partner, { after: body.next });
    expect(renewed.status).toBe(200);
    harness.clock.advance(2 * day);
    expect(await feed(partner, { after: body.next })).toMatchObject({
      status: 410,
      body: { code: 'accompaniment.feed.cursor-expired' },
    });
    expect((await feed(partner, { after: renewed.body.next })).status).toBe(200);
  });

  it('keeps an event for thirty days, and clears it then', async () => {
    const partner = await harness.onboard('Entitat antiga');
    await refer(partner);
    await refer(partner);
    await feedOf(harness, partner, 2);
    const age = (days: number) =>
      harness.database.pool.query(
        `update partner_feed set occurred_at = $2 where id = (select min(id) from partner_feed where partner_id = $1)`,
        [partner.id, new Date(harness.clock.now().getTime() - days * day)],
      );
    const left = async (): Promise<number> => (await feed(partner)).body.events.length;
    await age(30);
    await harness.clear();
    expect(await left()).toBe(2);
    await age(32);
    await harness.clear();
    expect(await left()).toBe(1);
  });
});
