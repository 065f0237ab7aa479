import { hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, publicUrl, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
beforeEach(async () => {
  training.clock.set('2026-03-02T09:00:00Z');
  await training.database.pool.query('truncate session cascade');
});
afterAll(() => training.close());

interface Shown {
  id: string;
  title: { ca: string };
  placesLeft: number;
  waiting: number;
  availability: string;
}
const onDay = (day: number, title: string) => ({
  title: { ca: title },
  startsAt: `2026-04-${day}T10:00:00Z`,
  endsAt: `2026-04-${day}T12:00:00Z`,
});
const list = async (query = ''): Promise<string[]> => {
  const answer = await training.app.inject({ url: `/v1/sessions?${query}` });
  expect(answer.statusCode, query).toBe(200);
  return answer.json<{ items: Shown[] }>().items.map((item) => item.title.ca);
};
const show = (id: string, headers: Record<string, string> = {}) =>
  training.app.inject({ url: `/v1/sessions/${id}`, headers });

describe('the catalogue', () => {
  it('lists what is published and to come, by date, and nothing else', async () => {
    await training.publish(onDay(12, 'Segona'));
    await training.publish(onDay(11, 'Primera'));
    await training.draft(onDay(13, 'Esborrany'));
    const off = await training.publish(onDay(14, 'Cancel·lada'));
    await training.move(off, 'cancel', 2, { reason: { ca: 'Pluja.' } });
    expect(await list()).toEqual(['Primera', 'Segona']);
    training.clock.set('2026-04-11T11:00:00Z');
    expect(await list()).toEqual(['Primera', 'Segona']);
    training.clock.set('2026-04-11T12:00:00Z');
    expect(await list()).toEqual(['Segona']);
    expect(await list('from=2026-04-01T00:00:00Z')).toEqual(['Primera', 'Segona']);
  });

  it('offers nobody a session that was held before its end came, and keeps it among those of the past', async () => {
    const early = await training.publish(onDay(11, 'Feta abans d’hora'));
    await training.publish(onDay(12, 'Per fer'));
    await training.move(early, 'start', 2);
    await training.move(early, 'hold', 3);
    expect(await list()).toEqual(['Per fer']);
    training.clock.set('2026-04-11T12:00:00Z');
    expect(await list('from=2026-04-01T00:00:00Z')).toEqual(['Feta abans d’hora', 'Per fer']);
  });

  it('is filtered by period and by words, without minding accents', async () => {
    await training.publish({ ...onDay(11, 'Cooperació i crèdit'), summary: { ca: 'Finances ètiques.' } });
    await training.publish(onDay(12, 'Habitatge cooperatiu'));
    expect(await list('to=2026-04-12T00:00:00Z')).toEqual(['Cooperació i crèdit']);
    expect(await list('from=2026-04-12T00:00:00%2B02:00')).toEqual(['Habitatge cooperatiu']);
    expect(await list('q=credit')).toEqual(['Cooperació i crèdit']);
    expect(await list(`q=${encodeURIComponent('ètiq')}`)).toEqual(['Cooperació i crèdit']);
    expect(await list('q=habitatges%20coop')).toEqual(['Habitatge cooperatiu']);
    expect(await list('q=res')).toEqual([]);
  });

  it('comes page by page, each session once', async () => {
    for (const day of [15, 11, 13, 12, 14]) await training.publish(onDay(day, `Dia ${day}`));
    const seen: string[] = [];
    let url: string | undefined = '/v1/sessions?limit=2';
    while (url !== undefined) {
      const page: Answer = await training.app.inject({ url });
      seen.push(...page.json<{ items: Shown[] }>().items.map((item) => item.title.ca));
      const link: string | undefined = /<([^>]+)>; rel="next"/.exec(String(page.headers['link'] ?? ''))?.[1];
      url = link === undefined ? undefined : `/v1/sessions${link}`;
    }
    expect(seen).toEqual([11, 12, 13, 14, 15].map((day) => `Dia ${day}`));
  });

  it('tells what a person who came now would find', async () => {
    const id = await training.publish({
      capacity: 1,
      enrolmentOpensAt: '2026-03-02T10:00:00Z',
      enrolmentClosesAt: '2026-04-10T00:00:00Z',
    });
    const found = async () => (await show(id)).json<Shown>();
    expect(await found()).toMatchObject({ placesLeft: 1, availability: 'not-yet-open' });
    training.clock.set('2026-03-02T10:00:00Z');
    expect(await found()).toMatchObject({ placesLeft: 1, availability: 'open' });
    await training.enrol(id, 'a@example.org');
    await training.enrol(id, 'b@example.org');
    expect(await found()).toMatchObject({ placesLeft: 0, waiting: 1, availability: 'waiting-list' });
    training.clock.set('2026-04-10T00:00:00Z');
    expect(await found()).toMatchObject({ availability: 'closed' });
    training.clock.set('2026-04-14T16:00:00Z');
    expect(await found()).toMatchObject({ availability: 'started' });
    expect((await show(id)).body).not.toContain('example.org');
  });

  it('shows a cancelled session with its reason to whoever has its address', async () => {
    const id = await training.publish();
    await training.move(id, 'cancel', 2, { reason: { ca: 'Pluja.' } });
    expect((await show(id)).json()).toMatchObject({
      status: 'cancelled',
      availability: 'cancelled',
      cancellationReason: { ca: 'Pluja.' },
    });
  });

  it('spares a reader what has not changed, and tells of each place taken', async () => {
    const id = await training.publish();
    const first = await show(id);
    const tag = { 'if-none-match': String(first.headers['etag']) };
    expect((await show(id, tag)).statusCode).toBe(304);
    await training.enrol(id, 'a@example.org');
    expect((await show(id, tag)).statusCode).toBe(200);
  });

  it('is linked data for whoever asks for it by name, and plain JSON for everybody else', async () => {
    const id = await training.publish();
    const linked = await show(id, { accept: 'application/ld+json, application/json;q=0.5', 'accept-language': 'es' });
    expect(linked.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(linked.headers['vary']).toContain('Accept');
    expect(linked.json()).toMatchObject({
      '@type': 'Event',
      '@id': `${publicUrl}/training/v1/sessions/${id}`,
      name: 'Cómo hacer una cooperativa',
      remainingAttendeeCapacity: 2,
    });
    for (const accept of ['application/json', '*/*', 'application/json, application/ld+json', 'text/html']) {
      expect((await show(id, { accept })).json(), accept).toMatchObject({ id, placesLeft: 2 });
    }
    expect((await show(id)).headers['etag']).not.toBe(linked.headers['etag']);
  });

  it('refuses what it cannot understand and survives any text', async () => {
    const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const query of [
      'from=yesterday',
      'from=0000-01-01T00:00:00Z',
      'limit=0',
      'limit=1000',
      'cursor=xxx',
      `cursor=${forged(['yesterday', 'x'])}`,
      `cursor=${forged(['2026-04-11T10:00:00Z', 'x'])}`,
      `cursor=${forged([null, null])}`,
    ]) {
      const answer = await training.app.inject({ url: `/v1/sessions?${query}` });
      expect([400, 422], query).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
    for (const text of hostileTexts) {
      const q = encodeURIComponent(text.isWellFormed() ? text : 'x');
      const answer = await training.app.inject({ url: `/v1/sessions?q=${q}` });
      expect(answer.statusCode, text.slice(0, 40)).toBeLessThan(500);
    }
    expect((await show('not-an-id')).statusCode).toBe(400);
  });
});
