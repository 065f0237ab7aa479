import { newId } from '@ateneu/kernel';
import { hostileBodies } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { moderationOf } from './moderation.ts';

let directory: Harness;
let initiative: string;
beforeAll(async () => {
  directory = await startDirectory();
  initiative = await moderationOf(directory).publish('Economat de la Florida');
});
afterAll(() => directory.close());

const staff = async (method: 'GET' | 'POST' | 'PUT', path = '', payload?: object, version?: number) =>
  directory.app.inject({
    method,
    url: `/v1/staff/good-practices${path}`,
    headers: { ...(await directory.staff()), ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(payload === undefined ? {} : { payload }),
  });
const read = (path: string, headers: Record<string, string> = {}) =>
  directory.app.inject({ url: `/v1/good-practices${path}`, headers });
const content = (title: string, more: object = {}) => ({
  title: { ca: title },
  summary: { ca: 'Quaranta famílies compren juntes.', es: 'Cuarenta familias compran juntas.' },
  body: { ca: 'Primer paràgraf.\n\nSegon <b>paràgraf</b>.' },
  initiativeIds: [initiative],
  sectors: ['alimentacio'],
  ...more,
});
const draft = async (title: string, more: object = {}): Promise<string> => {
  const answer = await staff('POST', '', content(title, more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
};
const publish = async (title: string, more: object = {}): Promise<string> => {
  const id = await draft(title, more);
  expect((await staff('POST', `/${id}/publish`, undefined, 1)).statusCode).toBe(200);
  return id;
};
const told = async (id: string) => {
  const { rows } = await directory.database.pool.query<{ type: string; payload: string }>(
    `select type, payload from outbox where aggregate_id = $1 order by id`,
    [id],
  );
  return rows.map(({ type, payload }) => [type.split('.').at(-2), JSON.parse(payload).data] as const);
};

describe('a good practice', () => {
  it('is read by everybody once staff publish it, in their language, and beside its initiative', async () => {
    const id = await draft('Compra col·lectiva');
    expect((await read(`/${id}`)).statusCode).toBe(404);
    await staff('POST', `/${id}/publish`, undefined, 1);
    const answer = await read('/compra-collectiva', { 'accept-language': 'es' });
    expect(answer.headers['content-language']).toBe('ca, es');
    expect(answer.json()).toMatchObject({
      id,
      body: { ca: 'Primer paràgraf.\n\nSegon <b>paràgraf</b>.' },
      localized: { summary: { text: 'Cuarenta familias compran juntas.', language: 'es' } },
      initiatives: [{ id: initiative, slug: 'economat-de-la-florida' }],
    });
    const shown = (await directory.app.inject({ url: `/v1/initiatives/${initiative}` })).json();
    expect(shown.goodPractices).toMatchObject([{ id, slug: 'compra-collectiva' }]);
    expect(await told(id)).toMatchObject([
      ['published', { slug: 'compra-collectiva', initiativeIds: [initiative], sectors: ['alimentacio'] }],
    ]);
  });

  it('is told of when it changes, and when it is taken back; and comes back under its address', async () => {
    const id = await publish('Canviant');
    expect((await staff('PUT', `/${id}`, content('Canviant'), 2)).json()).toMatchObject({ version: 2 });
    expect((await staff('PUT', `/${id}`, content('Canviada'), 2)).json()).toMatchObject({ version: 3 });
    expect((await staff('PUT', `/${id}`, content('Tard'), 2)).statusCode).toBe(412);
    expect((await staff('PUT', `/${id}`, content('Sense versió'))).statusCode).toBe(428);
    await staff('POST', `/${id}/unpublish`, undefined, 3);
    expect((await read('/canviant')).statusCode).toBe(404);
    await staff('POST', `/${id}/publish`, undefined, 4);
    expect((await read('/canviant')).json()).toMatchObject({ title: { ca: 'Canviada' } });
    expect((await told(id)).map(([event]) => event)).toEqual(['published', 'updated', 'unpublished', 'published']);
  });

  it('has its page in the sitemap while it is published', async () => {
    const sitemap = () => directory.app.inject({ url: '/v1/sitemap.xml' });
    const id = await draft('Per als cercadors');
    const before = await sitemap();
    expect(before.body).not.toContain('per-als-cercadors');
    await staff('POST', `/${id}/publish`, undefined, 1);
    const after = await sitemap();
    expect(after.body).toContain(
      '<loc>http://localhost:4000/directory/v1/good-practices/per-als-cercadors</loc><lastmod>20',
    );
    expect(after.headers.etag).not.toBe(before.headers.etag);
    await staff('POST', `/${id}/unpublish`, undefined, 2);
    expect((await sitemap()).body).not.toContain('per-als-cercadors');
  });

  it('is listed the newest first, page by page, and by initiative and sector', async () => {
    for (const title of ['Una', 'Dues', 'Tres']) {
      directory.clock.advance(1_000);
      await publish(title, { sectors: ['habitatge'] });
    }
    const titles = (body: { items: { title: { ca: string } }[] }) => body.items.map((item) => item.title.ca);
    const first = (await read('?sector=habitatge&limit=2')).json();
    expect(titles(first)).toEqual(['Tres', 'Dues']);
    const rest = (await read(`?sector=habitatge&limit=2&cursor=${first.next}`)).json();
    expect([titles(rest), rest.next]).toEqual([['Una'], null]);
    expect(titles((await read(`?initiative=${newId()}`)).json())).toEqual([]);
    expect(titles((await read(`?initiative=${initiative}&limit=1`)).json())).toEqual(['Tres']);
    expect((await read('?sector=mineria')).statusCode).toBe(422);
    expect((await read('?initiative=x')).statusCode).toBe(400);
    expect((await read('?cursor=x')).statusCode).toBe(422);
  });

  it('is in a feed of its own, and a feed or list that has not changed is not sent again', async () => {
    await publish('<script> & ]]>');
    const feed = await read('.atom', { 'accept-language': 'es' });
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(feed.body).toContain('Buenas prácticas');
    expect(feed.body).not.toContain('<script>');
    for (const path of ['.atom', '', '/compra-collectiva']) {
      const once = await read(path);
      const headers = { 'if-none-match': String(once.headers.etag) };
      expect((await read(path, headers)).statusCode).toBe(304);
      await publish(`Nova ${path}`);
      expect((await read(path, headers)).statusCode).toBe(200);
    }
  });

  it('is of initiatives that are there', async () => {
    const unknown = await staff('POST', '', content('De ningú', { initiativeIds: [newId()] }));
    expect(unknown.json()).toMatchObject({ status: 422, code: 'directory.good-practice.initiative-unknown' });
    expect((await staff('POST', '', content('Cap', { initiativeIds: [] }))).statusCode).toBe(400);
    expect((await staff('POST', '', content('Sector', { sectors: ['x'] }))).statusCode).toBe(422);
    expect((await staff('POST', `/${await draft('Esborrany')}/unpublish`, undefined, 1)).statusCode).toBe(409);
  });

  it.each(hostileBodies)('with $name is refused', async ({ body, contentType }) => {
    const answer = await directory.app.inject({
      method: 'POST',
      url: '/v1/staff/good-practices',
      headers: { ...(await directory.staff()), 'content-type': contentType },
      payload: body,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
