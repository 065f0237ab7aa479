import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, publicUrl, sessionInput, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
beforeEach(async () => {
  training.clock.set('2026-03-02T09:00:00Z');
  await training.database.pool.query('truncate session, calendar_link cascade');
});
afterAll(() => training.close());

const get = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  training.app.inject({ url, headers });
const eventsIn = (answer: Answer) => {
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(answer.body) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      starts: event.startDate.toJSDate().toISOString(),
    };
  });
};
const edit = async (id: string, version: number, changes: object) =>
  training.app.inject({
    method: 'PUT',
    url: `/v1/staff/sessions/${id}`,
    headers: { ...(await training.staff()), 'if-match': `"${version}"` },
    payload: { ...sessionInput, ...changes },
  });
const calendarOf = async (enrolmentId: string): Promise<string> => {
  const answer = await training.app.inject({ method: 'POST', url: `${await training.linkOf(enrolmentId)}/calendar` });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ url: string }>().url.replace(`${publicUrl}/training`, '');
};
const enrol = async (sessionId: string, email: string, changes: object = {}): Promise<string> =>
  (await training.enrol(sessionId, email, changes)).json<{ id: string }>().id;

describe('the calendar of the catalogue', () => {
  it('has what is published by its date with the catalogue’s filters, and no draft', async () => {
    await training.draft();
    await training.publish({
      title: { ca: 'Crèdit' },
      startsAt: '2026-05-02T10:00:00Z',
      endsAt: '2026-05-02T12:00:00Z',
    });
    await training.publish({ title: { ca: 'Habitatge' } });
    const titles = async (query = '') => eventsIn(await get(`/v1/sessions.ics?${query}`)).map(({ title }) => title);
    expect(await titles()).toEqual(['Habitatge', 'Crèdit']);
    expect(await titles('q=credit')).toEqual(['Crèdit']);
    expect(await titles('to=2026-05-01T00:00:00Z')).toEqual(['Habitatge']);
    expect(await titles('from=2026-05-01T00:00:00Z')).toEqual(['Crèdit']);
    // Held sessions stay in subscribers' calendars for a while.
    training.clock.set('2026-07-01T00:00:00Z');
    expect(await titles()).toEqual(['Habitatge', 'Crèdit']);
    expect((await get('/v1/sessions.ics?from=yesterday')).statusCode).toBe(400);
  });

  it('tells of each change that people can see, and keeps a cancelled session', async () => {
    const id = await training.publish();
    const seen = async () => eventsIn(await get(`/v1/sessions/${id}/calendar.ics`))[0];
    const first = await seen();
    expect(first).toMatchObject({ sequence: 0, status: 'CONFIRMED', starts: '2026-04-14T16:00:00.000Z' });
    await edit(id, 2, { startsAt: '2026-04-14T19:00:00+02:00', endsAt: '2026-04-14T21:00:00+02:00' });
    expect(await seen()).toMatchObject({ sequence: 1, starts: '2026-04-14T17:00:00.000Z' });
    await training.move(id, 'capacity', 3, { capacity: 9 });
    expect(await seen()).toMatchObject({ sequence: 1 });
    await training.move(id, 'cancel', 4, { reason: { ca: 'Pluja.' } });
    expect(await seen()).toMatchObject({ uid: first?.uid, sequence: 2, status: 'CANCELLED' });
    expect(eventsIn(await get('/v1/sessions.ics'))).toEqual([await seen()]);
  });

  it('speaks the language asked for, and is not sent twice', async () => {
    await training.publish();
    const spanish = await get('/v1/sessions.ics?lang=es');
    expect(eventsIn(spanish)[0]?.title).toBe('Cómo hacer una cooperativa');
    expect(eventsIn(await get('/v1/sessions.ics', { 'accept-language': 'es-ES' }))[0]?.title).toContain('Cómo');
    const again = await get('/v1/sessions.ics?lang=es', { 'if-none-match': String(spanish.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('of a session that is hidden or was never there is not found', async () => {
    const draft = await training.draft();
    expect((await get(`/v1/sessions/${draft}/calendar.ics`)).statusCode).toBe(404);
    expect((await get('/v1/sessions/x/calendar.ics')).statusCode).toBe(400);
  });
});

describe('a person’s calendar', () => {
  it('has all their sessions and nobody else’s, and follows what becomes of each', async () => {
    const [first, second, others] = [
      await training.publish({ capacity: 1, title: { ca: 'Una' } }),
      await training.publish({ capacity: 0, title: { ca: 'Dues' }, startsAt: '2026-04-14T19:00:00+02:00' }),
      await training.publish({ title: { ca: 'Tres' } }),
    ];
    const id = await enrol(first, 'nuria@example.org');
    await enrol(second, 'NURIA@example.org');
    await enrol(others, 'someone@example.org');
    const url = await calendarOf(id);
    const seen = async () =>
      eventsIn(await get(url)).map(({ title, status, sequence }) => `${title} ${status} ${sequence}`);
    expect(await seen()).toEqual(['Una CONFIRMED 0', 'Dues TENTATIVE 0']);
    await training.move(second, 'capacity', 2, { capacity: 1 });
    await training.app.inject({ method: 'POST', url: `${await training.linkOf(id)}/cancel` });
    expect(await seen()).toEqual(['Una CANCELLED 1', 'Dues CONFIRMED 1']);
    await training.move(second, 'cancel', 3, { reason: { ca: 'Pluja.' } });
    expect(await seen()).toEqual(['Una CANCELLED 1', 'Dues CANCELLED 3']);
    expect((await get(url)).headers['cache-control']).toBe('no-store');
  });

  it('has a link of its own that is kept as a hash alone, opens nothing else, and ends with the next one', async () => {
    const id = await enrol(await training.publish(), 'nuria@example.org');
    const url = await calendarOf(id);
    const secret = /calendars\/(cal_[^/]+)\//.exec(url)?.[1] ?? '';
    const { rows } = await training.database.pool.query('select * from calendar_link');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect((await get(`/v1/self-service/enrolments/${secret}`)).statusCode).toBe(404);
    const manage = (await training.linkOf(id)).split('/').at(-1);
    expect((await get(`/v1/self-service/calendars/${manage}/sessions.ics`)).statusCode).toBe(404);
    const next = await calendarOf(id);
    expect((await get(url)).json<{ code: string }>().code).toBe('training.calendar.link-unknown');
    expect((await get(next)).statusCode).toBe(200);
  });

  it('ends a year after the last session', async () => {
    const url = await calendarOf(await enrol(await training.publish(), 'nuria@example.org'));
    training.clock.set('2027-04-14T17:59:00Z');
    expect(eventsIn(await get(url))).toHaveLength(1);
    training.clock.set('2027-04-14T18:00:00Z');
    expect((await get(url)).statusCode).toBe(410);
  });

  it('is offered on the page of the enrolment, and its address is shown in the person’s language', async () => {
    const browser = { accept: 'text/html,*/*;q=0.8', 'content-type': 'application/x-www-form-urlencoded' };
    const link = await training.linkOf(await enrol(await training.publish(), 'nuria@example.org', { language: 'es' }));
    const page = await get(link, { accept: browser.accept });
    expect(page.body).toContain('Añadir mis sesiones al calendario');
    const shown = await training.app.inject({ method: 'POST', url: `${link}/calendar`, headers: browser, payload: '' });
    expect(shown.headers['content-type']).toContain('text/html');
    expect(shown.body).toMatch(
      /http:\/\/localhost:4000\/training\/v1\/self-service\/calendars\/cal_[\w-]+\/sessions\.ics/,
    );
  });
});

describe('the Atom feed of the catalogue', () => {
  it('has what is to come with its filters, says when it changed, and quotes what would be markup', async () => {
    const title = { ca: 'Taller <b>& més</b> ]]>', es: 'Taller' };
    const id = await training.publish({ title, programme: { kind: 'workshop' } });
    const other = await training.publish({ programme: { kind: 'talk' } });
    const answer = await training.app.inject({ url: '/v1/sessions.atom?kind=workshop&lang=ca' });
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(answer.body).toContain(`urn:uuid:${id}`);
    expect(answer.body).not.toContain(other);
    expect(answer.body).toContain('Taller &lt;b&gt;&amp; més&lt;/b&gt; ]]&gt;');
    expect(answer.body).not.toContain('<b>');
    expect(answer.headers['etag']).toBeDefined();
    const again = await training.app.inject({
      url: '/v1/sessions.atom?kind=workshop&lang=ca',
      headers: { 'if-none-match': String(answer.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
    await training.move(id, 'cancel', 2, { reason: { ca: 'x' } });
    expect((await training.app.inject({ url: '/v1/sessions.atom?kind=workshop&lang=ca' })).body).not.toContain(id);
  });
});
