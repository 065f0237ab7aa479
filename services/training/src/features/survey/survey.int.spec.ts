import { hostileBodies } from '@ateneu/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, publicUrl, type StoredEvent, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const invitations = async (session: string): Promise<StoredEvent[]> => {
  const { rows } = await training.database.pool.query<{ payload: string }>(
    "select payload from outbox where subject like '%survey.invited%' order by id",
  );
  return rows
    .map(({ payload }) => JSON.parse(payload) as StoredEvent)
    .filter(({ data }) => data['sessionId'] === session);
};
/** A session that so many attended, and the addresses of their questionnaires. */
const attendedBy = async (count: number, changes: object = {}) => {
  const session = await training.publish({ capacity: 20, ...changes });
  const marks: object[] = [];
  for (let each = 0; each < count; each += 1) {
    const { id } = (await training.enrol(session, `p${each}@example.org`)).json<{ id: string }>();
    marks.push({ enrolmentId: id, version: 1, present: true });
  }
  const absent = (await training.enrol(session, 'absent@example.org')).json<{ id: string }>();
  training.clock.set('2026-04-14T17:30:00Z');
  marks.push({ enrolmentId: absent.id, version: 1, present: false });
  await training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, { marks });
  training.clock.set('2026-04-14T19:00:00Z');
  await training.sweep();
  const personal = (await invitations(session)).map(({ data }): Record<string, string> => ({ ...data.personal }));
  return {
    session,
    links: personal.map(({ surveyUrl = '' }) => surveyUrl.replace(`${publicUrl}/training`, '')),
    personal,
  };
};
const answer = (link: string, payload: object) => training.app.inject({ method: 'POST', url: link, payload });
const results = async (session: string) =>
  (await training.asStaff('GET', `/v1/staff/sessions/${session}/survey`)).json();

describe('the survey of a session', () => {
  it('goes to everybody who attended and nobody else, an hour after, once', async () => {
    const { session, personal } = await attendedBy(2);
    expect(new Set(personal.map(({ email }) => email))).toEqual(new Set(['p0@example.org', 'p1@example.org']));
    await Promise.all([training.sweep(), training.sweep()]);
    expect(await invitations(session)).toHaveLength(2);
    training.clock.set('2026-03-02T09:00:00Z');
    const quiet = await attendedBy(1, { programme: { survey: { questions: [], asksAboutStarting: false } } });
    expect(quiet.links).toEqual([]);
  });

  it('asks the usual questions, on a page too, and is answered once per link', async () => {
    const { session, links } = await attendedBy(2);
    const [first = '', second = ''] = links;
    const page = await training.app.inject({ url: first, headers: { accept: 'text/html' } });
    expect(page.body).toContain('Què us ha semblat?');
    expect(page.body).toContain('name="answer.satisfaction"');
    expect((await training.app.inject({ url: first })).json()).toMatchObject({ asksAboutStarting: true });

    const posted = await training.app.inject({
      method: 'POST',
      url: first,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload:
        'answer.satisfaction=5&answer.recommend=yes&answer.best=L%27ambient&before=no&after=yes&name=&email=&phone=',
    });
    expect([posted.statusCode, posted.body.includes('Gràcies!')]).toEqual([200, true]);
    expect(
      (await answer(second, { answers: { satisfaction: 4, best: 'El cafè' }, before: 'yes', after: 'yes' })).statusCode,
    ).toBe(200);
    for (const again of [
      await answer(first, { answers: { satisfaction: 1 } }),
      await training.app.inject({ url: first }),
    ]) {
      expect([again.statusCode, code(again)]).toEqual([410, 'training.survey.closed']);
    }
    expect(await results(session)).toMatchObject({
      invited: 2,
      answered: 2,
      questions: expect.arrayContaining([
        expect.objectContaining({
          id: 'satisfaction',
          answered: 2,
          mean: 4.5,
          counts: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1 },
        }),
        expect.objectContaining({ id: 'recommend', answered: 1, counts: { true: 1, false: 0 } }),
        expect.objectContaining({ id: 'best', texts: ['El cafè', "L'ambient"] }),
      ]),
      startCooperative: {
        answered: 2,
        before: { no: 1, maybe: 0, yes: 1 },
        after: { no: 0, maybe: 0, yes: 2 },
        moved: 1,
      },
    });
  });

  it('keeps nothing that leads from an answer to a person, a link or a time of day', async () => {
    const { session, links } = await attendedBy(1);
    const contact = { contact: true, name: 'Núria Vidal', email: 'p0@example.org', phone: '+34 600 000 000' };
    await answer(links[0] ?? '', { answers: { best: 'Res' }, before: 'no', after: 'maybe', ...contact });
    const { rows } = await training.database.pool.query<Record<string, unknown>>(
      'select * from survey_answer where session_id = $1',
      [session],
    );
    const [kept] = rows;
    expect(Object.keys(kept ?? {}).toSorted()).toEqual([
      'answered_on',
      'answers',
      'id',
      'session_id',
      'shuffled',
      'start_after',
      'start_before',
    ]);
    // The whole number: random ids have three figures of it now and then.
    expect(JSON.stringify(kept)).not.toMatch(/Núria|example\.org|600 ?000 ?000/);
    // Random, and not of the kind that begins with the time.
    expect(String(kept?.['id'])[14]).toBe('4');
    const outbox = await training.database.pool.query<{ payload: string }>('select payload from outbox');
    expect(outbox.rows.filter(({ payload }) => payload.includes(String(kept?.['id'])))).toEqual([]);
  });

  it('are mixed within their session, so that not even the database’s own numbers lead to a link', async () => {
    const { session, links } = await attendedBy(3);
    for (const [index, link] of links.entries()) await answer(link, { answers: { best: `Text ${index}` } });
    const select = 'select xmin::text as written, id, shuffled from survey_answer where session_id = $1 order by id';
    const rows = async () =>
      (await training.database.pool.query<{ written: string; id: string; shuffled: boolean }>(select, [session])).rows;
    const before = await rows();
    expect(new Set(before.map(({ written }) => written)).size).toBe(3);
    await training.sweep();
    const after = await rows();
    expect(after).toHaveLength(3);
    expect(new Set(after.map(({ written }) => written)).size).toBe(1);
    const known = new Set([...before.map(({ id }) => id), ...before.map(({ written }) => written)]);
    expect(after.filter(({ id, written }) => known.has(id) || known.has(written))).toEqual([]);
    await training.sweep();
    expect(await rows()).toEqual(after);
    expect(await results(session)).toMatchObject({ answered: 3 });
  });

  it('makes a lead of whoever asks to be contacted, with what they attended, and names nobody else', async () => {
    const { links } = await attendedBy(2);
    const contact = { contact: true, name: 'Pau Serra', email: 'P0@example.org', phone: '+34 600 000 000' };
    await answer(links[0] ?? '', { answers: { best: 'Un secret' }, before: 'no', after: 'yes', ...contact });
    await answer(links[1] ?? '', { before: 'no', after: 'no' });
    const { rows } = await training.database.pool.query<{ payload: string }>(
      "select payload from outbox where subject like '%survey.answered%' order by id desc limit 2",
    );
    const [anonymous, lead] = rows.map(({ payload }) => JSON.parse(payload) as StoredEvent);
    expect(lead?.data).toMatchObject({
      startCooperative: { before: 'no', after: 'yes' },
      personal: { name: 'Pau Serra', email: 'P0@example.org', phone: '+34 600 000 000', language: 'ca' },
    });
    expect(lead?.data['history']).toEqual(expect.arrayContaining([expect.objectContaining({ minutes: 120 })]));
    expect(JSON.stringify(lead)).not.toContain('Un secret');
    expect(anonymous?.data).not.toHaveProperty('personal');
    expect(anonymous?.data).not.toHaveProperty('history');
  });

  it('asks what the course says, and adds up over its sessions', async () => {
    const survey = {
      questions: [
        {
          id: 'pace',
          type: 'choice',
          label: { ca: 'Ritme' },
          options: [
            { value: 'slow', label: { ca: 'Lent' } },
            { value: 'fast', label: { ca: 'Ràpid' } },
          ],
        },
      ],
      asksAboutStarting: false,
    };
    const input = { title: { ca: 'Curs' }, summary: { ca: 'x' }, programme: { survey } };
    const courseId = (await training.asStaff('POST', '/v1/staff/courses', input)).json<{ id: string }>().id;
    for (const [pace, at] of [
      ['slow', '2026-03-02T09:00:00Z'],
      ['fast', '2026-03-02T09:00:00Z'],
    ] as const) {
      training.clock.set(at);
      const { links } = await attendedBy(1, { courseId });
      expect(code(await answer(links[0] ?? '', { answers: { satisfaction: 5 } }))).toBe(
        'training.survey.answer-invalid',
      );
      expect((await answer(links[0] ?? '', { answers: { pace } })).statusCode).toBe(200);
    }
    const all = await training.asStaff('GET', `/v1/staff/courses/${courseId}/survey`);
    expect(all.json()).toMatchObject({
      answered: 2,
      questions: [{ id: 'pace', counts: { slow: 1, fast: 1 }, options: [{ value: 'slow' }, { value: 'fast' }] }],
    });
  });

  it.each<[string, object]>([
    ['a six on a scale of five', { answers: { satisfaction: 6 } }],
    ['half a mark', { answers: { satisfaction: 4.5 } }],
    ['an answer to what nobody asked', { answers: { constructor: 'x' } }],
    ['nothing at all', {}],
    ['a wish to be contacted by nobody', { contact: true, before: 'no', after: 'yes' }],
    ['an intention that there is not', { before: 'no', after: 'perhaps' }],
  ])('does not take %s, and the link still works', async (_what, payload) => {
    const { session, links } = await attendedBy(1);
    const refused = await answer(links[0] ?? '', payload);
    expect([400, 422]).toContain(refused.statusCode);
    expect(await results(session)).toMatchObject({ answered: 0 });
    expect((await answer(links[0] ?? '', { answers: { satisfaction: 5 } })).statusCode).toBe(200);
  });

  it.each(hostileBodies)('takes nothing that nobody should send: $name', async ({ body, contentType }) => {
    const before = await training.count('survey_answer');
    const hostile = await training.app.inject({
      method: 'POST',
      url: '/v1/surveys/srv_unknown',
      headers: { 'content-type': contentType },
      payload: body,
    });
    expect(hostile.statusCode).toBeGreaterThanOrEqual(400);
    expect(hostile.statusCode).toBeLessThan(500);
    expect(await training.count('survey_answer')).toBe(before);
  });

  it('closes after a month', async () => {
    const { links } = await attendedBy(1);
    training.clock.set('2026-05-14T19:00:00Z');
    expect(code(await answer(links[0] ?? '', { answers: { satisfaction: 5 } }))).toBe('training.survey.closed');
    expect(code(await answer('/v1/surveys/srv_x', { answers: {} }))).toBe('training.survey.unknown');
  });
});
