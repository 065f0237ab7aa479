import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const project = { name: 'Bugaderia de Bellvitge', description: 'Una cooperativa de treball.' };
const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, etag?: string) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token: harness.tokens.coordinator,
    body,
    ...(etag === undefined ? {} : { headers: { 'if-match': etag } }),
  });
const said = { heldOn: '2025-06-10', minutes: 120, people: 4, objective: 'Estatuts', result: 'Un esborrany.' };

/** An accompaniment in progress with a session of two hours and one of half an hour. */
async function withSessions() {
  const opened = await ask('POST', 'accompaniments', { project, modality: 'creation' });
  const { id, projectId } = opened.body;
  await ask('POST', `accompaniments/${id}/start`, undefined, opened.etag);
  await ask('POST', `accompaniments/${id}/sessions`, said);
  const last = await ask('POST', `accompaniments/${id}/sessions`, { ...said, heldOn: '2025-06-11', minutes: 30 });
  const { body } = await ask('GET', `accompaniments/${id}`);
  const [first, second] = body.sessions.map((session: { id: string }) => session.id);
  return { id, projectId, first, second, etag: last.etag };
}
const correct = (id: string, session: string, etag: string, change: object, why = 'Era una hora i mitja.') =>
  ask('PUT', `accompaniments/${id}/sessions/${session}`, { ...said, ...change, why }, etag);
const hoursOf = async (projectId: string) => {
  const { body } = await ask('GET', 'hours?by=project&from=2025-06-01&to=2025-06-30');
  return body.items.find((line: { id: string }) => line.id === projectId);
};
const eventsOf = async (id: string) => {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 order by id`,
    [id],
  );
  return rows.map(({ payload }) => JSON.parse(payload) as { type: string; sequence: number; data: object });
};

describe('a consultancy session that is corrected', () => {
  it('says the new, counts with the new everywhere, and keeps what it said, who changed it and why', async () => {
    const { id, projectId, first, etag } = await withSessions();
    const corrected = await correct(id, first, etag, { minutes: 90, heldOn: '2025-06-09' });
    expect(corrected.status).toBe(200);
    const read = await ask('GET', `accompaniments/${id}`);
    expect(read.body).toMatchObject({
      minutes: 120,
      sessions: [{ id: first, heldOn: '2025-06-09', minutes: 90, people: 4, technician: { name: 'Carme Ribas' } }, {}],
    });
    expect(await hoursOf(projectId)).toMatchObject({ sessions: 2, minutes: 120 });
    const { body: history } = await ask('GET', `accompaniments/${id}/sessions/corrections`);
    expect(history.items).toMatchObject([
      { sessionId: first, sequence: 1, why: null, removed: false, contents: said },
      { sequence: 2, by: 'Carme Ribas', why: 'Era una hora i mitja.', contents: { minutes: 90, heldOn: '2025-06-09' } },
    ]);
    const { body: timeline } = await ask('GET', `accompaniments/${id}/timeline`);
    expect(timeline.items[0]).toMatchObject({
      event: 'consultancy-corrected',
      details: { session: first, minutes: 90, before: 120, why: 'Era una hora i mitja.' },
    });
    expect(await eventsOf(first)).toMatchObject([
      { sequence: 1, data: { minutes: 120 } },
      { sequence: 2, data: { consultancyId: first, minutes: 90, heldOn: '2025-06-09' } },
    ]);
    expect(await harness.count(`audit_record where action = 'consultancy-corrected' and subject_id = '${id}'`)).toBe(1);
  });

  it('is corrected again, and each wording stays', async () => {
    const { id, first, etag } = await withSessions();
    const once = await correct(id, first, etag, { minutes: 90 });
    await correct(id, first, once.etag, { minutes: 100 }, 'I deu minuts.');
    const { body } = await ask('GET', `accompaniments/${id}/sessions/corrections`);
    expect(body.items.map((line: { contents: { minutes: number } }) => line.contents.minutes)).toEqual([120, 90, 100]);
    expect((await eventsOf(first)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect((await ask('GET', `accompaniments/${id}`)).body.minutes).toBe(130);
  });

  it('may be of an accompaniment that has ended, which stays ended', async () => {
    const { id, first, etag } = await withSessions();
    const ended = await ask('POST', `accompaniments/${id}/abandon`, { reasonCode: 'no-contact' }, etag);
    const corrected = await correct(id, first, ended.etag, { minutes: 60 });
    expect(corrected.body.status).toBe('abandoned');
    expect((await ask('GET', `accompaniments/${id}`)).body.minutes).toBe(90);
  });

  it('is refused where it is of another, of a stranger, of tomorrow, without a reason or of an old reading', async () => {
    const { id, first, etag } = await withSessions();
    const other = await withSessions();
    const before = (await ask('GET', `accompaniments/${id}`)).body;
    const code = async (answer: ReturnType<typeof correct>) => {
      const { status, body } = await answer;
      return [status, body.code];
    };
    expect(await code(correct(id, other.first, etag, {}))).toEqual([404, 'accompaniment.session.not-found']);
    const stranger = { memberIds: ['0198c1d2-7a10-7c3e-9f00-0000000000ff'] };
    expect(await code(correct(id, first, etag, stranger))).toEqual([422, 'accompaniment.session.member-unknown']);
    expect(await code(correct(id, first, etag, { heldOn: '2999-01-01' }))).toEqual([
      422,
      'accompaniment.session.in-future',
    ]);
    expect((await correct(id, first, etag, {}, '')).status).toBe(400);
    expect((await correct(id, first, '"1"', {})).status).toBe(412);
    expect((await ask('PUT', `accompaniments/${id}/sessions/${first}`, { ...said, why: 'x' })).status).toBe(428);
    expect((await ask('GET', `accompaniments/${id}`)).body).toEqual(before);
    expect((await ask('GET', `accompaniments/${id}/sessions/corrections`)).body.items).toEqual([]);
  });
});

describe('a consultancy session that was not held', () => {
  it('is taken back with a reason, counts nowhere, and stays in the history', async () => {
    const { id, projectId, first, second, etag } = await withSessions();
    const url = `accompaniments/${id}/sessions/${first}/void`;
    const taken = await ask('POST', url, { why: 'No es va fer.' }, etag);
    expect(taken.status).toBe(200);
    expect((await ask('GET', `accompaniments/${id}`)).body).toMatchObject({ minutes: 30, sessions: [{ id: second }] });
    expect(await hoursOf(projectId)).toMatchObject({ sessions: 1, minutes: 30 });
    const { body } = await ask('GET', `accompaniments/${id}/sessions/corrections`);
    expect(body.items).toMatchObject([
      { sequence: 1, contents: { id: first, minutes: 120 } },
      { sequence: 2, removed: true, why: 'No es va fer.' },
    ]);
    expect((await eventsOf(first)).at(-1)).toMatchObject({
      type: 'cat.ateneulh.accompaniment.consultancy.removed.v1',
      sequence: 2,
    });
    const again = await ask('POST', url, { why: 'No es va fer.' }, taken.etag);
    expect(again).toMatchObject({ status: 404, body: { code: 'accompaniment.session.not-found' } });
  });
});
