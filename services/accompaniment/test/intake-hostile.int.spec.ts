import { hostileBodies, hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';
import { aRequest, day, intakeDesk } from './intake-desk.ts';

let harness: Harness;
let desk: ReturnType<typeof intakeDesk>;

beforeAll(async () => {
  harness = await startHarness();
  desk = intakeDesk(harness);
});
afterAll(() => harness.stop());

describe('requests that nobody should send', () => {
  const nothingChanges = async (work: () => Promise<number>): Promise<number> => {
    const before = [await harness.count('intake'), await harness.count('outbox')];
    const status = await work();
    expect([await harness.count('intake'), await harness.count('outbox')]).toEqual(before);
    return status;
  };

  it.each(hostileBodies)('refuse $name and change nothing', async ({ body, contentType }) => {
    const send = async () =>
      (
        await harness.raw({
          method: 'POST',
          url: '/v1/intake-requests',
          headers: { 'content-type': contentType },
          payload: body,
        })
      ).statusCode;
    const status = await nothingChanges(send);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each(hostileTexts.map((text) => [text.slice(0, 30), text] as const))(
    'with the text %j are stored as they came, or refused',
    async (_name, text) => {
      const body = aRequest();
      const made = await desk.ask({ ...body, project: { ...body.project, name: text, description: text } });
      expect([201, 400, 422]).toContain(made.status);
      if (made.status !== 201) return;
      await desk.confirm(made.body.id);
      const link = await desk.linkOf(made.body.id);
      const page = await harness.raw({ method: 'GET', url: link, headers: { accept: 'text/html' } });
      expect(page.body).not.toContain('<script>alert');
      expect(page.body).not.toContain('<img src=x');
      expect((await desk.staff('GET', `/${made.body.id}`)).body.project.name).toBe(text.trim());
    },
  );

  it('are caught by the field that people do not see, and without a consent', async () => {
    const caught = async (more: object, code: number): Promise<void> => {
      expect(await nothingChanges(async () => (await desk.ask({ ...aRequest(), ...more })).status)).toBe(code);
    };
    await caught({ homepage: 'https://spam.example' }, 422);
    await caught({ consent: { textVersion: '2026-01', data: false } }, 400);
    await caught({ modality: 'anything' }, 400);
    await caught({ project: { ...aRequest().project, sector: 'no-existeix' } }, 422);
  });

  it('cannot fill a stranger’s mailbox, nor come without end from one place', async () => {
    const body = aRequest();
    const upper = { ...body, person: { ...body.person, email: body.person.email.toUpperCase() } };
    const answers = await Promise.all([body, upper, body, body, upper].map((each) => desk.ask(each)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = answers.find(({ status }) => status !== 201);
    expect(refused).toMatchObject({ status: 409, body: { code: 'accompaniment.intake.too-many-unconfirmed' } });
    harness.clock.advance(1.1 * day);
    expect((await desk.ask(body)).status).toBe(201);

    const strict = await startHarness({ INTAKE_PER_MINUTE: '2' });
    try {
      const send = () => strict.ask('POST', '/v1/intake-requests', { token: '', body: aRequest() });
      const statuses = [(await send()).status, (await send()).status, (await send()).status];
      expect(statuses).toEqual([201, 201, 429]);
    } finally {
      await strict.stop();
    }
  });

  it('let no partner into the triage, and leave an audit record of what staff read', async () => {
    const partner = await harness.onboard('Entitat curiosa');
    const answer = await harness.ask('GET', '/v1/staff/intake-requests', { token: partner.apiKey });
    expect(answer.status).toBe(401);
    const id = await desk.confirmed();
    await desk.staff('GET', `/${id}`);
    const { rows } = await harness.database.pool.query(
      `select action, actor_kind from audit_record where subject_id = $1 order by at, id`,
      [id],
    );
    expect(rows).toEqual([
      { action: 'received', actor_kind: 'citizen' },
      { action: 'confirmed', actor_kind: 'citizen' },
      { action: 'read', actor_kind: 'staff' },
    ]);
  });
});
