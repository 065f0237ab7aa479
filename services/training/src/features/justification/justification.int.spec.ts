import { justificationWorkbook } from '@ateneu/reference-data';
import readWorkbook, { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(async () => {
  training.clock.set('2025-03-01T09:00:00Z');
  // Each promise counts its own sessions.
  await training.database.pool.query('truncate session, course, enrolment cascade');
});

interface Part {
  call: string;
  sheets: { name: string; columns: { heading: string; type: string }[]; rows: (string | number | null)[][] }[];
  problems: { code: string; sheet: string; subject: { kind: string; id: string; label: string }; message: string }[];
}
const part = async (): Promise<Part> =>
  (
    await training.asStaff('GET', '/v1/staff/justification/2024-2025', undefined, { 'accept-language': 'ca' })
  ).json<Part>();
const sheet = (of: Part, name: string): Record<string, string | number | null>[] => {
  const found = of.sheets.find((each) => each.name === name);
  return (found?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, index) => [found?.columns[index]?.heading ?? '', cell])),
  );
};
const justification = { call: '2024-2025', actuacio: '2.1' };
const evening = (day: string) => ({ startsAt: `${day}T18:00:00+01:00`, endsAt: `${day}T20:00:00+01:00` });
const publish = (changes: object = {}) =>
  training.publish({ ...evening('2025-03-14'), capacity: 3, programme: { justification }, ...changes });
const complete = (given: string, surnames: string, profile: object = {}) => ({
  name: undefined,
  givenName: given,
  surnames,
  municipality: 'L’Hospitalet de Llobregat',
  phone: '600 000 000',
  profile: {
    birthDate: '1990-05-01',
    gender: 'woman',
    identityDocument: '12345678Z',
    studyLevel: 'university',
    ...profile,
  },
});
const enrol = async (session: string, email: string, changes: object = {}): Promise<string> =>
  (await training.enrol(session, email, changes)).json<{ id: string }>().id;
const mark = (session: string, enrolmentId: string, present: boolean): Promise<Answer> =>
  training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, {
    marks: [{ enrolmentId, version: 1, present }],
  });
const hold = async (session: string): Promise<void> => {
  await training.move(session, 'start', 2);
  await training.move(session, 'hold', 3);
};

/** A session with two who came, one who did not, and one who waited; and one of a school. */
const held = async () => {
  const session = await publish();
  const came = [
    await enrol(session, 'a@example.org', complete('Núria', 'Vidal i Roca')),
    await enrol(
      session,
      'b@example.org',
      complete('Pau', 'Coll', { identityDocument: undefined, identityDocumentWithheld: true }),
    ),
  ];
  const absent = await enrol(session, 'c@example.org', complete('Absent', 'Absent'));
  await enrol(session, 'd@example.org', complete('Espera', 'Espera'));
  const school = await publish({ forMinors: true, title: { ca: 'Cooperatives a l’institut' } });
  training.clock.set('2025-03-14T19:30:00Z');
  for (const id of came) await mark(session, id, true);
  await mark(session, absent, false);
  const items = [
    { school: 'Institut Bellvitge', grade: 'secondary', pupils: 24 },
    { school: 'Institut Bellvitge', grade: 'baccalaureate', pupils: 11 },
  ];
  await training.asStaff('PUT', `/v1/staff/sessions/${school}/head-counts`, { items });
  await hold(session);
  await hold(school);
  return { session, school, came };
};

describe('training’s part of what is handed to the funder', () => {
  it('has the funder’s sheets with their headings in order, and rows as long', async () => {
    await held();
    const { call, sheets } = await part();
    expect(call).toBe('2024-2025');
    expect(sheets.map(({ name }) => name)).toEqual(['Actuacions', 'Participants', 'Menors']);
    for (const { name, columns, rows } of sheets) {
      expect(columns).toEqual(justificationWorkbook.find((each) => each.name === name)?.columns);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
  });

  it('counts whoever was there, and nobody who waited, left or was absent; the sheets agree', async () => {
    await held();
    const found = await part();
    const actuacions = sheet(found, 'Actuacions');
    const participants = sheet(found, 'Participants');
    const minors = sheet(found, 'Menors');
    expect(actuacions).toMatchObject([
      {
        Servei: "Servei 2 - Formació per a la promoció, creació i consolidació de cooperatives i projectes d'ESS",
        Subservei: expect.stringContaining('Accions de formació bàsica'),
        "Nom de l'actuació": 'Com fer una cooperativa',
        "Data inici d'actuació": '2025-03-14',
        "Període d'actuacions": '14/03/2025',
        'Nombre de participants': 2,
        'Material de difusió (S/N)': 'N',
        '[Lloc]': 'Can Serra',
      },
      { "Nom de l'actuació": 'Cooperatives a l’institut', 'Nombre de participants': 35 },
    ]);
    expect(
      participants.map((row) => [
        row['Cognoms'],
        row['Nom'],
        row['Doc. identificatiu'],
        row['Gènere'],
        row['Data naixement'],
      ]),
    ).toEqual([
      ['Coll', 'Pau', 'No el pot facilitar', 'Dona', '1990-05-01'],
      ['Vidal i Roca', 'Núria', '12345678Z', 'Dona', '1990-05-01'],
    ]);
    expect(
      minors.map((row) => [row["Grau d'estudis"], row['Nom centre educatiu'], row['Nombre participants']]),
    ).toEqual([
      ['Batxillerat', 'Institut Bellvitge', 11],
      ['Secundària obligatòria', 'Institut Bellvitge', 24],
    ]);
    const total = actuacions.reduce((sum, row) => sum + Number(row['Nombre de participants']), 0);
    expect(total).toBe(participants.length + minors.reduce((sum, row) => sum + Number(row['Nombre participants']), 0));
    expect(new Set(participants.map((row) => row['Referència'])).size).toBe(1);
    expect(String(participants[0]?.['Referència'])).toMatch(/^F-2025-03-14-[0-9a-f]{6}$/);
    expect(found.problems).toEqual([]);
  });

  it('follows a correction of the attendance', async () => {
    const { session, came } = await held();
    const marks = [{ enrolmentId: came[0], version: 2, present: false }];
    await training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, { marks });
    const found = await part();
    expect(sheet(found, 'Actuacions')[0]).toMatchObject({ 'Nombre de participants': 1 });
    expect(sheet(found, 'Participants')).toHaveLength(1);
  });

  it('says what to mend before it is handed in, and where', async () => {
    const bare = await publish({ programme: {} });
    const came = await enrol(bare, 'a@example.org');
    await enrol(bare, 'b@example.org');
    const open = await publish();
    const empty = await publish();
    const school = await publish({ forMinors: true });
    training.clock.set('2025-03-14T19:30:00Z');
    await mark(bare, came, true);
    for (const id of [bare, empty, school]) await hold(id);
    const { problems, sheets } = await part();
    const told = (id: string) => problems.filter(({ subject }) => subject.id === id).map(({ code }) => code);
    expect(told(bare)).toEqual(['session-without-actuacio', 'attendance-unrecorded']);
    expect(told(open)).toEqual(['session-not-held']);
    expect(told(empty)).toEqual(['session-without-participants']);
    expect(told(school)).toEqual(['head-count-missing']);
    expect(told(came)).toEqual([
      'surnames-missing',
      'identity-document-missing',
      'gender-missing',
      'birth-date-missing',
      'municipality-missing',
    ]);
    const birth = problems.find(({ code }) => code === 'birth-date-missing');
    expect(birth).toMatchObject({
      sheet: 'Participants',
      subject: { kind: 'enrolment', label: 'Núria Vidal · Com fer una cooperativa (14/03/2025)' },
      message: 'Falta la data de naixement.',
    });
    expect(sheets[0]?.rows).toHaveLength(3);
  });

  it('holds the days of the call by the clock of L’Hospitalet, and what is justified under it', async () => {
    training.clock.set('2024-10-01T09:00:00Z');
    const titled = async (title: string, startsAt: string, programme: object = {}) => {
      const ends = new Date(Date.parse(startsAt) + 60_000).toISOString();
      const id = await publish({ title: { ca: title }, startsAt, endsAt: ends, programme });
      return id;
    };
    const ids = [
      await titled('la vigília', '2024-10-31T23:59:00+01:00', { justification }),
      await titled('el primer minut', '2024-11-01T00:00:00+01:00', { justification }),
      await titled('l’últim minut', '2025-10-31T23:59:00+01:00', { justification }),
      await titled('l’endemà', '2025-11-01T00:00:00+01:00', { justification }),
      await titled('sense convocatòria i fora', '2025-11-02T10:00:00+01:00'),
    ];
    training.clock.set('2025-11-10T09:00:00Z');
    for (const id of ids) await hold(id);
    const found = await part();
    expect(sheet(found, 'Actuacions').map((row) => row["Nom de l'actuació"])).toEqual([
      'el primer minut',
      'l’últim minut',
    ]);
    const outside = found.problems
      .filter(({ code }) => code === 'session-out-of-period')
      .map(({ subject }) => subject.label);
    expect(outside).toEqual(['la vigília (31/10/2024)', 'l’endemà (01/11/2025)']);
  });

  it('is a workbook that opens with these sheets, headings, days, numbers and totals', async () => {
    await held();
    const answer = await training.asStaff('GET', '/v1/staff/justification/2024-2025.xlsx');
    expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(answer.headers['content-disposition']).toContain('justificacio-formacio-2024-2025.xlsx');
    const workbook = answer.rawPayload;
    expect((await readWorkbook(workbook)).map((each) => each.sheet)).toEqual(['Actuacions', 'Participants', 'Menors']);
    const { sheets } = await part();
    for (const { name, columns, rows } of sheets) {
      const [headings = [], ...cells] = await readSheet(workbook, name);
      expect(headings).toEqual(columns.map(({ heading }) => heading));
      expect(cells).toHaveLength(rows.length);
      for (const [line, row] of cells.entries()) {
        for (const [index, { type }] of columns.entries()) {
          const expected = rows[line]?.[index] ?? null;
          const cell = row[index] ?? null;
          if (expected !== null && type === 'date') {
            expect(cell instanceof Date ? cell.toISOString().slice(0, 10) : cell).toBe(expected);
          } else expect(cell).toBe(expected);
        }
      }
    }
    const [headings = [], ...actuacions] = await readSheet(workbook, 'Actuacions');
    const heads = headings.indexOf('Nombre de participants');
    expect(actuacions.reduce((sum, row) => sum + Number(row[heads]), 0)).toBe(37);
    const { rows } = await training.database.pool.query(
      "select from audit_record where subject_type = 'justification' and action = 'export'",
    );
    expect(rows).toHaveLength(1);
  });

  it('is of calls that there are, and for staff', async () => {
    const unknown = await training.asStaff('GET', '/v1/staff/justification/2019');
    expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([
      404,
      'training.justification.call-not-found',
    ]);
    expect((await training.asStaff('GET', '/v1/staff/justification/2019.xlsx')).statusCode).toBe(404);
    for (const url of ['/v1/staff/justification/2024-2025', '/v1/staff/justification/2024-2025.xlsx']) {
      expect((await training.app.inject({ url })).statusCode).toBe(401);
    }
    const calls = (await training.asStaff('GET', '/v1/staff/funder-calls')).json<{ items: { code: string }[] }>();
    expect(calls.items.map(({ code }) => code)).toEqual(['2024-2025']);
  });
});
