import { newId } from '@ateneu/kernel';
import { hostileBodies, hostileTexts } from '@ateneu/testing';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startTraining } from './harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

interface Operation {
  requestBody?: object;
  operationId: string;
}
/** Every operation of the service's document that takes a body. */
const operations = async (): Promise<{ method: 'POST' | 'PUT'; path: string }[]> => {
  const { paths } = (await training.app.inject({ url: '/openapi.json' })).json<{
    paths: Record<string, Partial<Record<'post' | 'put', Operation>>>;
  }>();
  return Object.entries(paths)
    .filter(([path]) => !path.startsWith('/v1/ops/'))
    .flatMap(([path, methods]) =>
      (['post', 'put'] as const)
        .filter((method) => methods[method]?.requestBody !== undefined)
        .map((method) => ({ method: method === 'post' ? ('POST' as const) : ('PUT' as const), path })),
    );
};
const tables = [
  'session',
  'course',
  'enrolment',
  'enrolment_history',
  'room',
  'survey_answer',
  'certificate',
  'outbox',
];
const counts = () => Promise.all(tables.map((table) => training.count(table)));

describe('whatever is sent to whatever takes a body', () => {
  it('is refused with a reason and changes nothing', async () => {
    await training.enrol(await training.publish(), 'a@example.org');
    const before = await counts();
    const all = await operations();
    expect(all.length).toBeGreaterThan(30);
    for (const { method, path } of all) {
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        /secret|code/i.test(name) ? 'x'.repeat(20) : newId(),
      );
      for (const { name, body, contentType } of hostileBodies) {
        const headers = { ...(await training.staff()), 'if-match': '"1"', 'content-type': contentType };
        const answer = await training.app.inject({ method, url, headers, payload: body });
        const told = `${method} ${path} with ${name}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
        expect(answer.statusCode >= 400 && answer.statusCode < 500, told).toBe(true);
        expect(answer.headers['content-type'], told).toContain('application/problem+json');
      }
    }
    expect(await counts()).toEqual(before);
  }, 120_000);

  it('is text where it is text: on pages, on paper and in the workbook, or refused whole', async () => {
    const label = { ca: 'Per què?' };
    const questions = [{ id: 'why', type: 'text', label }];
    const justification = { call: '2024-2025', actuacio: '2.1' };
    training.clock.set('2025-03-01T09:00:00Z');
    const evening = { startsAt: '2025-03-14T18:00:00+01:00', endsAt: '2025-03-14T20:00:00+01:00' };
    const session = await training.publish({ ...evening, capacity: 50, programme: { questions, justification } });
    const taken: { id: string; text: string }[] = [];
    for (const [index, text] of hostileTexts.entries()) {
      const person = {
        name: text,
        accessibility: text,
        municipality: text,
        profile: { origin: text },
        answers: { why: text },
      };
      const answer = await training.enrol(session, `${index}@example.org`, person);
      if (answer.statusCode !== 201) {
        expect([400, 413]).toContain(answer.statusCode);
        continue;
      }
      const { id } = answer.json<{ id: string }>();
      taken.push({ id, text });
      const link = await training.linkOf(id);
      expect((await training.app.inject({ url: link })).json()).toMatchObject({ name: text, answers: { why: text } });
      const page = await training.app.inject({ url: link, headers: { accept: 'text/html' } });
      expect(page.body).not.toMatch(/<script>alert|<img src=x/);
    }
    expect(taken.length).toBeGreaterThan(4);

    training.clock.set('2025-03-14T19:30:00Z');
    const marks = taken.map(({ id }) => ({ enrolmentId: id, version: 1, present: true }));
    await training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, { marks });
    await training.move(session, 'start', 2);
    await training.move(session, 'hold', 3);
    expect((await training.asStaff('GET', `/v1/staff/sessions/${session}/attendance.pdf`)).statusCode).toBe(200);
    const workbook = (await training.asStaff('GET', '/v1/staff/justification/2024-2025.xlsx')).rawPayload;
    const [headings = [], ...rows] = await readSheet(workbook, 'Participants');
    const names = new Set(rows.map((row) => row[headings.indexOf('Nom')]));
    for (const { text } of taken) expect(names).toContain(text);
  });
});
