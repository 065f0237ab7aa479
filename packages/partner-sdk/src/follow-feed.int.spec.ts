import { createServer } from 'node:http';

import { afterEach, describe, expect, it } from 'vitest';

import { FeedCursorExpiredError, followFeed, type FollowFeedOptions, PartnerApiError } from './index.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const eventOf = (sequence: number) => ({
  specversion: '1.0',
  id: `0198c1d2-7a10-7c3e-9f00-00000000000${sequence}`,
  type: 'cat.ateneulh.accompaniment.partner-referral.received.v1',
  source: '/services/accompaniment',
  subject: '0198c1d2-7a10-7c3e-9f00-000000000006',
  time: '2026-05-04T10:00:00Z',
  datacontenttype: 'application/json',
  sequence,
  correlationid: 'c',
  data: {
    referralId: '0198c1d2-7a10-7c3e-9f00-000000000006',
    direction: 'inbound',
    modality: 'creation',
    status: 'received',
  },
});
const events = [1, 2, 3, 4, 5].map(eventOf);

/** A feed of five events in pages of two, which fails as often as it is told to; and what it was asked. */
async function feed(failures: { status: number; code?: string }[] = []) {
  const asked: (string | null)[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const after = url.searchParams.get('after');
    asked.push(after);
    const failure = failures.shift();
    if (failure !== undefined) {
      response.writeHead(failure.status, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ code: failure.code ?? 'x', detail: 'No.' }));
      return;
    }
    const from = Number(after ?? 0);
    const page = events.slice(from, from + 2);
    const answer = () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ events: page, next: String(from + page.length), more: false }));
    };
    // Held a little where there is nothing new, as the service does.
    if (page.length > 0) answer();
    else setTimeout(answer, 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No address.');
  const baseUrl = `http://127.0.0.1:${address.port}`;
  const follow = (options: Pick<FollowFeedOptions, 'handle'> & Partial<FollowFeedOptions>) =>
    followFeed({ baseUrl, apiKey: 'key', waitSeconds: 0, retryDelaysMs: [5], ...options });
  return { asked, follow };
}

describe('following the feed', () => {
  it('hands over everything once and in order, and asks on from what was handled', async () => {
    const { follow, asked } = await feed();
    const seen: unknown[] = [];
    let kept: string | undefined;
    const following = follow({
      handle: (page) => {
        seen.push(...page.events.map((event) => (event.kind === 'unknown' ? 0 : event.sequence)));
        kept = page.next;
      },
    });
    // It asks from behind the last page only after that page was handled: that question is what is waited for.
    await expect.poll(() => asked.slice(0, 4)).toEqual([null, '2', '4', '5']);
    await following.stop();
    await following.done;
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(kept).toBe('5');
  });

  it('goes on after a crash from the place that was kept, and misses nothing', async () => {
    const { follow } = await feed();
    const store: { place: string | undefined; handled: number[] } = { place: undefined, handled: [] };
    const handle: FollowFeedOptions['handle'] = (page) => {
      if (store.handled.length === 2 && page.next === '4') throw new Error('crash before the commit');
      store.handled.push(...page.events.map((event) => (event.kind === 'unknown' ? 0 : event.sequence)));
      store.place = page.next;
    };
    const failed: unknown[] = [];
    const first = follow({ handle, onStatus: (status) => failed.push(status.type), retryDelaysMs: [60_000] });
    await expect.poll(() => failed).toEqual(['handler-failed']);
    await first.stop();
    expect(store).toEqual({ place: '2', handled: [1, 2] });
    const second = follow({
      after: store.place,
      handle: (page) => {
        store.handled.push(...page.events.map((event) => (event.kind === 'unknown' ? 0 : event.sequence)));
      },
    });
    await expect.poll(() => store.handled).toEqual([1, 2, 3, 4, 5]);
    await second.stop();
  });

  it('asks again while the service is away or busy', async () => {
    const { follow } = await feed([{ status: 503 }, { status: 502 }, { status: 429 }]);
    const told: string[] = [];
    let count = 0;
    const following = follow({
      handle: ({ events: page }) => void (count += page.length),
      onStatus: ({ type }) => told.push(type),
    });
    await expect.poll(() => count).toBe(5);
    expect(told).toEqual(['unreachable', 'unreachable', 'unreachable']);
    await following.stop();
  });

  it('ends where the place is too old, and where the key stays refused', async () => {
    const old = await feed([{ status: 410, code: 'accompaniment.feed.cursor-expired' }]);
    await expect(old.follow({ after: 'old', handle: () => {} }).done).rejects.toBeInstanceOf(FeedCursorExpiredError);
    const refused = await feed([{ status: 401 }, { status: 401 }]);
    await expect(refused.follow({ handle: () => {}, refusedForMs: 0 }).done).rejects.toBeInstanceOf(PartnerApiError);
  });
});
