import { parseEvent, sessionCancelled, sessionPublished } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { streams } from '@ateneu/messaging';
import { hostileBodies } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Answer, type Harness, sessionInput, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

const read = async (id: string) =>
  training.app.inject({ url: `/v1/staff/sessions/${id}`, headers: await training.staff() });
const edit = async (id: string, headers: Record<string, string>, changes: object = {}) =>
  training.app.inject({
    method: 'PUT',
    url: `/v1/staff/sessions/${id}`,
    headers: { ...(await training.staff()), ...headers },
    payload: { ...sessionInput, ...changes },
  });
const code = (answer: Answer): string => answer.json<{ code: string }>().code;
/** What the broker holds of one subject about one aggregate. */
const atTheBroker = async (subject: string, aggregateId: string): Promise<unknown[]> => {
  const { jetstream, manager } = training.broker.admin;
  const { state } = await manager.streams.info(streams.events, { subjects_filter: subject });
  const waiting = Object.values(state.subjects ?? {}).reduce((sum, count) => sum + count, 0);
  if (waiting === 0) return [];
  const consumer = await jetstream.consumers.get(streams.events, { filter_subjects: [subject] });
  const events: { subject: string }[] = [];
  for await (const message of await consumer.fetch({ max_messages: waiting, expires: 2_000 })) {
    events.push(message.json<{ subject: string }>());
    if (events.length === waiting) break;
  }
  return events.filter((event) => event.subject === aggregateId);
};

describe('a session', () => {
  it('is drafted, read and published, and the others hear of it on the broker', async () => {
    const id = await training.draft({ title: { ca: 'Tallers d’economia social' } });
    const draft = await read(id);
    expect(draft.headers['etag']).toBe('"1"');
    expect(draft.json()).toMatchObject({
      status: 'draft',
      title: { ca: 'Tallers d’economia social' },
      startsAt: '2026-04-14T16:00:00.000Z',
      capacity: 2,
      confirmed: 0,
      waiting: 0,
      waitingListEnabled: true,
      publishedAt: null,
    });
    expect((await training.app.inject({ url: `/v1/sessions/${id}` })).statusCode).toBe(404);

    const published = await training.move(id, 'publish', 1);
    expect([published.statusCode, published.headers['etag']]).toEqual([200, '"2"']);
    const heard = async () =>
      (await atTheBroker(sessionPublished.subject, id)).map((event) => parseEvent(sessionPublished, event));
    await expect.poll(heard).toMatchObject([
      {
        type: 'cat.ateneulh.training.session.published.v1',
        subject: id,
        sequence: 2,
        time: '2026-03-02T09:00:00.000Z',
        data: { sessionId: id, mode: 'in-person', capacity: 2, venue: 'Can Serra' },
      },
    ]);
  });

  it('is drafted once when the request is repeated under its key', async () => {
    const request = async (payload: object, key: string) =>
      training.app.inject({
        method: 'POST',
        url: '/v1/staff/sessions',
        headers: { ...(await training.staff()), 'idempotency-key': key },
        payload,
      });
    const key = newId();
    const before = await training.count('session');
    const [first, second] = await Promise.all([request(sessionInput, key), request(sessionInput, key)]);
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect(await training.count('session')).toBe(before + 1);
    expect(code(await request({ ...sessionInput, capacity: 3 }, key))).toBe('kit.idempotency.key-reused');
  });

  it('is edited by whoever read its current version, and by nobody else', async () => {
    const id = await training.draft();
    const blind = await edit(id, {});
    expect([blind.statusCode, code(blind)]).toEqual([428, 'kit.if-match.required']);
    const edited = await edit(id, { 'if-match': '"1"' }, { venue: 'La Florida', capacity: 12 });
    expect([edited.statusCode, edited.headers['etag']]).toEqual([200, '"2"']);
    const stale = await edit(id, { 'if-match': '"1"' }, { venue: 'Bellvitge' });
    expect([stale.statusCode, code(stale)]).toEqual([412, 'kit.record.changed']);
    expect((await read(id)).json()).toMatchObject({ version: 2, venue: 'La Florida', capacity: 12 });
  });

  it('can still be edited after people enrolled: counting them makes no new version', async () => {
    const id = await training.publish();
    expect((await training.enrol(id, 'a@example.org')).statusCode).toBe(201);
    expect((await edit(id, { 'if-match': '"2"' }, { summary: { ca: 'Ara amb berenar.' } })).statusCode).toBe(200);
    const moved = await edit(id, { 'if-match': '"3"' }, { venue: 'Collblanc' });
    expect([moved.statusCode, code(moved)]).toEqual([409, 'training.session.announced']);
  });

  it('gives new places to those who wait, in order, and takes nobody’s away', async () => {
    const id = await training.publish({ capacity: 1 });
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      ids.push((await training.enrol(id, `${name}@example.org`)).json<{ id: string }>().id);
    }
    expect((await training.move(id, 'capacity', 2, { capacity: 3 })).statusCode).toBe(200);
    const promoted = await Promise.all(ids.map(async (each) => (await training.eventsOf(each)).length));
    expect(promoted).toEqual([1, 2, 2, 1]);
    expect((await training.eventsOf(ids[1] ?? '')).at(-1)).toMatchObject({
      type: 'cat.ateneulh.training.enrolment.promoted.v1',
      sequence: 2,
    });
    expect((await training.move(id, 'capacity', 3, { capacity: 0 })).statusCode).toBe(200);
    expect((await read(id)).json()).toMatchObject({ capacity: 0, confirmed: 3, waiting: 1 });
  });

  it('that is cancelled tells everybody enrolled why, and keeps no place', async () => {
    const id = await training.publish({ capacity: 1 });
    const first = (await training.enrol(id, 'a@example.org')).json<{ id: string }>().id;
    const second = (await training.enrol(id, 'b@example.org', { language: 'es' })).json<{ id: string }>().id;
    const reason = { ca: 'La formadora està malalta.', es: 'La formadora está enferma.' };
    expect((await training.move(id, 'cancel', 2, { reason })).statusCode).toBe(200);
    expect((await training.eventsOf(id)).at(-1)).toMatchObject({ type: sessionCancelled.type, data: { reason } });
    for (const each of [first, second]) {
      expect((await training.eventsOf(each)).at(-1)).toMatchObject({
        type: 'cat.ateneulh.training.enrolment.cancelled.v1',
        sequence: 2,
        data: { cause: 'session-cancelled', reason },
      });
    }
    expect((await read(id)).json()).toMatchObject({ status: 'cancelled', confirmed: 0, waiting: 0 });
    const late = await training.enrol(id, 'c@example.org');
    expect([late.statusCode, code(late)]).toEqual([409, 'training.enrolment.session-cancelled']);
  });

  it('that is cancelled as a draft is nobody else’s business', async () => {
    const id = await training.draft();
    expect((await training.move(id, 'cancel', 1, { reason: { ca: 'Repetida.' } })).statusCode).toBe(200);
    expect(await training.eventsOf(id)).toEqual([]);
    expect((await training.app.inject({ url: `/v1/sessions/${id}` })).statusCode).toBe(404);
  });

  it('takes nobody in once it has begun', async () => {
    const id = await training.publish();
    expect((await training.move(id, 'start', 2)).statusCode).toBe(200);
    expect(code(await training.enrol(id, 'a@example.org'))).toBe('training.enrolment.session-started');
    expect((await training.move(id, 'hold', 3)).json()).toMatchObject({ status: 'held' });
  });
});

describe('staff routes', () => {
  it('are for staff alone, and lists are by date and page by page', async () => {
    const url = '/v1/staff/sessions';
    expect((await training.app.inject({ url })).statusCode).toBe(401);
    const visitor = await training.app.inject({ url, headers: await training.staff(['visitor']) });
    expect(visitor.statusCode).toBe(403);
    const far = '2031-05-0';
    for (const day of [3, 1, 2]) {
      await training.draft({ startsAt: `${far}${day}T10:00:00Z`, endsAt: `${far}${day}T12:00:00Z` });
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const page = await training.app.inject({
        url: `${url}?from=2031-01-01T00:00:00Z&limit=2${cursor}`,
        headers: await training.staff(),
      });
      const body = page.json<{ items: { startsAt: string }[]; next: string | null }>();
      seen.push(...body.items.map((item) => item.startsAt));
      next = body.next;
    }
    expect(seen).toEqual([1, 2, 3].map((day) => `${far}${day}T10:00:00.000Z`));
  });

  it.each(hostileBodies)('refuse $name and change nothing', async ({ body, contentType }) => {
    const before = await training.count('session');
    const answer = await training.app.inject({
      method: 'POST',
      url: '/v1/staff/sessions',
      headers: { ...(await training.staff()), 'content-type': contentType },
      payload: body,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await training.count('session')).toBe(before);
  });

  it.each([
    ['an end before the start', { endsAt: '2026-04-14T17:00:00+02:00' }, 422],
    ['a year no calendar has', { startsAt: '0000-01-01T00:00:00Z' }, 400],
    ['places below none', { capacity: -1 }, 400],
    ['no Catalan', { title: { es: 'Taller' } }, 400],
  ])('refuse %s', async (_what, changes, status) => {
    const answer = await training.app.inject({
      method: 'POST',
      url: '/v1/staff/sessions',
      headers: await training.staff(),
      payload: { ...sessionInput, ...changes },
    });
    expect(answer.statusCode).toBe(status);
  });
});
