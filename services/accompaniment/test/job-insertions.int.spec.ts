import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';

let harness: Harness;
let accompanimentId: string;

beforeAll(async () => {
  harness = await startHarness();
  const project = { name: 'Bugaderia', description: 'Una cooperativa.' };
  const opened = await staff('POST', 'accompaniments', { body: { project, modality: 'creation' } });
  accompanimentId = opened.body.id;
});
afterAll(() => harness.stop());

const staff = (method: 'GET' | 'POST' | 'PUT', path: string, more: { body?: object; etag?: string } = {}) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token: harness.tokens.technician,
    body: more.body,
    ...(more.etag === undefined ? {} : { headers: { 'if-match': more.etag } }),
  });
const path = (rest = '') => `accompaniments/${accompanimentId}/job-insertions${rest}`;
const insertion = {
  person: { name: 'Neus', surnames: 'Prova Serra', idDocument: '12345678-z', gender: 'woman', bornOn: '1988-02-01' },
  contractType: 'member',
  startsOn: '2026-01-15',
};
const record = (change: object = {}) => staff('POST', path(), { body: { ...insertion, ...change } });

describe('a job insertion', () => {
  it('keeps what it said before each correction, and why', async () => {
    const recorded = await record();
    expect(recorded.status).toBe(201);
    const body = { ...insertion, contractType: 'permanent', why: 'El contracte era un altre' };
    const corrected = await staff('PUT', path(`/${recorded.body.id}`), { body, etag: recorded.etag });
    expect(corrected.body).toMatchObject({ version: 2, voided: false });
    const voided = await staff('POST', path(`/${recorded.body.id}/void`), {
      body: { why: 'Era d’un altre projecte' },
      etag: corrected.etag,
    });
    expect(voided.body.voided).toBe(true);
    const again = await staff('PUT', path(`/${recorded.body.id}`), { body, etag: voided.etag });
    expect(again.body.code).toBe('accompaniment.insertion.voided');
    const [item] = (await staff('GET', path())).body.items;
    expect(item).toMatchObject({ contractType: 'permanent', voided: true, person: { idDocument: '12345678Z' } });
    expect(item.history).toMatchObject([
      { sequence: 1, why: null, contents: { contractType: 'member', voided: false } },
      { sequence: 2, why: 'El contracte era un altre', contents: { contractType: 'permanent' } },
      { sequence: 3, why: 'Era d’un altre projecte', contents: { voided: true } },
    ]);
  });

  it('is told to the platform without the person', async () => {
    const { body } = await record();
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      'select payload from outbox where aggregate_id = $1',
      [body.id],
    );
    const event = JSON.parse(rows[0]?.payload ?? '{}') as { data: object };
    expect(event.data).toMatchObject({ contractType: 'member', startsOn: '2026-01-15', correction: false });
    expect(JSON.stringify(event)).not.toMatch(/neus|prova|12345678/i);
  });

  it.each([
    ['a contract that has not begun', { startsOn: '2999-01-01' }, 'accompaniment.insertion.in-future'],
    ['an end before the beginning', { endsOn: '2026-01-14' }, 'accompaniment.insertion.ends-before-start'],
    [
      'a DNI with the wrong letter',
      { person: { ...insertion.person, idDocument: '12345678A' } },
      'accompaniment.insertion.id-invalid',
    ],
    ['a contract that the funder does not know', { contractType: 'friendship' }, 'kit.request.invalid'],
  ])('with %s is refused', async (_what, change, code) => {
    const before = await harness.count('job_insertion');
    expect((await record(change)).body.code).toBe(code);
    expect(await harness.count('job_insertion')).toBe(before);
  });

  it('takes a passport as it is, and belongs to its own accompaniment', async () => {
    const recorded = await record({ person: { ...insertion.person, idDocument: 'PAB123456' } });
    expect(recorded.status).toBe(201);
    const foreign = `accompaniments/0198c1d2-7a10-7c3e-9f00-0000000000ff/job-insertions/${recorded.body.id}/void`;
    expect((await staff('POST', foreign, { body: { why: 'x' }, etag: recorded.etag })).status).toBe(404);
  });
});
