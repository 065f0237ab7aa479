import { newId } from '@ateneu/kernel';
import { hostileBodies } from '@ateneu/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, sessionInput, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

const programme = {
  kind: 'course',
  topics: ['Cooperatives', 'fiscalitat'],
  audience: { ca: 'Persones que volen crear una cooperativa' },
  responsible: { name: 'Marta Puig' },
  justification: { call: '2024-2025', actuacio: '2.1', cofundedBy: 'Ajuntament' },
  joinUrl: 'https://video.example/sala',
  instructions: { ca: 'Porteu un portàtil.' },
  materials: [{ title: { ca: 'Apunts' }, url: 'https://ateneu.example/apunts.pdf' }],
  certificate: { minimumPercent: 80 },
};
const courseInput = { title: { ca: 'Curs de cooperatives' }, summary: { ca: 'Quatre sessions.' }, programme };

const staff = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers: object = {}) =>
  training.app.inject({
    method,
    url,
    headers: { ...(await training.staff()), ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
const draftCourse = async (changes: object = {}): Promise<string> =>
  (await staff('POST', '/v1/staff/courses', { ...courseInput, ...changes })).json<{ id: string }>().id;
const step = (id: string, name: string, version: number, payload?: object) =>
  staff('POST', `/v1/staff/courses/${id}/${name}`, payload, { 'if-match': `"${version}"` });
const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const open = (url: string) => training.app.inject({ url });

describe('a course', () => {
  it('is drafted, and published with all its sessions at once', async () => {
    const courseId = await draftCourse();
    const first = await training.draft({ courseId });
    const second = await training.draft({
      courseId,
      startsAt: '2026-04-21T18:00:00+02:00',
      endsAt: '2026-04-21T20:00:00+02:00',
    });
    expect((await open(`/v1/courses/${courseId}`)).statusCode).toBe(404);

    const published = await step(courseId, 'publish', 1, {});
    expect([published.statusCode, published.headers['etag']]).toEqual([200, '"2"']);
    const shown = (await open(`/v1/courses/${courseId}`)).json<{ sessions: { id: string }[] }>();
    expect(shown).toMatchObject({
      title: { ca: 'Curs de cooperatives' },
      programme: { kind: 'course', topics: ['cooperatives', 'fiscalitat'], certificate: { minimumPercent: 80 } },
    });
    expect(shown.sessions.map(({ id }) => id)).toEqual([first, second]);
    const [event] = (await training.eventsOf(first)).slice(-1);
    expect(event?.data).toMatchObject({ courseId, courseTitle: { ca: 'Curs de cooperatives' }, kind: 'course' });
  });

  it('is not published where one of its sessions cannot be, nor without any', async () => {
    const courseId = await draftCourse();
    expect(code(await step(courseId, 'publish', 1))).toBe('training.course.without-sessions');
    const fine = await training.draft({ courseId });
    await training.draft({ courseId, venue: undefined });
    expect(code(await step(courseId, 'publish', 1))).toBe('training.session.venue-missing');
    expect((await open(`/v1/sessions/${fine}`)).statusCode).toBe(404);
    expect((await open(`/v1/courses/${courseId}`)).statusCode).toBe(404);
  });

  it('speaks for its sessions where they say nothing, and questions of both are asked', async () => {
    const ask = (id: string) => ({ id, type: 'yes-no', label: { ca: `Pregunta ${id}` }, required: false });
    const courseId = await draftCourse({ programme: { ...programme, questions: [ask('course')] } });
    const id = await training.publish({ courseId, programme: { kind: 'talk', questions: [ask('session')] } });
    const shown = (await open(`/v1/sessions/${id}`)).json<{ programme: { questions: { id: string }[] } }>();
    expect(shown).toMatchObject({
      course: { id: courseId },
      programme: { kind: 'talk', topics: ['cooperatives', 'fiscalitat'] },
    });
    expect(shown.programme.questions.map((question) => question.id)).toEqual(['course', 'session']);
    const found = async (query: string) =>
      (await open(`/v1/sessions?${query}`)).json<{ items: { id: string }[] }>().items.map((item) => item.id);
    expect(await found('kind=talk&topic=fiscalitat')).toContain(id);
    expect(await found('kind=course&topic=fiscalitat')).not.toContain(id);
    expect((await open('/v1/sessions.ics?kind=talk')).body).toContain(id);
    expect((await open('/v1/sessions.ics?kind=course')).body).not.toContain(id);
  });

  it('shows the video link, instructions and materials to whoever has a place, and to nobody else', async () => {
    const courseId = await draftCourse();
    const id = await training.publish({ courseId, mode: 'online', venue: undefined, capacity: 1 });
    const enrolled = (await training.enrol(id, 'a@example.org')).json<{ id: string }>();
    const waiting = (await training.enrol(id, 'b@example.org')).json<{ id: string }>();
    const released = async (enrolmentId: string) =>
      (await open(await training.linkOf(enrolmentId))).json<{ released: object | null }>().released;
    expect(await released(enrolled.id)).toEqual({
      joinUrl: 'https://video.example/sala',
      instructions: { ca: 'Porteu un portàtil.' },
      materials: programme.materials,
    });
    expect(await released(waiting.id)).toBeNull();
    const [confirmation] = await training.eventsOf(enrolled.id);
    expect(confirmation?.data.personal).toMatchObject({ joinUrl: 'https://video.example/sala' });
    for (const url of [
      `/v1/sessions/${id}`,
      `/v1/courses/${courseId}`,
      '/v1/sessions',
      `/v1/sessions/${id}/calendar.ics`,
    ]) {
      const { body } = await open(url);
      expect(body).not.toContain('video.example');
      expect(body).not.toContain('portàtil');
      expect(body).not.toContain('apunts.pdf');
    }
  });

  it('is cancelled with every session that was not held, and everybody is told why', async () => {
    const courseId = await draftCourse();
    const session = await training.publish({ courseId });
    const { id } = (await training.enrol(session, 'a@example.org')).json<{ id: string }>();
    await step(courseId, 'publish', 1);
    const cancelled = await step(courseId, 'cancel', 2, { reason: { ca: 'No hi ha prou gent.' } });
    expect(cancelled.json()).toMatchObject({ status: 'cancelled', version: 3 });
    const last = (await training.eventsOf(id)).at(-1);
    expect(last).toMatchObject({
      type: 'cat.ateneulh.training.enrolment.cancelled.v1',
      data: { cause: 'session-cancelled', reason: { ca: 'No hi ha prou gent.' }, courseId },
    });
    expect((await open(`/v1/courses/${courseId}`)).json()).toMatchObject({ status: 'cancelled' });
    expect((await step(courseId, 'cancel', 3, { reason: { ca: 'x' } })).statusCode).toBe(200);
    expect(code(await step(courseId, 'publish', 3))).toBe('training.course.wrong-state');
  });

  it('is drafted again with its sessions as far apart and at the same time of the clock, over a clock change too', async () => {
    const courseId = await draftCourse();
    // In winter time; the copy is in summer time.
    await training.draft({ courseId, startsAt: '2026-03-24T18:00:00+01:00', endsAt: '2026-03-24T20:00:00+01:00' });
    await training.draft({ courseId, startsAt: '2026-03-26T10:30:00+01:00', endsAt: '2026-03-26T12:00:00+01:00' });
    const key = { 'idempotency-key': newId() };
    const clone = () => staff('POST', `/v1/staff/courses/${courseId}/clone`, { startsOn: '2026-03-28' }, key);
    const copy = (await clone()).json<{ id: string; sessionIds: string[] }>();
    expect((await clone()).json()).toEqual(copy);
    const read = (await staff('GET', `/v1/staff/courses/${copy.id}`)).json();
    expect(read).toMatchObject({
      status: 'draft',
      clonedFrom: courseId,
      programme: { responsible: { name: 'Marta Puig' } },
      sessions: [
        { startsAt: '2026-03-28T17:00:00.000Z', endsAt: '2026-03-28T19:00:00.000Z', status: 'draft' },
        { startsAt: '2026-03-30T08:30:00.000Z', endsAt: '2026-03-30T10:00:00.000Z', status: 'draft' },
      ],
    });
    const one = await staff('POST', `/v1/staff/sessions/${copy.sessionIds[0]}/clone`, { startsOn: '2026-10-25' });
    const session = await staff('GET', `/v1/staff/sessions/${one.json<{ id: string }>().id}`);
    expect(session.json()).toMatchObject({ startsAt: '2026-10-25T17:00:00.000Z', courseId: copy.id, confirmed: 0 });
  });

  it('takes no edit made over another’s, and is listed for staff with its filters', async () => {
    const courseId = await draftCourse();
    const edit = (version: number) =>
      staff(
        'PUT',
        `/v1/staff/courses/${courseId}`,
        { ...courseInput, title: { ca: 'Nou nom' } },
        { 'if-match': `"${version}"` },
      );
    expect((await edit(1)).statusCode).toBe(200);
    expect((await edit(1)).statusCode).toBe(412);
    const listed = (await staff('GET', '/v1/staff/courses?status=draft&limit=1')).json<{ items: { id: string }[] }>();
    expect(listed.items.map(({ id }) => id)).toEqual([courseId]);
  });

  it('is justified under an actuació that the call really has, or not drafted', async () => {
    for (const justification of [
      { call: '2024-2025', actuacio: '9.9' },
      { call: '2019', actuacio: '2.1' },
    ]) {
      const answer = await staff('POST', '/v1/staff/courses', { ...courseInput, programme: { justification } });
      expect(answer.statusCode).toBe(400);
    }
    const twice = { id: 'a', type: 'text', label: { ca: 'A' } };
    const answer = await staff('POST', '/v1/staff/courses', {
      ...courseInput,
      programme: { questions: [twice, twice] },
    });
    expect(answer.statusCode).toBe(400);
    const script = { ...courseInput, programme: { joinUrl: 'javascript:alert(1)' } };
    expect((await staff('POST', '/v1/staff/courses', script)).statusCode).toBe(400);
  });

  it.each(hostileBodies)('is not made of what nobody should send: $name', async ({ body, contentType }) => {
    const before = await training.count('course');
    const answer = await training.app.inject({
      method: 'POST',
      url: '/v1/staff/courses',
      headers: { ...(await training.staff()), 'content-type': contentType },
      payload: body,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(await training.count('course')).toBe(before);
  });

  it('is nobody’s but staff’s to change', async () => {
    const answer = await training.app.inject({ method: 'POST', url: '/v1/staff/courses', payload: courseInput });
    expect(answer.statusCode).toBe(401);
    expect((await staff('GET', `/v1/staff/courses/${newId()}`)).statusCode).toBe(404);
  });
});

describe('a hybrid session with places of two kinds', () => {
  const hybrid = { mode: 'hybrid', capacity: 3, onlineCapacity: 1 };

  it('asks where one takes part, and fills and queues each kind by itself', async () => {
    const id = await training.publish(hybrid);
    const enrol = (email: string, place?: string) => training.enrol(id, email, place === undefined ? {} : { place });
    expect(code(await enrol('x@example.org'))).toBe('training.enrolment.place-needed');
    const status = async (email: string, place: string) =>
      (await enrol(email, place)).json<{ id: string; status: string; position: number | null }>();
    const screen = await status('a@example.org', 'online');
    expect(screen).toMatchObject({ status: 'confirmed' });
    const queue = await status('b@example.org', 'online');
    expect(queue).toMatchObject({ status: 'waiting', position: 1 });
    expect(await status('c@example.org', 'room')).toMatchObject({ status: 'confirmed' });
    expect(await status('d@example.org', 'room')).toMatchObject({ status: 'confirmed' });
    const outside = await status('e@example.org', 'room');
    expect(outside).toMatchObject({ status: 'waiting', position: 1 });
    expect((await open(`/v1/sessions/${id}`)).json()).toMatchObject({
      capacity: 3,
      placesLeft: 0,
      waiting: 2,
      places: {
        room: { capacity: 2, placesLeft: 0, waiting: 1, availability: 'waiting-list' },
        online: { capacity: 1, placesLeft: 0, waiting: 1, availability: 'waiting-list' },
      },
    });

    await training.app.inject({ method: 'POST', url: `${await training.linkOf(screen.id)}/cancel` });
    expect((await training.eventsOf(queue.id)).at(-1)?.type).toContain('promoted');
    expect(await training.eventsOf(outside.id)).toHaveLength(1);
    expect((await training.move(id, 'capacity', 2, { capacity: 4, onlineCapacity: 1 })).statusCode).toBe(200);
    expect((await training.eventsOf(outside.id)).at(-1)?.type).toContain('promoted');
    const [event] = await training.eventsOf(outside.id);
    expect(event?.data).toMatchObject({ place: 'room' });
  });

  it('has no more places online than in all, and only where it is hybrid', async () => {
    for (const changes of [{ ...hybrid, onlineCapacity: 4 }, { onlineCapacity: 1 }]) {
      const answer = await staff('POST', '/v1/staff/sessions', { ...sessionInput, ...changes });
      expect([answer.statusCode, code(answer)]).toEqual([422, 'training.session.places-inconsistent']);
    }
  });

  it('counts everybody together again once it is hybrid no more, and whoever waits comes in', async () => {
    const id = await training.publish(hybrid);
    await training.enrol(id, 'a@example.org', { place: 'online' });
    const waits = (await training.enrol(id, 'b@example.org', { place: 'online' })).json<{
      id: string;
      status: string;
    }>();
    expect(waits.status).toBe('waiting');
    const moved = await training.move(id, 'reschedule', 2, {
      startsAt: '2026-04-14T18:00:00+02:00',
      endsAt: '2026-04-14T20:00:00+02:00',
      mode: 'in-person',
      reason: { ca: 'Tothom a la sala.' },
    });
    expect(moved.statusCode).toBe(200);
    expect((await training.eventsOf(waits.id)).map(({ type }) => type.split('.').at(-2))).toEqual([
      'waitlisted',
      'rescheduled',
      'promoted',
    ]);
    expect((await open(`/v1/sessions/${id}`)).json()).toMatchObject({ placesLeft: 1, waiting: 0, places: null });
  });
});
