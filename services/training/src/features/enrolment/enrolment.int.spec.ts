import { enrolmentConfirmed, parseEvent } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { hostileBodies, hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Answer, enrolInput, type Harness, publicUrl, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

interface Enrolled {
  id: string;
  status: string;
  position: number | null;
}
interface Listed {
  id: string;
  status: string;
  arrival: number;
  email: string;
  consents: Record<string, { given: boolean; textVersion: string; at: string }>;
}
const enrolled = (answer: Answer): Enrolled => answer.json<Enrolled>();
const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const list = async (sessionId: string): Promise<Listed[]> => {
  const answer = await training.app.inject({
    url: `/v1/staff/sessions/${sessionId}/enrolments?limit=500`,
    headers: await training.staff(),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ items: Listed[] }>().items;
};
const cancel = async (enrolmentId: string): Promise<Answer> =>
  training.app.inject({ method: 'POST', url: `${await training.linkOf(enrolmentId)}/cancel` });
const counters = async (sessionId: string) =>
  (
    await training.database.pool.query(
      'select confirmed_count as confirmed, waiting_count as waiting from session where id = $1',
      [sessionId],
    )
  ).rows[0];

describe('enrolling', () => {
  it('confirms, and tells the person with a link of their own that is stored as a hash alone', async () => {
    const id = await training.publish();
    const answer = await training.enrol(id, ' Nuria@EXAMPLE.org ', { language: 'es', phone: '+34 600 00 00 00' });
    expect(answer.statusCode).toBe(201);
    expect(enrolled(answer)).toMatchObject({ status: 'confirmed', position: null });
    const [event] = await training.eventsOf(enrolled(answer).id);
    const { data } = parseEvent(enrolmentConfirmed, event);
    expect(data).toMatchObject({
      sessionId: id,
      startsAt: '2026-04-14T16:00:00.000Z',
      personal: { name: 'Núria Vidal', email: 'Nuria@example.org', language: 'es' },
    });
    const prefix = `${publicUrl}/training/v1/self-service/enrolments/enr_`;
    expect(data.personal.manageUrl.startsWith(prefix)).toBe(true);
    const secret = data.personal.manageUrl.slice(prefix.length);
    const { rows } = await training.database.pool.query('select * from enrolment_link');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const [stored] = await list(id);
    expect(stored?.consents).toMatchObject({
      data: { given: true, textVersion: '2026-01', at: '2026-03-02T09:00:00.000Z' },
      images: { given: false },
      news: { given: false },
    });
  });

  it('in a full session gives a turn, with its position', async () => {
    const id = await training.publish({ capacity: 0 });
    expect(enrolled(await training.enrol(id, 'a@example.org'))).toMatchObject({ status: 'waiting', position: 1 });
    expect(enrolled(await training.enrol(id, 'b@example.org'))).toMatchObject({ status: 'waiting', position: 2 });
  });

  it('is once per person, however the address is written and however often at once', async () => {
    const id = await training.publish({ capacity: 5 });
    const spellings = ['nuria@example.org', 'NURIA@example.org', 'Nuria@Example.org', 'nuria@EXAMPLE.ORG'];
    const answers = await Promise.all(spellings.map((email) => training.enrol(id, email)));
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.statusCode === 409).map(code)).toEqual(
      Array.from({ length: 3 }, () => 'training.enrolment.already-enrolled'),
    );
    expect(await counters(id)).toEqual({ confirmed: 1, waiting: 0 });
  });

  it('happens once when the request is repeated under its key', async () => {
    const id = await training.publish();
    const headers = { 'idempotency-key': newId() };
    const answers = await Promise.all([1, 2, 3].map(() => training.enrol(id, 'a@example.org', {}, headers)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await training.eventsOf(enrolled(answers[0] as Answer).id)).toHaveLength(1);
    expect(code(await training.enrol(id, 'b@example.org', {}, headers))).toBe('kit.idempotency.key-reused');
  });

  it('again after cancelling joins the end', async () => {
    const id = await training.publish({ capacity: 1 });
    const first = enrolled(await training.enrol(id, 'a@example.org'));
    await training.enrol(id, 'b@example.org');
    await training.enrol(id, 'c@example.org');
    expect((await cancel(first.id)).statusCode).toBe(200);
    expect(enrolled(await training.enrol(id, 'a@example.org'))).toMatchObject({ status: 'waiting', position: 2 });
    expect((await list(id)).map(({ email, status }) => `${email[0]} ${status}`)).toEqual([
      'a cancelled',
      'b confirmed',
      'c waiting',
      'a waiting',
    ]);
  });

  it('of 60 people in one instant for 10 places gives exactly 10, and 50 turns in arrival order', async () => {
    const id = await training.publish({ capacity: 10 });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, person) => training.enrol(id, `${person}@example.org`)),
    );
    expect(answers.every((answer) => answer.statusCode === 201)).toBe(true);
    const rows = await list(id);
    expect(rows.map((row) => row.arrival)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(rows.map((row) => row.status)).toEqual([
      ...Array.from({ length: 10 }, () => 'confirmed'),
      ...Array.from({ length: 50 }, () => 'waiting'),
    ]);
    const positions = new Map(answers.map((answer) => [enrolled(answer).id, enrolled(answer).position]));
    expect(rows.slice(10).map((row) => positions.get(row.id))).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect(await counters(id)).toEqual({ confirmed: 10, waiting: 50 });

    const leaving = rows.slice(0, 4);
    await Promise.all(leaving.map(({ id: each }) => cancel(each)));
    const after = await list(id);
    expect(after.filter((row) => row.status === 'confirmed').map((row) => row.arrival)).toEqual([
      5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
    expect(await counters(id)).toEqual({ confirmed: 10, waiting: 46 });
  });

  it('holds with two instances of the service as with one', async () => {
    const id = await training.publish({ capacity: 10 });
    const instances = [training.app, await training.another()];
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, person) =>
        instances[person % 2]?.inject({
          method: 'POST',
          url: `/v1/sessions/${id}/enrolments`,
          payload: enrolInput(`${person % 50}@example.org`),
        }),
      ),
    );
    expect(answers.filter((answer) => answer?.statusCode === 409)).toHaveLength(10);
    const rows = await list(id);
    expect(rows.map((row) => row.arrival)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(rows.map((row) => row.status)).toEqual([
      ...Array.from({ length: 10 }, () => 'confirmed'),
      ...Array.from({ length: 40 }, () => 'waiting'),
    ]);
    expect(await counters(id)).toEqual({ confirmed: 10, waiting: 40 });
  });

  it('people joining, leaving and places changing at once never leave a place empty while somebody waits', async () => {
    const id = await training.publish({ capacity: 5 });
    const first = await Promise.all(
      Array.from({ length: 15 }, (_, person) => training.enrol(id, `${person}@example.org`)),
    );
    await Promise.all([
      ...first.slice(0, 8).map((answer) => cancel(enrolled(answer).id)),
      ...Array.from({ length: 10 }, (_, person) => training.enrol(id, `new-${person}@example.org`)),
      training.move(id, 'capacity', 2, { capacity: 7 }),
    ]);
    const active = (await list(id)).filter((row) => row.status !== 'cancelled');
    expect(active.map((row) => row.status)).toEqual([
      ...Array.from({ length: 7 }, () => 'confirmed'),
      ...Array.from({ length: 10 }, () => 'waiting'),
    ]);
    expect(await counters(id)).toEqual({ confirmed: 7, waiting: 10 });
  });
});

describe('enrolling with what nobody should send', () => {
  let sessionId: string;
  beforeAll(async () => {
    sessionId = await training.publish({ capacity: 100 });
  });

  it.each(hostileBodies)('as $name is refused and changes nothing', async ({ body, contentType }) => {
    const before = await training.count('enrolment');
    const answer = await training.app.inject({
      method: 'POST',
      url: `/v1/sessions/${sessionId}/enrolments`,
      headers: { 'content-type': contentType },
      payload: body,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await training.count('enrolment')).toBe(before);
  });

  it('as a name is kept as text or refused, never half', async () => {
    for (const [index, name] of hostileTexts.entries()) {
      const answer = await training.enrol(sessionId, `hostile-${index}@example.org`, { name });
      expect([201, 400]).toContain(answer.statusCode);
    }
  });

  it.each<[string, object, number]>([
    ['no consent to keep the data', { consents: { textVersion: '2026-01', data: false } }, 400],
    ['no consents at all', { consents: undefined }, 400],
    ['no address', { email: 'nuria' }, 400],
    ['a language without messages', { language: 'fr' }, 400],
    ['a birth year to come', { birthYear: 2027 }, 422],
    ['the hidden field filled in', { homepage: 'https://spam.example' }, 422],
  ])('as %s is refused', async (_what, changes, status) => {
    const before = await training.count('enrolment');
    const answer = await training.enrol(sessionId, 'x@example.org', changes);
    expect(answer.statusCode).toBe(status);
    expect(await training.count('enrolment')).toBe(before);
  });

  it('in a session that is hidden or was never there is the same refusal', async () => {
    const draft = await training.draft();
    const answers = await Promise.all([draft, newId()].map((id) => training.enrol(id, 'x@example.org')));
    expect(answers.map((answer) => [answer.statusCode, code(answer)])).toEqual([
      [404, 'training.session.not-found'],
      [404, 'training.session.not-found'],
    ]);
    const spanish = await training.app.inject({
      method: 'POST',
      url: `/v1/sessions/${draft}/enrolments`,
      headers: { 'accept-language': 'es' },
      payload: enrolInput('x@example.org'),
    });
    expect(spanish.json<{ detail: string }>().detail).toBe('Esta sesión no existe o no es pública.');
  });
});
