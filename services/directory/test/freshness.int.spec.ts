import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createCorrectionStore } from '../src/features/correction/index.ts';
import { createFreshnessStore } from '../src/features/freshness/index.ts';
import { createInitiativeStore } from '../src/features/initiative/index.ts';
import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
});
afterAll(() => directory.close());

const day = 24 * 60 * 60 * 1_000;
const store = () =>
  createFreshnessStore(directory.database, {
    urlOf: (secret) => `http://localhost/directory/v1/self-service/freshness/${secret}`,
    corrections: createCorrectionStore(directory.database, createInitiativeStore(directory.database)),
  });
const sweep = () => store().sweep(directory.clock.now());
interface Told {
  event: string;
  data: { attempt?: number; personal?: { email: string; name: string; answerUrl: string } };
}
const told = async (id: string): Promise<Told[]> => {
  const { rows } = await directory.database.pool.query<{ type: string; payload: string }>(
    `select type, payload from outbox where aggregate_id = $1 and type like '%.freshness.%' order by id`,
    [id],
  );
  return rows.map(({ type, payload }) => ({ event: type.split('.').at(-2) ?? '', data: JSON.parse(payload).data }));
};
const linkOf = ({ data }: Told): string =>
  new URL(data.personal?.answerUrl ?? 'about:blank').pathname.replace('/directory', '');
const shown = async (id: string) => (await directory.app.inject({ url: `/v1/initiatives/${id}` })).json();
const post = (url: string, payload: object = {}, headers: Record<string, string> = {}) =>
  directory.app.inject({ method: 'POST', url, payload, headers });
const overdue = async () =>
  (await directory.app.inject({ url: '/v1/staff/overdue-initiatives', headers: await directory.staff() })).json<{
    items: { id: string }[];
  }>().items;

describe('a year after an initiative was last known to be right', () => {
  it('whoever answers for it is asked, reminded twice, and then it is flagged, each once', async () => {
    const id = await moderation.publish('Sense resposta');
    directory.clock.advance(364 * day);
    await sweep();
    expect(await told(id)).toEqual([]);
    directory.clock.advance(2 * day);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(await told(id)).toMatchObject([
      { event: 'check-due', data: { attempt: 1, personal: { name: 'Montserrat Puig', language: 'ca' } } },
    ]);
    expect(await shown(id)).toMatchObject({ overdue: false });
    for (const events of [2, 3, 4, 4]) {
      directory.clock.advance(15 * day);
      await sweep();
      expect(await told(id)).toHaveLength(events);
    }
    expect((await told(id)).map(({ event, data }) => [event, data.attempt])).toEqual([
      ['check-due', 1],
      ['check-due', 2],
      ['check-due', 3],
      ['overdue', undefined],
    ]);
    const page = await shown(id);
    expect(page.overdue).toBe(true);
    expect(new Date(page.confirmedAt).getTime()).toBeLessThan(directory.clock.now().getTime() - 400 * day);
    expect((await overdue()).map((item) => item.id)).toContain(id);
    // Staff ask by other means.
    const url = `/v1/staff/initiatives/${id}/confirm-freshness`;
    expect((await post(url, {}, await directory.staff())).statusCode).toBe(204);
    expect(await shown(id)).toMatchObject({ overdue: false, confirmedAt: directory.clock.now().toISOString() });
    expect((await overdue()).map((item) => item.id)).not.toContain(id);
  });

  it('links are good for a year, and forgotten then with whoever was asked', async () => {
    const id = await moderation.publish('Enllaços vells');
    directory.clock.advance(366 * day);
    await sweep();
    const [question] = await told(id);
    const link = linkOf(question as Told);
    directory.clock.advance(364 * day);
    await store().forget(directory.clock.now());
    expect((await directory.app.inject({ url: link })).statusCode).toBe(200);
    directory.clock.advance(2 * day);
    await store().forget(directory.clock.now());
    expect((await directory.app.inject({ url: link })).statusCode).toBe(404);
    const left = await directory.database.pool.query('select from freshness_link where initiative_id = $1', [id]);
    expect(left.rowCount).toBe(0);
  });

  it('one click confirms, and nobody is asked for another year', async () => {
    const id = await moderation.publish('Ben viva', {
      contact: { email: { value: 'hola@viva.example' }, person: { value: 'Núria' } },
    });
    directory.clock.advance(366 * day);
    await sweep();
    const [question] = await told(id);
    expect(question?.data.personal).toMatchObject({ email: 'hola@viva.example', name: 'Núria' });
    const link = linkOf(question as Told);
    const before = await directory.app.inject({ url: `/v1/initiatives/${id}` });
    const html = { accept: 'text/html' };
    const page = await directory.app.inject({ url: link, headers: html });
    expect(page.body).toContain('Tot és correcte');
    // Looking at it, as mail scanners do, is no answer.
    expect((await directory.app.inject({ url: link })).json()).toMatchObject({ answered: false });
    const form = { ...html, 'content-type': 'application/x-www-form-urlencoded' };
    const confirmed = await directory.app.inject({
      method: 'POST',
      url: `${link}/confirm`,
      headers: form,
      payload: '',
    });
    expect(confirmed.statusCode).toBe(303);
    expect((await post(`${link}/confirm`)).json()).toMatchObject({ answered: true });
    const after = await directory.app.inject({
      url: `/v1/initiatives/${id}`,
      headers: { 'if-none-match': String(before.headers.etag) },
    });
    expect(after.statusCode).toBe(200);
    expect(after.json()).toMatchObject({ overdue: false, confirmedAt: directory.clock.now().toISOString() });
    directory.clock.advance(300 * day);
    await sweep();
    expect(await told(id)).toHaveLength(1);
    directory.clock.advance(70 * day);
    await sweep();
    expect(await told(id)).toHaveLength(2);
  });

  it('another click opens a correction, in words or field by field', async () => {
    const id = await moderation.publish('Ha canviat', { address: 'Carrer Vell, 1' });
    directory.clock.advance(366 * day);
    await sweep();
    const link = linkOf((await told(id))[0] as Told);
    const words = await directory.app.inject({
      method: 'POST',
      url: `${link}/correction`,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ comment: 'Hem tancat el local.' }).toString(),
    });
    expect(words.statusCode, words.body).toBe(303);
    expect((await post(`${link}/correction`, { changes: { address: 'Carrer Nou, 2' } })).statusCode).toBe(200);
    expect((await post(`${link}/correction`, { changes: { address: 'Carrer Vell, 1' } })).statusCode).toBe(422);
    const url = `/v1/staff/corrections?initiative=${id}`;
    const open = (await directory.app.inject({ url, headers: await directory.staff() })).json();
    expect(open.items).toMatchObject([{ fields: [] }, { fields: ['address'] }]);
    directory.clock.advance(15 * day);
    await sweep();
    expect(await told(id)).toHaveLength(1);
  });

  it('what staff wrote themselves and has no contact is flagged at once: there is nobody to ask', async () => {
    const { id } = (
      await post(
        '/v1/staff/initiatives',
        { name: { ca: 'De la casa' }, summary: { ca: 'x' }, legalForm: 'associacio', sectors: ['oci'] },
        await directory.staff(),
      )
    ).json<{ id: string }>();
    await moderation.moderate(id, 'start-review', 1);
    await moderation.moderate(id, 'publish', 2);
    directory.clock.advance(366 * day);
    await sweep();
    expect((await told(id)).map(({ event }) => event)).toEqual(['overdue']);
  });

  it('links that nobody was sent, or of what is no longer public, lead nowhere', async () => {
    const id = await moderation.publish('Retirada després');
    directory.clock.advance(366 * day);
    await sweep();
    const link = linkOf((await told(id))[0] as Told);
    await moderation.moderate(id, 'unpublish', 3);
    expect((await post(`${link}/confirm`)).statusCode).toBe(404);
    expect((await post('/v1/self-service/freshness/frs_x/confirm')).statusCode).toBe(404);
  });
});
