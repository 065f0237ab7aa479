import { attendanceRecorded, parseEvent } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { hostileBodies } from '@ateneu/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, enrolInput, type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));
afterAll(() => training.close());

interface Line {
  enrolmentId: string;
  status: string;
}
const begin = () => training.clock.set('2026-04-14T16:05:00Z');
const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const enrol = async (sessionId: string, email: string): Promise<string> =>
  (await training.enrol(sessionId, email)).json<{ id: string }>().id;
const sheet = async (sessionId: string) => {
  const answer = await training.app.inject({
    url: `/v1/staff/sessions/${sessionId}/attendance`,
    headers: await training.staff(),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ items: Line[]; totals: Record<string, number> }>();
};
const record = async (sessionId: string, marks: object[]): Promise<Answer> =>
  training.app.inject({
    method: 'POST',
    url: `/v1/staff/sessions/${sessionId}/attendance`,
    headers: await training.staff(),
    payload: { marks },
  });
const mark = (enrolmentId: string, present: boolean, version = 1, changes: object = {}) => ({
  enrolmentId,
  version,
  present,
  ...changes,
});
const walkIn = async (sessionId: string, email: string, changes: object = {}, headers: object = {}) =>
  training.app.inject({
    method: 'POST',
    url: `/v1/staff/sessions/${sessionId}/walk-ins`,
    headers: { ...(await training.staff()), ...headers },
    payload: { ...enrolInput(email), ...changes },
  });
const history = async (enrolmentId: string): Promise<Answer> =>
  training.app.inject({
    url: `/v1/staff/enrolments/${enrolmentId}/attendance`,
    headers: await training.staff(),
  });
const audited = async (action: string, like: string) =>
  (
    await training.database.pool.query(
      `select actor_id from audit_record where action = $1 and (subject_id = $2 or details ->> 'sessionId' = $2)`,
      [action, like],
    )
  ).rows;

describe('the attendance of a session', () => {
  it('is recorded by list with its minutes, counted, and told to the others', async () => {
    const id = await training.publish({ capacity: 3 });
    const [first, second, third] = [
      await enrol(id, 'a@example.org'),
      await enrol(id, 'b@example.org'),
      await enrol(id, 'c@example.org'),
    ];
    await enrol(id, 'waiting@example.org');
    begin();
    expect((await sheet(id)).totals).toEqual({ unrecorded: 3, attended: 0, absent: 0, walkIns: 0, minutes: 0 });
    const answer = await record(id, [mark(first, true, 1, { minutes: 90 }), mark(second, false)]);
    expect(answer.json()).toEqual({
      recorded: [
        { id: first, version: 2, status: 'attended', minutes: 90 },
        { id: second, version: 2, status: 'absent', minutes: null },
      ],
      totals: { unrecorded: 1, attended: 1, absent: 1, walkIns: 0, minutes: 90 },
    });
    expect((await sheet(id)).items.map(({ enrolmentId, status }) => [enrolmentId, status])).toEqual([
      [first, 'attended'],
      [second, 'absent'],
      [third, 'confirmed'],
    ]);
    const events = await Promise.all([first, second].map(async (each) => (await training.eventsOf(each)).at(-1)));
    const [there, missing] = events.map((event) => parseEvent(attendanceRecorded, event));
    expect(there).toMatchObject({
      sequence: 2,
      data: { present: true, minutes: 90, correction: false, personal: { email: 'a@example.org' } },
    });
    expect(missing?.data).toMatchObject({ present: false, minutes: 0 });
    expect(missing?.data).not.toHaveProperty('personal');
    expect(JSON.stringify(there)).not.toContain('enr_');
    expect(await audited('record-attendance', id)).toHaveLength(1);
    expect(await audited('list-attendance', id)).toHaveLength(2);
  });

  it('is not recorded before the start, and never of somebody who waits or left', async () => {
    const elsewhere = await training.publish();
    const id = await training.publish({ capacity: 1 });
    const first = await enrol(id, 'a@example.org');
    const waits = await enrol(id, 'b@example.org');
    expect(code(await record(id, [mark(first, true)]))).toBe('training.attendance.not-yet');
    const left = await enrol(id, 'c@example.org');
    await training.app.inject({ method: 'POST', url: `${await training.linkOf(left)}/cancel` });
    begin();
    for (const each of [waits, left]) {
      const answer = await record(id, [mark(first, true), mark(each, true, 2)]);
      expect([answer.statusCode, code(answer)]).toEqual([409, 'training.attendance.without-place']);
    }
    // A list is recorded whole or not at all.
    expect((await sheet(id)).totals).toMatchObject({ unrecorded: 1, attended: 0 });
    expect(code(await record(elsewhere, [mark(first, true)]))).toBe('training.enrolment.not-found');
    expect(code(await record(newId(), [mark(first, true)]))).toBe('training.session.not-found');
  });

  it('keeps who recorded what and when, and what it was, through every correction', async () => {
    const id = await training.publish();
    const person = await enrol(id, 'a@example.org');
    begin();
    await record(id, [mark(person, false)]);
    training.clock.set('2026-04-15T09:00:00Z');
    await record(id, [mark(person, true, 2, { minutes: 60 })]);
    await record(id, [mark(person, true, 3)]);
    expect((await history(person)).json()).toMatchObject({
      items: [
        { present: false, minutes: 0, was: null, recordedAt: '2026-04-14T16:05:00.000Z', recordedBy: { id: 'tania' } },
        { present: true, minutes: 60, was: { present: false }, recordedAt: '2026-04-15T09:00:00.000Z' },
        { present: true, minutes: 120, was: { present: true, minutes: 60 } },
      ],
    });
    const events = (await training.eventsOf(person)).slice(1);
    expect(events.map(({ sequence, data }) => [sequence, data['correction']])).toEqual([
      [2, false],
      [3, true],
      [4, true],
    ]);
    expect(await audited('read-attendance', person)).toHaveLength(1);
    expect((await history(newId())).statusCode).toBe(404);
  });

  it('is not lost between two who record at once: the same is fine, another answer is refused', async () => {
    const id = await training.publish();
    const person = await enrol(id, 'a@example.org');
    begin();
    const same = await Promise.all([record(id, [mark(person, true)]), record(id, [mark(person, true)])]);
    expect(same.map((answer) => answer.statusCode)).toEqual([200, 200]);
    const stale = await record(id, [mark(person, false, 1)]);
    expect([stale.statusCode, code(stale)]).toEqual([412, 'training.attendance.changed']);
    expect((await training.eventsOf(person)).map((event) => event.sequence)).toEqual([1, 2]);
  });

  it('keeps a person from cancelling, and shows on their page', async () => {
    const id = await training.publish();
    const person = await enrol(id, 'a@example.org');
    const link = await training.linkOf(person);
    begin();
    await record(id, [mark(person, true)]);
    const answer = await training.app.inject({ method: 'POST', url: `${link}/cancel` });
    expect([answer.statusCode, code(answer)]).toEqual([409, 'training.attendance.on-record']);
    const page = await training.app.inject({ url: link, headers: { accept: 'text/html' } });
    expect(page.body).toContain('Consta que heu assistit a aquesta sessió.');
    expect(page.body).not.toContain('/cancel');
  });
});

describe('somebody who walks in', () => {
  it('fills in the same form with the same consents, and is recorded as attending', async () => {
    const id = await training.publish({ capacity: 1 });
    expect(code(await walkIn(id, 'w@example.org'))).toBe('training.attendance.not-yet');
    begin();
    expect((await walkIn(id, 'w@example.org', { consents: { textVersion: '2026-01', data: false } })).statusCode).toBe(
      400,
    );
    const headers = { 'idempotency-key': newId() };
    const answers = [await walkIn(id, 'w@example.org', { minutes: 60 }, headers)];
    answers.push(await walkIn(id, 'w@example.org', { minutes: 60 }, headers));
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201]);
    const { id: person } = (answers[0] as Answer).json<{ id: string }>();
    expect(answers[1]?.json()).toEqual({ id: person, version: 1, status: 'attended', minutes: 60 });
    expect((await sheet(id)).totals).toEqual({ unrecorded: 0, attended: 1, absent: 0, walkIns: 1, minutes: 60 });
    // One event, and no message about an enrolment: the person is in the room.
    expect(await training.eventsOf(person)).toMatchObject([
      { type: attendanceRecorded.type, sequence: 1, data: { walkIn: true, personal: { email: 'w@example.org' } } },
    ]);
    expect((await history(person)).json()).toMatchObject({ items: [{ present: true, minutes: 60, was: null }] });
    expect(await audited('walk-in', person)).toHaveLength(1);
  });

  it('gets a place that nobody claims: free ones, and those of the absent', async () => {
    const id = await training.publish({ capacity: 1 });
    const person = await enrol(id, 'a@example.org');
    await enrol(id, 'b@example.org');
    begin();
    expect(code(await walkIn(id, 'w@example.org'))).toBe('training.attendance.no-room');
    expect(code(await walkIn(id, 'A@example.org'))).toBe('training.enrolment.already-enrolled');
    expect(code(await walkIn(id, 'b@example.org'))).toBe('training.attendance.person-waiting');
    await record(id, [mark(person, false)]);
    const answers = await Promise.all(['w', 'x', 'y'].map((name) => walkIn(id, `${name}@example.org`)));
    expect(answers.map((answer) => answer.statusCode).toSorted((left, right) => left - right)).toEqual([201, 409, 409]);
    // A correction is a fact: it is recorded even where it shows one more in the room than places.
    expect((await record(id, [mark(person, true, 2)])).statusCode).toBe(200);
    expect((await sheet(id)).totals).toMatchObject({ attended: 2, absent: 0 });
  });
});

describe('attendance with what nobody should send', () => {
  it.each(hostileBodies)('as $name is refused and changes nothing', async ({ body, contentType }) => {
    const id = await training.publish();
    begin();
    for (const path of ['attendance', 'walk-ins']) {
      const answer = await training.app.inject({
        method: 'POST',
        url: `/v1/staff/sessions/${id}/${path}`,
        headers: { ...(await training.staff()), 'content-type': contentType },
        payload: body,
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    }
    expect((await sheet(id)).totals).toMatchObject({ attended: 0 });
  });

  it('as minutes out of reason, or by somebody who is not staff, is refused', async () => {
    const id = await training.publish();
    const person = await enrol(id, 'a@example.org');
    begin();
    for (const [minutes, status] of [
      [0, 400],
      [-1, 400],
      [1.5, 400],
      [2_000, 400],
      [121, 422],
    ]) {
      expect((await record(id, [mark(person, true, 1, { minutes })])).statusCode, String(minutes)).toBe(status);
    }
    for (const [method, path] of [
      ['GET', `sessions/${id}/attendance`],
      ['POST', `sessions/${id}/attendance`],
      ['POST', `sessions/${id}/walk-ins`],
      ['GET', `enrolments/${person}/attendance`],
    ] as const) {
      expect((await training.app.inject({ method, url: `/v1/staff/${path}` })).statusCode, path).toBe(401);
    }
  });
});
