import { createEvent, personDataErased } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startTraining } from '../../../test/harness.ts';
import { readJustifiedSessions } from '../justification/justification.query.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

const personal = {
  givenName: 'Núria',
  surnames: 'Vidal Puig',
  phone: '600 123 456',
  municipality: 'Cornellà de Llobregat',
  birthYear: 1980,
  accessibility: 'Cadira de rodes',
  profile: { identityDocument: '12345678Z', birthDate: '1980-05-06', gender: 'woman', origin: 'Tortosa' },
};
const erased = (email: string) =>
  createEvent(personDataErased, {
    aggregateId: newId(),
    sequence: 1,
    time: training.clock.now(),
    correlationId: newId(),
    data: { ...personDataErased.example, erasureId: newId(), erasedOn: '2026-03-02', personal: { emails: [email] } },
  });
const arrive = (event: object) =>
  training.broker.admin.jetstream.publish(personDataErased.subject, JSON.stringify(event));
const rowsOf = async (sql: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await training.database.pool.query(sql, values)).rows;
const isHeard = async (eventId: string): Promise<void> => {
  await expect.poll(() => rowsOf('select from inbox where event_id = $1', [eventId])).toHaveLength(1);
};
const rowOf = async (id: string) => (await rowsOf('select * from enrolment where id = $1', [id]))[0];
const enrol = async (sessionId: string, email: string): Promise<string> => {
  const answer = await training.enrol(sessionId, email, personal);
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
};
/** Somebody who was there. */
const attended = async (email: string): Promise<{ id: string; sessionId: string }> => {
  const sessionId = await training.publish({ startsAt: '2026-03-02T12:00:00Z', endsAt: '2026-03-02T14:00:00Z' });
  const id = await enrol(sessionId, email);
  await training.database.pool.query(
    `update enrolment set status = 'attended', minutes_attended = 90, attendance_recorded_at = now() where id = $1`,
    [id],
  );
  return { id, sessionId };
};

describe('a person who was erased', () => {
  it('is in no enrolment any more, their links lead nowhere, and whoever is next has their place', async () => {
    const sessionId = await training.publish({ capacity: 1 });
    const id = await enrol(sessionId, 'Nuria@example.org');
    const next = await enrol(sessionId, 'next@example.org');
    const link = await training.linkOf(id);
    const event = erased('nuria@example.org');
    await arrive(event);
    // Told once more, there is nothing left to erase.
    const again = newId();
    await arrive({ ...event, id: again });
    await isHeard(event.id);
    await isHeard(again);
    const row = await rowOf(id);
    expect(row).toMatchObject({
      erased_at: expect.anything() as unknown,
      status: 'cancelled',
      name: '—',
      given_name: null,
      surnames: null,
      phone: null,
      accessibility: null,
      answers: {},
      profile: { gender: 'woman' },
      check_in_code: null,
      birth_year: 1980,
      municipality: 'Cornellà de Llobregat',
      audit_person: null,
    });
    expect(JSON.stringify(row).toLowerCase()).not.toMatch(/nuria|vidal|tortosa|12345678z/);
    expect((await training.app.inject({ url: link })).statusCode).toBe(404);
    expect(await rowOf(next)).toMatchObject({ status: 'confirmed', name: 'Núria Vidal' });
    // What is told of it names nobody.
    const told = (await training.eventsOf(id)).at(-1);
    expect(told).toMatchObject({ data: { cause: 'person', personal: { name: '—' } } });
    expect(told?.data.personal?.email).toMatch(/@example\.invalid$/);
    const sql = `select action, subject_id from audit_record where action = 'erase' and subject_type = 'enrolment'`;
    expect(await rowsOf(sql, [])).toEqual([{ action: 'erase', subject_id: id }]);
  });

  it('still counts as having been there; what the funder audits stands apart until its day, and goes then', async () => {
    const { id, sessionId } = await attended('pau@example.org');
    const event = erased('pau@example.org');
    await arrive(event);
    await isHeard(event.id);
    expect(await rowOf(id)).toMatchObject({
      erased_at: expect.anything() as unknown,
      status: 'attended',
      minutes_attended: 90,
      name: '—',
      audit_person: { surnames: 'Vidal Puig', profile: { identityDocument: '12345678Z', birthDate: '1980-05-06' } },
    });
    const list = await training.asStaff('GET', `/v1/staff/sessions/${sessionId}/enrolments`);
    expect(list.body).not.toMatch(/Vidal|12345678Z/);
    await training.database.pool.query(`update session set status = 'held' where id = $1`, [sessionId]);
    const [row] = (
      await readJustifiedSessions(training.database, {
        from: new Date('2026-03-01T00:00:00Z'),
        until: new Date('2026-04-01T00:00:00Z'),
      })
    ).flatMap(({ id: of, participants }) => (of === sessionId ? participants : []));
    expect(row).toMatchObject({
      surnames: 'Vidal Puig',
      email: null,
      phone: null,
      profile: { identityDocument: '12345678Z', birthDate: '1980-05-06', gender: 'woman' },
    });
    await training.sweep();
    expect(await rowOf(id)).toMatchObject({ audit_person: { surnames: 'Vidal Puig' } });
    await training.database.pool.query(`update enrolment set restricted_until = '2026-03-01' where id = $1`, [id]);
    await training.sweep();
    expect(await rowOf(id)).toMatchObject({ audit_person: null, restricted_until: null, minutes_attended: 90 });
  });
});
