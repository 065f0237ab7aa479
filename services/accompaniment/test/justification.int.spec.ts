import { justificationWorkbook } from '@ateneu/reference-data';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';

let harness: Harness;
let accompanimentId: string;
let memberId: string;

const staff = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  {
    body,
    etag,
    token = harness.tokens.coordinator,
    headers = {},
  }: {
    body?: object;
    etag?: string;
    token?: string;
    headers?: Record<string, string>;
  } = {},
) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token,
    body,
    headers: { ...headers, ...(etag === undefined ? {} : { 'if-match': etag }) },
  });

beforeAll(async () => {
  harness = await startHarness();
  const opened = await staff('POST', 'accompaniments', {
    body: {
      project: {
        name: 'Economat de la Florida',
        description: 'Una botiga cooperativa.',
        contact: { name: 'Fàtima El Amrani', email: 'fatima@example.org', phone: '600 000 000' },
        profile: { recipient: 'group' },
      },
      modality: 'creation',
    },
  });
  accompanimentId = opened.body.id;
  const started = await staff('POST', `accompaniments/${accompanimentId}/start`, { etag: opened.etag });
  const person = {
    name: 'Neus',
    surnames: 'Prova Serra',
    idDocument: '12345678Z',
    gender: 'woman',
    bornOn: '1988-02-01',
    email: 'neus@example.org',
  };
  const members = `projects/${opened.body.projectId}/members`;
  memberId = (await staff('POST', members, { body: { person, invite: false } })).body.id;
  const sessions: readonly [string, number, number][] = [
    ['2024-10-31', 60, 1], // the day before the call
    ['2024-11-01', 90, 1],
    ['2025-10-31', 60, 1],
    ['2025-11-01', 60, 1], // the day after it
  ];
  for (const [heldOn, minutes, people] of sessions) {
    await staff('POST', `accompaniments/${accompanimentId}/sessions`, {
      body: { heldOn, minutes, people, memberIds: [memberId], objective: 'Estatuts' },
    });
  }
  await staff('POST', `accompaniments/${accompanimentId}/job-insertions`, {
    body: { person, contractType: 'member', startsOn: '2025-06-01' },
  });
  const read = await staff('GET', `accompaniments/${accompanimentId}`);
  const entity = {
    name: 'Economat de la Florida, SCCL',
    taxId: 'F12345674',
    legalForm: 'cooperativa-consumidors',
    constitutedOn: '2025-05-01',
    sectors: ['alimentacio'],
  };
  const outcome = { kind: 'entity-created', entity };
  const done = await staff('POST', `accompaniments/${accompanimentId}/complete`, {
    body: { outcome },
    etag: read.etag,
  });
  if (done.status !== 200) throw new Error(JSON.stringify([started.body, done.body]));
});
afterAll(() => harness.stop());

type Sheet = { name: string; columns: { heading: string; type: string }[]; rows: (string | number | null)[][] };
const sheetsOf = async (): Promise<Map<string, Sheet>> => {
  const { body } = await staff('GET', 'justification/2024-2025');
  return new Map(body.sheets.map((sheet: Sheet) => [sheet.name, sheet]));
};
/** A row by its headings. */
const rowOf = (sheet: Sheet | undefined, index = 0): Record<string, unknown> =>
  Object.fromEntries((sheet?.columns ?? []).map(({ heading }, column) => [heading, sheet?.rows[index]?.[column]]));

describe('the funder’s rows of a call', () => {
  it('have the funder’s sheets and headings to the letter', async () => {
    const sheets = await sheetsOf();
    const own = justificationWorkbook.filter(({ name }) => name !== 'Menors');
    expect([...sheets.keys()]).toEqual(own.map(({ name }) => name));
    for (const { name, columns } of own) expect(sheets.get(name)?.columns).toEqual(columns);
  });

  it('count what was done within the period, its first and last day too, and nothing besides', async () => {
    const sheets = await sheetsOf();
    expect(rowOf(sheets.get('Acompanyaments'))).toMatchObject({
      "Destinatari de l'acompanyament": 'Grup promotor',
      'Creació/consolidació': 'Creació',
      "Total hores d'acompanyament": 2.5,
      Localitat: 'L\u0027Hospitalet de Llobregat',
    });
    expect(rowOf(sheets.get('Actuacions'))).toMatchObject({
      Servei: expect.stringContaining('Servei 3'),
      Subservei: expect.stringContaining('creació de cooperatives'),
      "Data inici d'actuació": '2024-11-01',
      "Període d'actuacions": '01/11/2024 - 31/10/2025',
      'Nombre de participants': 1,
    });
    expect(sheets.get('Participants')?.rows).toHaveLength(1);
    expect(rowOf(sheets.get('Participants'))).toMatchObject({
      Cognoms: 'Prova Serra',
      'Doc. identificatiu': '12345678Z',
      Gènere: 'Dona',
      'Data naixement': '1988-02-01',
    });
    expect(rowOf(sheets.get('InsercionsLaborals'))).toMatchObject({
      'Data alta': '2025-06-01',
      'Data baixa': null,
      'Tipus contracte': 'Soci/a cooperativa o societat laboral',
      'NIF Projecte': 'F12345674',
      '[Convocatòria]': '2024-2025',
    });
    expect(rowOf(sheets.get('EntitatCreada'))).toMatchObject({
      "NIF de l'entitat": 'F12345674',
      Telèfon: '600 000 000',
      'Economia solidària': 'S',
    });
    const references = ['Participants', 'InsercionsLaborals', 'EntitatCreada', 'Acompanyaments'].map(
      (name) => rowOf(sheets.get(name))['Referència'],
    );
    expect(new Set(references).size).toBe(1);
  });

  it('come as a spreadsheet with real dates and numbers', async () => {
    const response = await harness.raw({
      method: 'GET',
      url: '/v1/staff/justification/2024-2025.xlsx',
      headers: { authorization: `Bearer ${harness.tokens.coordinator}` },
    });
    expect(response.headers['content-disposition']).toContain('acompanyament-2024-2025.xlsx');
    const sheets = await readExcelFile(response.rawPayload);
    const byName = new Map(sheets.map(({ sheet, data }) => [sheet, data]));
    expect([...byName.keys()]).toEqual([...(await sheetsOf()).keys()]);
    const participants = byName.get('Participants');
    expect(participants?.[0]?.[6]).toBe('Data naixement');
    expect(participants?.[1]?.[6]).toEqual(new Date('1988-02-01T00:00:00Z'));
    expect(byName.get('Acompanyaments')?.[1]?.[9]).toBe(2.5);
  });

  it('are for coordinators, of a call that exists, and every look at them is recorded', async () => {
    expect((await staff('GET', 'justification/2024-2025', { token: harness.tokens.technician })).status).toBe(403);
    expect((await staff('GET', 'justification/1999')).body.code).toBe('accompaniment.justification.call-unknown');
    expect(await harness.count(`audit_record where action = 'justify'`)).toBeGreaterThan(0);
  });
});

describe('the problems', () => {
  const problems = async (headers: Record<string, string> = {}) =>
    (await staff('GET', 'justification/2024-2025', { headers })).body.problems as {
      code: string;
      sheet: string;
      subject: { kind: string; id: string };
      message: string;
    }[];

  it('are none where everything is there, and say what is missing, of whom, in the caller’s language', async () => {
    expect(await problems()).toEqual([]);
    const opened = await staff('POST', 'accompaniments', {
      body: { project: { name: 'Sense dades', description: 'x' }, modality: 'consolidation' },
    });
    const { id } = opened.body;
    await staff('POST', `accompaniments/${id}/start`, { etag: opened.etag });
    await staff('POST', `accompaniments/${id}/sessions`, {
      body: { heldOn: '2025-03-01', minutes: 60, people: 3, objective: 'Pla' },
    });
    const found = await problems({ 'accept-language': 'es' });
    expect(found.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['participants-unnamed', 'Actuacions'],
      ['recipient-missing', 'Acompanyaments'],
    ]);
    expect(found[1]).toMatchObject({
      subject: { kind: 'accompaniment', id },
      message: 'Falta decir para quién es el acompañamiento: persona, grupo o entidad.',
    });
  });
});

describe('the indicators of a call', () => {
  it('stand beside what was promised', async () => {
    const targets = { 'entities-created': 4, 'job-insertions': 1 };
    const unset = await staff('GET', 'justification/2024-2025/targets', { token: harness.tokens.technician });
    expect(unset).toMatchObject({ etag: '"0"', body: { version: 0, targets: {} } });
    const set = await staff('PUT', 'justification/2024-2025/targets', { body: { targets }, etag: unset.etag });
    expect(set).toMatchObject({ status: 200, etag: '"1"', body: { targets } });
    const { body } = await staff('GET', 'justification/2024-2025/indicators', { token: harness.tokens.technician });
    const lines = new Map(
      body.items.map((line: { indicator: string; value: number; target: number | null; percent: number | null }) => [
        line.indicator,
        line,
      ]),
    );
    expect(lines.get('entities-created')).toMatchObject({ value: 1, target: 4, percent: 25, setBy: 'Carme Ribas' });
    expect(lines.get('job-insertions')).toMatchObject({ value: 1, percent: 100 });
    expect(lines.get('cooperatives-created')).toMatchObject({ value: 1, target: null, percent: null });
    expect(lines.get('women')).toMatchObject({ value: 1 });
  });

  it('are set by one of two who set them in the same instant; the other is told, and changes nothing', async () => {
    const path = 'justification/2024-2025/targets';
    const { etag } = await staff('GET', path);
    const save = (women: number, hours: number) => staff('PUT', path, { body: { targets: { women, hours } }, etag });
    const answers = await Promise.all([save(10, 100), save(20, 200)]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200);
    const stored = await staff('GET', path);
    expect(stored.body.targets).toEqual(won?.body.targets);
    expect(stored.etag).toBe(won?.etag);
    expect(stored.body.targets.hours).toBe(stored.body.targets.women * 10);
  });

  it('are taken back with null, refused without a version, and keep who set what nobody changed', async () => {
    const path = 'justification/2024-2025/targets';
    expect((await staff('PUT', path, { body: { targets: { women: 1 } } })).status).toBe(428);
    const { etag, body } = await staff('GET', path);
    const other = { token: harness.tokens.otherCoordinator, etag };
    const again = { ...body.targets, women: null };
    const saved = await staff('PUT', path, { ...other, body: { targets: again } });
    expect(saved.body.targets).not.toHaveProperty('women');
    const lines = (await staff('GET', 'justification/2024-2025/indicators')).body;
    expect(lines.targetsVersion).toBe(saved.body.version);
    const job = lines.items.find(({ indicator }: { indicator: string }) => indicator === 'job-insertions');
    expect(job).toMatchObject({ target: 1, setBy: 'Carme Ribas' });
  });
});
