import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

const ask = async (email: string, roles: readonly string[] = ['coordinator']) =>
  training.app.inject({
    method: 'POST',
    url: '/v1/staff/privacy/exports',
    headers: await training.staff(roles),
    payload: { email },
  });

describe('what is kept of a person', () => {
  it('is gathered by their address however it is written, and nobody else’s comes along', async () => {
    const sessionId = await training.publish();
    await training.enrol(sessionId, 'Asks@example.org', { phone: '600 123 456' });
    await training.enrol(sessionId, 'other@example.org');
    const answer = await ask('asks@EXAMPLE.org');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      enrolments: [{ email: 'Asks@example.org', phone: '600 123 456', status: 'confirmed' }],
      certificates: [],
    });
    expect(answer.body).not.toContain('other@example.org');
  });

  it('is given to coordinators alone, and the gathering is written down without the address', async () => {
    expect((await ask('asks@example.org', ['technician'])).statusCode).toBe(403);
    await ask('asks@example.org');
    const { rows } = await training.database.pool.query<{ details: object }>(
      `select details from audit_record where action = 'export' and subject_type = 'person'`,
    );
    expect(rows.at(-1)?.details).toEqual({ enrolments: 1, certificates: 0 });
    expect(JSON.stringify(rows)).not.toContain('example.org');
    const trail = async (role: string) =>
      training.app.inject({
        url: '/v1/staff/privacy/audit?action=export',
        headers: await training.staff([role]),
      });
    expect((await trail('technician')).statusCode).toBe(403);
    expect((await trail('coordinator')).json<{ items: object[] }>().items[0]).toMatchObject({
      subjectType: 'person',
      details: { enrolments: 1 },
    });
  });
});
