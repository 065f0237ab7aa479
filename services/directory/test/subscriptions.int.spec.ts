import { createTestDatabase } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAddresses } from '../src/addresses.ts';
import { createSubscriptionStore, sendDigests } from '../src/features/subscription/index.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
  // A Wednesday at noon; Monday at eight is what counts.
  directory.clock.set('2026-12-02T11:00:00Z');
});
afterAll(() => directory.close());

const hour = 60 * 60 * 1_000;
const day = 24 * hour;
let people = 0;
const email = () => `lectora${(people += 1)}@example.org`;
const subscribe = (payload: object, remoteAddress = `10.4.${people >> 8}.${people & 255}`) =>
  directory.app.inject({ method: 'POST', url: '/v1/subscriptions', payload, remoteAddress });
interface Told {
  subscriptionId: string;
  topic: { ca: string; es: string };
  items: { title: { ca: string }; kind: string; url: string }[];
  more: number;
  moreUrl: string;
  personal: { email: string; confirmUrl?: string; manageUrl: string; oneClickUrl: string };
}
const told = async (address: string, event: string): Promise<Told[]> => {
  const { rows } = await directory.database.pool.query<{ data: Told }>(
    `select payload::jsonb -> 'data' as data from outbox where type like $1
       and payload::jsonb #>> '{data,personal,email}' = $2 order by id`,
    [`%subscription.${event}.v1`, address],
  );
  return rows.map(({ data }) => data);
};
const pathOf = (url: string | undefined) => new URL(url ?? 'about:blank').pathname.replace('/directory', '');
const post = (url: string, headers: Record<string, string> = {}, payload?: string) =>
  directory.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });
const confirmed = async (filters: object = {}): Promise<string> => {
  const address = email();
  expect((await subscribe({ email: address, filters })).statusCode).toBe(202);
  const [asked] = await told(address, 'confirmation-requested');
  expect((await post(`${pathOf(asked?.personal.confirmUrl)}/confirm`)).json()).toMatchObject({ state: 'active' });
  return address;
};
const send = () =>
  sendDigests({
    database: directory.database,
    clock: directory.clock,
    addresses: createAddresses({ PUBLIC_URL: 'http://localhost:4000', WEBSITE_URL: 'https://ateneu.example' }),
    urlOf: (secret) => `http://localhost:4000/directory/v1/self-service/subscriptions/${secret}`,
  });
const nextMonday = () => directory.clock.advance(7 * day);

describe('a subscription', () => {
  it('gets nothing before it is confirmed from the page of its link', async () => {
    const address = email();
    await subscribe({ email: address, language: 'es', filters: { sector: ['cures'], neighbourhood: ['7'] } });
    const [asked] = await told(address, 'confirmation-requested');
    expect(asked?.topic).toMatchObject({
      ca: 'Novetats del directori: Cures, La Florida',
      es: 'Novedades del directorio: Cuidados, La Florida',
    });
    directory.clock.advance(hour);
    await moderation.publish('Cures de la Florida', { sectors: ['cures'], neighbourhood: '7' });
    nextMonday();
    await send();
    expect(await told(address, 'digest-due')).toEqual([]);
    expect((await post(`${pathOf(asked?.personal.confirmUrl)}/confirm`)).json()).toMatchObject({ status: 410 });
  });

  it('gets each week’s news that its search finds, once, and what came after its confirmation alone', async () => {
    await moderation.publish('Massa d’hora', { sectors: ['cures'] });
    directory.clock.advance(hour);
    const address = await confirmed({ sector: ['cures'] });
    directory.clock.advance(hour);
    await moderation.publish('Cuidem-nos', { sectors: ['cures'], neighbourhood: '12' });
    await moderation.publish('Una altra cosa', { sectors: ['oci'] });
    await send();
    expect(await told(address, 'digest-due'), 'before Monday').toEqual([]);
    nextMonday();
    await Promise.all([send(), send(), send()]);
    await send();
    const digests = await told(address, 'digest-due');
    expect(digests).toMatchObject([
      {
        items: [
          { title: { ca: 'Cuidem-nos' }, kind: 'initiative', url: 'https://ateneu.example/initiatives/cuidem-nos' },
        ],
        more: 0,
        moreUrl: 'https://ateneu.example/initiatives?sort=newest&sector=cures',
      },
    ]);
    nextMonday();
    await send();
    expect(await told(address, 'digest-due'), 'a week without news').toHaveLength(1);
  });

  it('is left by the links of its mails for a year, and by the last one ever', async () => {
    const address = await confirmed({ sector: ['logistica'] });
    for (const name of ['Camió u', 'Camió dos']) {
      directory.clock.advance(hour);
      await moderation.publish(name, { sectors: ['logistica'] });
      nextMonday();
      await send();
    }
    const links = (await told(address, 'digest-due')).map(({ personal }) => pathOf(personal.manageUrl));
    expect(links).toHaveLength(2);
    const forget = () =>
      createSubscriptionStore(directory.database, { urlOf: String, hours: 24 }).forget(directory.clock.now());
    const states = () =>
      Promise.all(links.map(async (url) => (await directory.app.inject({ url: url ?? '' })).statusCode));
    directory.clock.advance(350 * day);
    await forget();
    expect(await states()).toEqual([200, 200]);
    directory.clock.advance(30 * day);
    await forget();
    expect(await states()).toEqual([404, 200]);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const left = await post(`${links[1]}/one-click`, form, 'List-Unsubscribe=One-Click');
    expect(left.statusCode).toBe(200);
  });

  it('of a text finds by its words, and says how many more there are than it names', async () => {
    const address = await confirmed({ q: 'bicicletes' });
    const everything = await confirmed();
    directory.clock.advance(hour);
    for (let index = 0; index < 23; index += 1) await moderation.publish(`Bicicleta número ${index}`);
    nextMonday();
    await send();
    const [digest] = await told(address, 'digest-due');
    expect([digest?.items.length, digest?.more]).toEqual([20, 3]);
    expect((await told(everything, 'digest-due'))[0]).toMatchObject({ more: 3 });
  });

  it('ends by one click, as mail programs do it, and the address is forgotten', async () => {
    const address = await confirmed();
    directory.clock.advance(hour);
    const initiative = await moderation.publish('Una novetat');
    const practice = await directory.app.inject({
      method: 'POST',
      url: '/v1/staff/good-practices',
      headers: await directory.staff(),
      payload: {
        title: { ca: 'Una bona pràctica' },
        summary: { ca: 'x' },
        body: { ca: 'x' },
        initiativeIds: [initiative],
      },
    });
    const url = `/v1/staff/good-practices/${practice.json<{ id: string }>().id}/publish`;
    await post(url, { ...(await directory.staff()), 'if-match': '"1"' });
    nextMonday();
    await send();
    const [digest] = await told(address, 'digest-due');
    expect(digest?.items.map((item) => item.kind).toSorted()).toEqual(['good-practice', 'initiative']);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const clicked = await post(pathOf(digest?.personal.oneClickUrl), form, 'List-Unsubscribe=One-Click');
    expect([clicked.statusCode, clicked.json<{ state: string }>().state]).toEqual([200, 'ended']);
    const { rows } = await directory.database.pool.query(`select 1 from subscription where email = $1`, [address]);
    expect(rows).toEqual([]);
    const page = await directory.app.inject({
      url: pathOf(digest?.personal.manageUrl),
      headers: { accept: 'text/html' },
    });
    expect(page.body).toContain('Ja no rebreu aquestes novetats');
    await moderation.publish('Una novetat més');
    nextMonday();
    await send();
    expect(await told(address, 'digest-due')).toHaveLength(1);
  });

  it('ends from its page, which looking at does not do', async () => {
    const address = await confirmed({ district: ['IV'], cooperative: 'yes' });
    const [asked] = await told(address, 'confirmation-requested');
    const link = pathOf(asked?.personal.confirmUrl);
    const html = { accept: 'text/html' };
    const page = await directory.app.inject({ url: link, headers: html });
    expect(page.body).toContain('No vull rebre-les més');
    expect((await directory.app.inject({ url: link })).json()).toMatchObject({ state: 'active' });
    const form = { ...html, 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post(`${link}/end`, form, '')).statusCode).toBe(303);
    expect((await directory.app.inject({ url: link })).json()).toMatchObject({ state: 'ended' });
    // Ended is ended: the old link does not bring the address back.
    expect((await post(`${link}/confirm`)).json()).toMatchObject({ state: 'ended' });
  });

  it('cannot be used to fill a stranger’s mailbox, nor to learn who is subscribed', async () => {
    const address = await confirmed();
    const again = await subscribe({ email: address });
    expect([again.statusCode, again.json()]).toEqual([202, { status: 'unconfirmed' }]);
    const victim = email();
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await subscribe({ email: victim })).statusCode);
    expect(statuses).toEqual([202, 202, 202, 409]);
  });

  it.each([
    [{ email: 'ningú' }, 400],
    [{ email: 'a@example.org', filters: { sector: ['mineria'] } }, 422],
    [{ email: 'a@example.org', filters: { box: '1,2,3,4' } }, 400],
    [{ email: 'a@example.org', language: 'fr' }, 400],
    [{ email: 'a@example.org', homepage: 'spam' }, 422],
    [{}, 400],
  ])('of %j is refused', async (payload, status) => {
    expect((await subscribe(payload)).statusCode).toBe(status);
  });

  it('that nobody confirmed, or that ended, is erased by the clockwork of the service', async () => {
    const address = email();
    await subscribe({ email: address });
    directory.clock.advance(40 * day);
    const left = async () =>
      (
        await directory.database.pool.query(`select 1 from subscription where email = $1 or ended_at is not null`, [
          address,
        ])
      ).rows;
    expect(await left()).not.toEqual([]);
    // It catches up on whatever came due while it stood still.
    await directory.scheduler.start();
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
  });
});

describe('the week’s news', () => {
  it('end on Monday at eight, in winter and in summer time', async () => {
    const other = await createTestDatabase({ entities, migrations });
    try {
      const insert = `insert into subscription (id, email, language, filters, topic, created_at, expires_at, confirmed_at,
        digest_until) values (gen_random_uuid(), 'a@example.org', 'ca', '{}', '{"ca":"x"}', $1, $1, $1, $1)`;
      const clock = { now: () => new Date() };
      const work = {
        database: other,
        clock,
        addresses: createAddresses({ PUBLIC_URL: 'http://x.example' }),
        urlOf: String,
      };
      const until = async (now: string) => {
        await other.pool.query('delete from subscription');
        await other.pool.query(insert, ['2026-01-01T00:00:00Z']);
        clock.now = () => new Date(now);
        await sendDigests(work);
        const { rows } = await other.pool.query<{ digest_until: string }>('select digest_until from subscription');
        return new Date(rows[0]?.digest_until ?? 0).toISOString();
      };
      expect(await until('2026-03-23T07:09:00Z')).toBe('2026-03-16T07:00:00.000Z');
      expect(await until('2026-03-23T07:11:00Z')).toBe('2026-03-23T07:00:00.000Z');
      // The clocks go forward on 29 March.
      expect(await until('2026-03-30T06:11:00Z')).toBe('2026-03-30T06:00:00.000Z');
      expect(await until('2026-04-05T23:00:00Z')).toBe('2026-03-30T06:00:00.000Z');
    } finally {
      await other.drop();
    }
  });
});
