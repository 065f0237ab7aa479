import { issueSecret } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, askFeed, feedOf, type Harness, type OnboardedPartner, startHarness } from './harness.ts';

interface Route {
  method: string;
  path: string;
  id: string;
}

let harness: Harness;
let a: OnboardedPartner;
let b: OnboardedPartner;
let routes: Route[];
let inbound: string;
let outbound: string;
let answerSecret: string;

beforeAll(async () => {
  harness = await startHarness();
  [a, b] = [await harness.onboard('Entitat A'), await harness.onboard('Entitat B')];
  const document = (await harness.raw({ url: '/openapi.json' })).json<{
    paths: Record<string, Record<string, { operationId?: string }>>;
  }>();
  routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => ['get', 'post', 'put', 'delete', 'patch'].includes(method))
      .map(([method, { operationId = '' }]) => ({ method: method.toUpperCase(), path, id: operationId })),
  );
  const token = harness.tokens.technician;
  inbound = (await harness.ask('POST', '/v1/partner/referrals', { token: a.apiKey, body: aReferral })).body.id;
  const drafted = await harness.ask('POST', '/v1/staff/referrals', { token, body: { ...aReferral, partnerId: a.id } });
  outbound = drafted.body.id;
  const headers = { 'if-match': drafted.etag };
  await harness.ask('POST', `/v1/staff/referrals/${outbound}/send`, { token, headers });
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 and payload like '%answerUrl%'`,
    [outbound],
  );
  const event = JSON.parse(rows[0]?.payload ?? '{}') as { data: { personal: { answerUrl: string } } };
  answerSecret = new URL(event.data.personal.answerUrl).pathname.split('/').at(-1) ?? '';
});
afterAll(() => harness.stop());

const under = (prefix: string): Route[] => routes.filter(({ path }) => path.startsWith(prefix));
/** The path with these values for its parameters, a well-formed id for the others. */
const filled = (path: string, values: Record<string, string> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '0198c1d2-7a10-7c3e-9f00-0000000000ff');
const call = async ({ method, path }: Route, token: string, values?: Record<string, string>) => {
  const response = await harness.raw({
    method,
    url: filled(path, values),
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), 'if-match': '"1"' },
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
  });
  return { status: response.statusCode, body: response.body };
};
/** A problem without what is different in every answer, and without the path that was asked for. */
const comparable = ({ status, body }: { status: number; body: string }): unknown => {
  const problem = JSON.parse(body) as Record<string, unknown>;
  return { status, ...problem, instance: '', errors: undefined };
};
const changes = () =>
  Promise.all(
    ['referral_history', 'partner', 'intake', 'accompaniment', 'project', 'outbox'].map((t) => harness.count(t)),
  );

describe('every route', () => {
  it('of staff and of partners is one of those that the suites below try', () => {
    expect(under('/v1/staff/').length).toBeGreaterThan(60);
    expect(under('/v1/partner/').length).toBeGreaterThan(8);
    expect(under('/v1/self-service/').length).toBeGreaterThan(10);
  });

  it('of staff refuses nobody’s, a partner’s and an invented token, and nothing changes', async () => {
    const before = await changes();
    for (const route of under('/v1/staff/')) {
      for (const token of ['', a.apiKey, issueSecret('atk').secret, 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.']) {
        expect((await call(route, token)).status, `${route.method} ${route.path}`).toBe(401);
      }
    }
    expect(await changes()).toEqual(before);
    // The partner's own key on a route of the staff is an attempt, each time.
    const partnersKey = `audit_record where details ->> 'why' = 'partner-key-for-staff' and subject_id = '${a.id}'`;
    expect(await harness.count(partnersKey)).toBe(under('/v1/staff/').length);
  });

  it('of partners refuses nobody’s, staff’s and an invented key, and nothing changes', async () => {
    const before = await changes();
    for (const route of under('/v1/partner/')) {
      for (const token of ['', harness.tokens.coordinator, issueSecret('atk').secret]) {
        expect((await call(route, token)).status, `${route.method} ${route.path}`).toBe(401);
      }
    }
    expect(await changes()).toEqual(before);
  });

  it('of partners answers for another’s referral as for one that does not exist, word for word', async () => {
    const before = await changes();
    const recorded = () => harness.count(`audit_record where action = 'refuse' and actor_id = '${b.id}'`);
    const earlier = await recorded();
    const tried: string[] = [];
    let tries = 0;
    for (const route of under('/v1/partner/referrals/{id}')) {
      for (const id of [inbound, outbound]) {
        const [foreign, absent] = [await call(route, b.apiKey, { id }), await call(route, b.apiKey)];
        expect(comparable(foreign), `${route.method} ${route.path}`).toEqual(comparable(absent));
        expect(foreign.status).toBeGreaterThanOrEqual(400);
        expect(foreign.status).toBeLessThan(500);
        tries += foreign.status === 404 ? 2 : 0;
      }
      tried.push(route.id);
    }
    expect(tried).toContain('downloadSharedDocument');
    // Each of them is on record, but those that were refused for their form.
    expect(tries).toBeGreaterThan(12);
    expect(await recorded()).toBe(earlier + tries);
    expect(await changes()).toEqual(before);
  });

  it('of links opens with its own secret alone: another purpose’s, an id or a key opens nothing', async () => {
    const before = await changes();
    for (const route of under('/v1/self-service/')) {
      const isAnswer = route.path.startsWith('/v1/self-service/referrals/');
      const wrong = [a.apiKey, outbound, issueSecret('ref').secret, ...(isAnswer ? [] : [answerSecret])];
      for (const secret of wrong) {
        const { status, body } = await call(route, '', { secret });
        expect([400, 404], `${route.method} ${route.path}: ${status}`).toContain(status);
        expect(body).not.toMatch(/veïnes|fàtima/i);
      }
    }
    expect(await changes()).toEqual(before);
    expect(
      await harness.count(`audit_record where action = 'refuse' and subject_type = 'access-link'`),
    ).toBeGreaterThan(20);
  });

  it('of documents by a partner’s link shows none that is not shared with that very referral', async () => {
    const route = routes.find(({ id }) => id === 'downloadDocumentByLink');
    if (route === undefined) throw new Error('There is no such route.');
    expect((await call(route, '', { secret: answerSecret })).status).toBe(404);
  });
});

describe('enumerating', () => {
  it('ids of another’s gives nothing in any list of a partner, whatever it filters by', async () => {
    for (const query of ['', '?status=received', '?limit=200']) {
      const list = await harness.ask('GET', `/v1/partner/referrals${query}`, { token: b.apiKey });
      expect(list.body.items).toEqual([]);
    }
    const own = await harness.ask('GET', '/v1/partner/referrals?limit=1', { token: a.apiKey });
    const stolen = await harness.ask('GET', `/v1/partner/referrals?cursor=${own.body.next}`, { token: b.apiKey });
    expect(stolen.body.items).toEqual([]);
    await feedOf(harness, a, (events) => events.length > 1);
    expect((await askFeed(harness, b, { limit: '500' })).body.events).toEqual([]);
  });
});
