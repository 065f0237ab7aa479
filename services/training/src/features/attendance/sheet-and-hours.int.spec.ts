import { writeFile } from 'node:fs/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startTraining } from '../../../test/harness.ts';
import { marginsOf, missingFonts, pdfToolsRun, textOf } from '../../../test/pdf.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const enrol = async (session: string, email: string, changes: object = {}): Promise<string> =>
  (await training.enrol(session, email, changes)).json<{ id: string }>().id;

describe.skipIf(!pdfToolsRun)('the attendance sheet', () => {
  const justification = { call: '2024-2025', actuacio: '2.1' };

  it('has everybody with a place by surname, letters of every kind, long names whole, and no whole document', async () => {
    const session = await training.publish({
      capacity: 30,
      programme: { justification, responsible: { name: 'Marta Puig' } },
    });
    const long = `Maria del Mar ${'Montserrat i Puigdomènech de la Bellacasa '.repeat(2)}`.trim();
    await enrol(session, 'b@example.org', { name: undefined, givenName: 'Łukasz', surnames: 'Żółć' });
    await enrol(session, 'a@example.org', { name: undefined, givenName: 'Ştefan', surnames: 'Ağaoğlu' });
    await enrol(session, 'c@example.org', { name: long, profile: { identityDocument: '12345678Z' } });
    await enrol(session, 'd@example.org', {
      name: 'Ελένη Παπαδοπούλου',
      consents: { textVersion: '1', data: true, images: true },
    });
    const left = await enrol(session, 'e@example.org', { name: 'Anna Fora' });
    await training.app.inject({ method: 'POST', url: `${await training.linkOf(left)}/cancel` });

    const answer = await training.asStaff('GET', `/v1/staff/sessions/${session}/attendance.pdf?lang=ca`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pdf = answer.rawPayload;
    if (process.env['ATENEU_KEEP_PDF'] !== undefined)
      await writeFile(`${process.env['ATENEU_KEEP_PDF']}/sheet.pdf`, pdf);
    const text = (await textOf(pdf)).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Full d’assistència',
      'Łukasz Żółć',
      'Ştefan Ağaoğlu',
      'Ελένη Παπαδοπούλου',
      'Marta Puig',
      '2.1',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.indexOf('Ağaoğlu')).toBeLessThan(text.indexOf('Żółć'));
    expect(text.match(/Puigdomènech/g)).toHaveLength(2);
    expect(text).toContain('•••• 678Z');
    expect(text).not.toContain('12345678Z');
    expect(text).not.toContain('Anna Fora');
    expect(text).toContain('18:00–20:00');
    expect(await missingFonts(pdf)).toEqual([]);
    const margins = await marginsOf(pdf);
    expect(Math.min(...Object.values(margins))).toBeGreaterThan(28);
    const audited = await training.database.pool.query("select from audit_record where action = 'print-attendance'");
    expect(audited.rows).toHaveLength(1);
  });

  it('goes on over pages that say how many they are', async () => {
    const session = await training.publish({ capacity: 60 });
    await Promise.all(
      Array.from({ length: 45 }, (_, each) => enrol(session, `p${each}@example.org`, { name: `Persona ${each}` })),
    );
    const pdf = (await training.asStaff('GET', `/v1/staff/sessions/${session}/attendance.pdf?lang=es`)).rawPayload;
    const text = await textOf(pdf);
    expect(text.match(/Persona \d+/g)).toHaveLength(45);
    expect(text).toMatch(/Página 3 de 3/);
    expect(text).not.toContain('Página 4');
    expect(text.match(/Nombre y apellidos/g)).toHaveLength(3);
  });
});

describe('the hours of a course', () => {
  it('add up each person’s time over the sessions, and leave out what was cancelled', async () => {
    const course = (
      await training.asStaff('POST', '/v1/staff/courses', { title: { ca: 'Curs' }, summary: { ca: 'Dues sessions.' } })
    ).json<{ id: string }>();
    const day = (date: string) => ({
      startsAt: `${date}T18:00:00+02:00`,
      endsAt: `${date}T20:00:00+02:00`,
      courseId: course.id,
    });
    const first = await training.publish(day('2026-04-14'));
    const second = await training.publish(day('2026-04-15'));
    const gone = await training.publish(day('2026-04-16'));
    const there = [await enrol(first, 'a@example.org'), await enrol(second, 'A@example.org')];
    await enrol(first, 'b@example.org', { name: 'Pau Serra' });
    await training.move(gone, 'cancel', 2, { reason: { ca: 'x' } });
    training.clock.set('2026-04-15T18:30:00Z');
    for (const [session, enrolmentId, minutes] of [
      [first, there[0], 120],
      [second, there[1], 72],
    ] as const) {
      const marks = [{ enrolmentId, version: 1, present: true, minutes }];
      await training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, { marks });
    }
    const answer = await training.asStaff('GET', `/v1/staff/courses/${course.id}/attendance`);
    expect(answer.json()).toMatchObject({
      sessions: [
        { id: first, minutes: 120 },
        { id: second, minutes: 120 },
      ],
      people: [
        { name: 'Núria Vidal', minutes: 192, percent: 80, sessions: [{ minutes: 120 }, { minutes: 72 }] },
        { name: 'Pau Serra', minutes: 0, percent: 0, sessions: [{ status: 'confirmed', minutes: 0 }] },
      ],
    });
  });
});

describe('the pupils of a school', () => {
  const put = (id: string, items: object[]) =>
    training.asStaff('PUT', `/v1/staff/sessions/${id}/head-counts`, { items });
  const school = { school: 'Institut Bellvitge', grade: 'secondary', pupils: 24 };

  it('are counted by school and grade once it began, told when it was held, and never named', async () => {
    const id = await training.publish({ forMinors: true });
    expect((await training.app.inject({ url: `/v1/sessions/${id}` })).json()).toMatchObject({
      forMinors: true,
      availability: 'closed',
    });
    expect(code(await put(id, [school]))).toBe('training.head-count.not-yet');
    training.clock.set('2026-04-14T16:30:00Z');
    expect((await put(id, [{ ...school, pupils: 3 }])).statusCode).toBe(200);
    const named = { ...school, name: 'Biel Coll', pupils: 25 };
    expect((await put(id, [named, { ...school, grade: 'primary', pupils: 10 }])).statusCode).toBe(200);
    const read = await training.asStaff('GET', `/v1/staff/sessions/${id}/head-counts`);
    expect(read.json()).toEqual({
      items: [
        { ...school, grade: 'primary', pupils: 10 },
        { ...school, pupils: 25 },
      ],
    });
    expect(code(await put(id, [school, { ...school, school: 'INSTITUT Bellvitge' }]))).toBe(
      'training.head-count.twice',
    );
    expect((await put(id, [{ ...school, grade: 'x' }])).statusCode).toBe(400);
    await training.move(id, 'start', 2);
    await training.move(id, 'hold', 3);
    expect((await training.eventsOf(id)).at(-1)).toMatchObject({
      type: 'cat.ateneulh.training.session.held.v1',
      data: { minors: 35, attended: 0, minutes: 0 },
    });
  });

  it('are counted before its hour too, where staff have begun it', async () => {
    const id = await training.publish({ forMinors: true });
    expect((await training.move(id, 'start', 2)).statusCode).toBe(200);
    expect((await put(id, [school])).statusCode).toBe(200);
  });

  it('are counted only there', async () => {
    const id = await training.publish();
    training.clock.set('2026-04-14T16:30:00Z');
    expect(code(await put(id, [school]))).toBe('training.head-count.not-for-minors');
  });
});
