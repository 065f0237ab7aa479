import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

interface Hit {
  type: string;
  id: string;
  label: { ca: string };
  within: string | null;
}
const find = async (q: string): Promise<Hit[]> => {
  const answer = await training.asStaff('GET', `/v1/staff/search?q=${encodeURIComponent(q)}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<{ items: Hit[] }>().items;
};

describe('staff search', () => {
  it('finds courses, sessions and whoever enrolled, by words without case and accents, and is on record', async () => {
    const course = await training.asStaff('POST', '/v1/staff/courses', {
      title: { ca: 'Curs d’economia plural' },
      summary: { ca: 'Quatre sessions.' },
    });
    const { id: courseId } = course.json<{ id: string }>();
    const sessionId = await training.publish({ title: { ca: 'Comptabilitat a la fàbrica' }, courseId });
    const other = await training.publish({ title: { ca: 'Una altra cosa' } });
    const enrolled = await training.enrol(sessionId, 'nuria.searched@example.org', { name: 'Núria Vidal Mas' });
    const { id: enrolmentId } = enrolled.json<{ id: string }>();

    expect(await find('FABRICA comptabilitat')).toMatchObject([{ type: 'session', id: sessionId, within: courseId }]);
    expect((await find('economia plural')).map(({ type }) => type)).toEqual(['course', 'session']);
    expect(await find('nuria vidal')).toMatchObject([
      { type: 'enrolment', id: enrolmentId, within: sessionId, label: { ca: 'Núria Vidal Mas' } },
    ]);
    expect(await find('nuria.searched@')).toHaveLength(1);
    expect(await find('%%')).toEqual([]);
    expect((await find('altra')).map(({ id }) => id)).toEqual([other]);
    const { rows } = await training.database.pool.query(
      `select actor_id, details from audit_record where action = 'search' and details -> 'ids' ? $1`,
      [enrolmentId],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ actor_id: 'tania' });
  });

  it('is for staff alone, and wants two letters', async () => {
    expect((await training.app.inject({ url: '/v1/staff/search?q=nuria' })).statusCode).toBe(401);
    expect((await training.asStaff('GET', '/v1/staff/search?q=n')).statusCode).toBe(400);
  });
});
