import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, enrolInput, type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const party = (session: string, emails: string[], changes: object = {}, headers: Record<string, string> = {}) =>
  training.app.inject({
    method: 'POST',
    url: `/v1/sessions/${session}/party-enrolments`,
    headers,
    payload: { people: emails.map((email) => enrolInput(email, changes)) },
  });
const places = async (session: string) =>
  (await training.app.inject({ url: `/v1/sessions/${session}` })).json<{ placesLeft: number; waiting: number }>();

describe('several people of one group', () => {
  it('get a place each and a message each, in one request that counts once', async () => {
    const session = await training.publish({ capacity: 4 });
    const key = { 'idempotency-key': newId() };
    const people = ['a@example.org', 'b@example.org', 'c@example.org'];
    const first = await party(session, people, {}, key);
    expect(first.statusCode).toBe(201);
    const { enrolments } = first.json<{ enrolments: { id: string; status: string }[] }>();
    expect(enrolments.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    for (const { id } of enrolments) expect(await training.eventsOf(id)).toHaveLength(1);
    expect((await party(session, people, {}, key)).json()).toEqual(first.json());
    expect(await places(session)).toMatchObject({ placesLeft: 1, waiting: 0 });
  });

  it('all get one or nobody does, and nobody of them waits', async () => {
    const session = await training.publish({ capacity: 2 });
    const refused = await party(session, ['a@example.org', 'b@example.org', 'c@example.org']);
    expect([refused.statusCode, code(refused)]).toEqual([409, 'training.enrolment.party-too-large']);
    expect(refused.json<{ detail: string }>().detail).toContain('Només queden 2 places');
    await training.enrol(session, 'x@example.org');
    expect(code(await party(session, ['a@example.org', 'b@example.org']))).toBe('training.enrolment.party-too-large');
    expect(await places(session)).toMatchObject({ placesLeft: 1, waiting: 0 });
  });

  it('are each somebody, who was not in already', async () => {
    const session = await training.publish({ capacity: 9 });
    expect(code(await party(session, ['a@example.org', 'A@example.org']))).toBe('training.enrolment.already-enrolled');
    await training.enrol(session, 'a@example.org');
    expect(code(await party(session, ['b@example.org', 'a@example.org']))).toBe('training.enrolment.already-enrolled');
    expect((await party(session, ['b@example.org'])).statusCode).toBe(400);
    expect(await places(session)).toMatchObject({ placesLeft: 8 });
  });

  it('do not overbook it however many groups come at once', async () => {
    const session = await training.publish({ capacity: 7 });
    const groups = Array.from({ length: 8 }, (_, group) => [0, 1, 2].map((each) => `g${group}-${each}@example.org`));
    const answers = await Promise.all(groups.map((group) => party(session, group)));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2);
    expect(await places(session)).toMatchObject({ placesLeft: 1, waiting: 0 });
  });
});

describe('a whole course', () => {
  const course = async (programme: object = {}): Promise<string> => {
    const input = { title: { ca: 'Curs' }, summary: { ca: 'x' }, programme };
    return (await training.asStaff('POST', '/v1/staff/courses', input)).json<{ id: string }>().id;
  };
  const day = (date: string, courseId: string, changes: object = {}) =>
    training.draft({ courseId, startsAt: `${date}T18:00:00+02:00`, endsAt: `${date}T20:00:00+02:00`, ...changes });
  const open = (id: string) => training.asStaff('POST', `/v1/staff/courses/${id}/publish`, {}, { 'if-match': '"1"' });
  const enrolIn = (id: string, email: string, changes: object = {}, headers: Record<string, string> = {}) =>
    training.app.inject({
      method: 'POST',
      url: `/v1/courses/${id}/enrolments`,
      headers,
      payload: enrolInput(email, changes),
    });

  it('is enrolled in at once: a place or a turn in each session, and an answer where it is asked for', async () => {
    const label = { ca: 'Pregunta' };
    const questions = [{ id: 'why', type: 'text', label, required: true }];
    const id = await course({ questions });
    const first = await day('2026-04-14', id, { capacity: 1 });
    const extra = { questions: [{ id: 'menu', type: 'text', label }] };
    const second = await day('2026-04-15', id, { programme: extra });
    await open(id);
    await training.enrol(first, 'x@example.org', { answers: { why: 'x' } });
    const key = { 'idempotency-key': newId() };
    const answers = { why: 'Per aprendre', menu: 'vegetarià' };
    const answer = await enrolIn(id, 'a@example.org', { answers }, key);
    expect(answer.statusCode).toBe(201);
    const { enrolments } = answer.json<{ enrolments: { id: string; sessionId: string; status: string }[] }>();
    expect(new Map(enrolments.map(({ sessionId, status }) => [sessionId, status]))).toEqual(
      new Map([
        [first, 'waiting'],
        [second, 'confirmed'],
      ]),
    );
    expect((await enrolIn(id, 'a@example.org', { answers }, key)).json()).toEqual(answer.json());
    const of = (session: string) => enrolments.find(({ sessionId }) => sessionId === session)?.id ?? '';
    const own = async (session: string) =>
      (await training.app.inject({ url: await training.linkOf(of(session)) })).json();
    expect(await own(first)).toMatchObject({ answers: { why: 'Per aprendre' } });
    expect(await own(second)).toMatchObject({ answers });
    // Whoever is in already is not refused, and not enrolled twice.
    expect((await enrolIn(id, 'a@example.org', { answers })).json()).toEqual({ enrolments: [] });
  });

  it('is refused as a whole where one session refuses, and where none is left', async () => {
    const id = await course();
    const fine = await day('2026-04-14', id, { capacity: 5 });
    await day('2026-04-15', id, { capacity: 0, waitingListEnabled: false });
    expect(code(await enrolIn(id, 'a@example.org'))).toBe('training.course.not-found');
    await open(id);
    expect(code(await enrolIn(id, 'a@example.org'))).toBe('training.enrolment.session-full');
    expect(await places(fine)).toMatchObject({ placesLeft: 5 });
    training.clock.set('2026-04-20T09:00:00Z');
    expect(code(await enrolIn(id, 'a@example.org'))).toBe('training.enrolment.course-over');
  });

  it('is enrolled in by many at once without anybody locking anybody out', async () => {
    const id = await course();
    for (const date of ['2026-04-14', '2026-04-15', '2026-04-16']) await day(date, id, { capacity: 4 });
    await open(id);
    const answers = await Promise.all(Array.from({ length: 9 }, (_, person) => enrolIn(id, `${person}@example.org`)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201));
    const { rows } = await training.database.pool.query<{ confirmed_count: number; waiting_count: number }>(
      'select confirmed_count, waiting_count from session where course_id = $1',
      [id],
    );
    expect(rows).toEqual([1, 2, 3].map(() => ({ confirmed_count: 4, waiting_count: 5 })));
  });
});

describe('what a session asks', () => {
  const label = { ca: 'Pregunta' };
  const options = [
    { value: 'mati', label },
    { value: 'tarda', label },
  ];
  const questions = [
    { id: 'why', type: 'text', label, required: true },
    { id: 'when', type: 'choice', label, options },
    { id: 'days', type: 'several', label, options },
    { id: 'member', type: 'yes-no', label },
    { id: 'people', type: 'number', label, min: 1, max: 9 },
    { id: 'since', type: 'date', label },
  ];
  const good = {
    why: 'Per aprendre',
    when: 'mati',
    days: ['mati', 'tarda'],
    member: false,
    people: 3,
    since: '2020-02-29',
  };
  const asking = () => training.publish({ programme: { questions } });

  it('is answered in the form of each question, and shown to the person and to staff', async () => {
    const session = await asking();
    const answer = await training.enrol(session, 'a@example.org', { answers: good, accessibility: 'Bucle magnètic' });
    const { id } = answer.json<{ id: string }>();
    const own = await training.app.inject({ url: await training.linkOf(id) });
    expect(own.json()).toMatchObject({ answers: good, accessibility: 'Bucle magnètic' });
    const listed = await training.asStaff('GET', `/v1/staff/sessions/${session}/enrolments`);
    expect(listed.json()).toMatchObject({ items: [{ answers: good, accessibility: 'Bucle magnètic' }] });
  });

  it.each<[string, object, string]>([
    ['a needed one is left out', { when: 'mati' }, 'answer-missing'],
    ['a needed one is all spaces', { why: '   ' }, 'answer-missing'],
    ['nobody asked it', { why: 'x', other: 'y' }, 'answer-unasked'],
    ['the choice is not there', { why: 'x', when: 'nit' }, 'answer-invalid'],
    ['one is chosen twice', { why: 'x', days: ['mati', 'mati'] }, 'answer-invalid'],
    ['yes is a text', { why: 'x', member: 'yes' }, 'answer-invalid'],
    ['the number is too high', { why: 'x', people: 10 }, 'answer-invalid'],
    ['the day does not exist', { why: 'x', since: '2023-02-29' }, 'answer-invalid'],
    ['the answer names what objects inherit', { why: 'x', constructor: 'y' }, 'answer-unasked'],
  ])('is refused where %s', async (_why, answers, refusal) => {
    const session = await asking();
    const answer = await training.enrol(session, 'a@example.org', { answers });
    expect([answer.statusCode, code(answer)]).toEqual([422, `training.enrolment.${refusal}`]);
    expect(await places(session)).toMatchObject({ placesLeft: 2 });
  });

  it('is answered anew by the person, through the form of the page too', async () => {
    const session = await asking();
    const { id } = (await training.enrol(session, 'a@example.org', { answers: good })).json<{ id: string }>();
    const link = await training.linkOf(id);
    const page = await training.app.inject({ url: link, headers: { accept: 'text/html' } });
    expect(page.body).toContain('name="answer.days.tarda" checked');
    const form = 'answer.why=Per+fer-ho&answer.days.mati=on&answer.member=yes&answer.people=2&accessibility=Rampa';
    const posted = await training.app.inject({
      method: 'POST',
      url: `${link}/answers`,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: form,
    });
    expect(posted.statusCode).toBe(303);
    expect((await training.app.inject({ url: link })).json()).toMatchObject({
      answers: { why: 'Per fer-ho', days: ['mati'], member: true, people: 2 },
      accessibility: 'Rampa',
    });
    const refused = await training.app.inject({ method: 'POST', url: `${link}/answers`, payload: { answers: {} } });
    expect(code(refused)).toBe('training.enrolment.answer-missing');
    expect(await training.eventsOf(id)).toHaveLength(1);
  });
});

describe('what a person tells and agrees to', () => {
  it('keeps names apart, what the funder asks, and that a document cannot be given', async () => {
    const session = await training.publish();
    const profile = { birthDate: '1990-05-01', gender: 'woman', identityDocumentWithheld: true };
    const person = { name: undefined, givenName: 'Núria', surnames: 'Vidal i Roca', profile };
    const { id } = (await training.enrol(session, 'a@example.org', person)).json<{ id: string }>();
    const own = await training.app.inject({ url: await training.linkOf(id) });
    expect(own.json()).toMatchObject({
      name: 'Núria Vidal i Roca',
      surnames: 'Vidal i Roca',
      birthYear: 1990,
      profile,
    });
    const changed = await training.app.inject({
      method: 'POST',
      url: `${await training.linkOf(id)}/person`,
      payload: { name: 'Núria Vidal', municipality: 'Cornellà' },
    });
    expect(changed.json()).toMatchObject({ name: 'Núria Vidal', municipality: 'Cornellà', profile: {} });
  });

  it.each<[string, object]>([
    ['a gender that is not on the list', { profile: { gender: 'x' } }],
    ['a document and that it cannot be given', { profile: { identityDocument: '1', identityDocumentWithheld: true } }],
    ['a birth to come', { profile: { birthDate: '2030-01-01' } }],
    ['no name at all', { name: undefined }],
    ['half a name', { name: undefined, givenName: 'Núria' }],
  ])('does not take %s', async (_what, changes) => {
    const session = await training.publish();
    const answer = await training.enrol(session, 'a@example.org', changes);
    expect([400, 422]).toContain(answer.statusCode);
  });

  it('is agreed to one by one, with its time and text, and what was agreed before stays on record', async () => {
    const session = await training.publish();
    const consents = { textVersion: '2026-01', data: true, images: true };
    const { id } = (await training.enrol(session, 'a@example.org', { consents })).json<{ id: string }>();
    training.clock.set('2026-03-03T09:00:00Z');
    const url = `${await training.linkOf(id)}/consents`;
    const payload = { textVersion: '2026-02', images: false, news: true };
    const changed = await training.app.inject({ method: 'POST', url, payload });
    expect(changed.json()).toMatchObject({
      consents: {
        data: { given: true, textVersion: '2026-01', at: '2026-03-02T09:00:00.000Z' },
        images: { given: false, textVersion: '2026-02', at: '2026-03-03T09:00:00.000Z' },
        news: { given: true, textVersion: '2026-02', at: '2026-03-03T09:00:00.000Z' },
      },
    });
    const why = (await training.asStaff('GET', `/v1/staff/enrolments/${id}/explanation`)).json<{ history: object[] }>();
    expect(why.history.at(-1)).toMatchObject({
      type: 'details-changed',
      detail: { consents: { images: { given: false, textVersion: '2026-02' } } },
      by: { kind: 'citizen' },
    });
  });
});

describe('staff', () => {
  const byHand = (session: string, email: string) =>
    training.asStaff('POST', `/v1/staff/sessions/${session}/enrolments`, enrolInput(email));
  const move = (id: string, sessionId: string, version = 1) =>
    training.asStaff('POST', `/v1/staff/enrolments/${id}/move`, { sessionId }, { 'if-match': `"${version}"` });

  it('enrol by hand where enrolment is closed, but over no capacity and past nobody', async () => {
    const session = await training.publish({ capacity: 1, enrolmentClosesAt: '2026-03-01T09:00:00Z' });
    expect(code(await training.enrol(session, 'x@example.org'))).toBe('training.enrolment.closed');
    expect((await byHand(session, 'a@example.org')).json()).toMatchObject({ status: 'confirmed', version: 1 });
    expect((await byHand(session, 'b@example.org')).json()).toMatchObject({ status: 'waiting' });
    expect(code(await byHand(session, 'a@example.org'))).toBe('training.enrolment.already-enrolled');
    const { rows } = await training.database.pool.query("select from audit_record where action = 'enrol'");
    expect(rows).toHaveLength(2);
  });

  it('move a person to another session: their place goes to whoever is next, what they said goes with them', async () => {
    const from = await training.publish({ capacity: 1 });
    const to = await training.publish({ capacity: 1 });
    const consents = { textVersion: '2026-01', data: true, images: true };
    const { id } = (await training.enrol(from, 'a@example.org', { consents })).json<{ id: string }>();
    const next = (await training.enrol(from, 'b@example.org')).json<{ id: string }>();
    const moved = await move(id, to);
    expect(moved.json()).toMatchObject({ status: 'confirmed', version: 1 });
    expect((await training.eventsOf(id)).at(-1)?.data).toMatchObject({ cause: 'moved', movedTo: to });
    expect((await training.eventsOf(next.id)).at(-1)?.type).toContain('promoted');
    const listed = (await training.asStaff('GET', `/v1/staff/sessions/${to}/enrolments`)).json();
    expect(listed).toMatchObject({ items: [{ email: 'a@example.org', consents: { images: { given: true } } }] });

    expect((await move(next.id, to, 1)).statusCode).toBe(412);
    expect((await move(next.id, to, 2)).json()).toMatchObject({ status: 'waiting' });
    expect(code(await move(id, to, 2))).toBe('training.enrolment.ended');
    expect(code(await move(moved.json<{ id: string }>().id, to, 1))).toBe('training.enrolment.same-session');
  });

  it('mend what is on record, and a session of a school takes nobody in', async () => {
    const session = await training.publish();
    const { id } = (await training.enrol(session, 'a@example.org')).json<{ id: string }>();
    const person = { name: 'Núria Vidal', givenName: 'Núria', surnames: 'Vidal', profile: { birthDate: '1990-05-01' } };
    const mended = await training.asStaff('PUT', `/v1/staff/enrolments/${id}/person`, person, { 'if-match': '"1"' });
    expect(mended.json()).toMatchObject({ version: 2, status: 'confirmed' });
    const read = await training.asStaff('GET', `/v1/staff/enrolments/${id}`);
    expect(read.headers.etag).toBe('"2"');
    expect(read.json()).toMatchObject({ ...person, sessionId: session, email: 'a@example.org' });
    const stale = await training.asStaff('PUT', `/v1/staff/enrolments/${id}/person`, person, { 'if-match': '"1"' });
    expect(stale.statusCode).toBe(412);
    // What was changed and by whom stays on record; what it was before does not.
    const why = await training.asStaff('GET', `/v1/staff/enrolments/${id}/explanation`);
    expect(why.json<{ history: object[] }>().history.at(-1)).toMatchObject({
      type: 'details-changed',
      detail: { changed: expect.arrayContaining(['givenName', 'profile', 'surnames']) as unknown },
      by: { kind: 'staff', name: 'Tània Soler' },
    });
    const { rows } = await training.database.pool.query(
      `select action from audit_record where subject_type = 'enrolment' and subject_id = $1 order by at`,
      [id],
    );
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['edit', 'read', 'explain']);
    const school = await training.publish({ forMinors: true });
    expect(code(await training.enrol(school, 'a@example.org'))).toBe('training.enrolment.for-minors');
    expect(code(await byHand(school, 'a@example.org'))).toBe('training.enrolment.for-minors');
  });
});
