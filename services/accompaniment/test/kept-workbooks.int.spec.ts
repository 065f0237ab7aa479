import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startHarness } from './harness.ts';

let harness: Harness;
let member: string;

const call = '2024-2025';
const at = (id = '', more = ''): string => `justification/${call}/workbooks${id && `/${id}`}${more}`;
const staff = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { body, etag, token = harness.tokens.coordinator }: { body?: object; etag?: string; token?: string } = {},
): Promise<Answer> =>
  harness.ask(method, `/v1/staff/${path}`, {
    token,
    body,
    headers: { 'accept-language': 'ca', ...(etag === undefined ? {} : { 'if-match': etag }) },
  });
const statusOf = async (id: string): Promise<string> => (await staff('GET', at(id))).body.status;
/** Keeps the part as it is now; the service does it by itself. */
const kept = async (id = newId()): Promise<string> => {
  expect((await staff('PUT', at(id))).status).toBe(202);
  await expect.poll(() => statusOf(id)).toBe('ready');
  return id;
};
const rowsOf = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await harness.database.pool.query(sql, values)).rows;
type Sheet = { name: string; columns: { heading: string }[]; rows: (string | number | null)[][] };
const rowOf = async (id: string, name: string): Promise<Record<string, unknown>> => {
  const { sheets } = (await staff('GET', at(id, '/part'))).body as { sheets: Sheet[] };
  const sheet = sheets.find((each) => each.name === name);
  return Object.fromEntries((sheet?.columns ?? []).map(({ heading }, index) => [heading, sheet?.rows[0]?.[index]]));
};

beforeAll(async () => {
  harness = await startHarness();
  const opened = await staff('POST', 'accompaniments', {
    body: {
      project: {
        name: 'Economat de la Florida',
        description: 'Una botiga cooperativa.',
        contact: { name: 'Neus Prova', email: 'neus@example.org', phone: '600 000 000' },
        profile: { recipient: 'group' },
      },
      modality: 'creation',
    },
  });
  const { id, projectId } = opened.body;
  await staff('POST', `accompaniments/${id}/start`, { etag: opened.etag });
  const person = {
    name: 'Neus',
    surnames: 'Prova Serra',
    idDocument: '12345678Z',
    gender: 'woman',
    bornOn: '1988-02-01',
    email: 'neus@example.org',
    phone: '600 000 000',
  };
  member = (await staff('POST', `projects/${projectId}/members`, { body: { person, invite: false } })).body.id;
  const session = { heldOn: '2024-11-05', minutes: 90, people: 1, memberIds: [member], objective: 'Estatuts' };
  await staff('POST', `accompaniments/${id}/sessions`, { body: session });
  const insertion = { person, contractType: 'member', startsOn: '2025-06-01' };
  await staff('POST', `accompaniments/${id}/job-insertions`, { body: insertion });
  const entity = {
    name: 'Economat de la Florida, SCCL',
    taxId: 'F12345674',
    legalForm: 'cooperativa-consumidors',
    constitutedOn: '2025-05-01',
    sectors: ['alimentacio'],
  };
  const { etag } = await staff('GET', `accompaniments/${id}`);
  const outcome = { kind: 'entity-created', entity };
  const done = await staff('POST', `accompaniments/${id}/complete`, { body: { outcome }, etag });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
}, 60_000);
afterAll(() => harness.stop());

describe('accompaniment’s part of the funder’s workbook, kept', () => {
  it('is made by itself, once however often it is asked for, and is the part of that moment', async () => {
    const id = newId();
    const asked = await Promise.all([staff('PUT', at(id)), staff('PUT', at(id))]);
    expect(asked.map(({ status }) => status)).toEqual([202, 202]);
    await kept(id);
    expect((await staff('GET', at(id))).body).toMatchObject({
      status: 'ready',
      sheets: { done: 5, of: 5 },
      rows: 5,
      problems: 0,
      requestedBy: 'Carme Ribas',
      sent: null,
    });
    expect((await staff('GET', at(id, '/part'))).body).toEqual((await staff('GET', `justification/${call}`)).body);
    expect((await staff('PUT', at(id))).body).toEqual((await staff('GET', at(id))).body);
    expect((await staff('GET', at())).body.items).toHaveLength(1);
  });

  it('is the same when what it is of has changed, which it tells', async () => {
    const id = await kept();
    const before = (await staff('GET', at(id, '/part'))).body;
    await harness.database.pool.query(`update job_insertion set starts_on = '2025-06-15'`);
    expect((await staff('GET', at(id, '/part'))).body).toEqual(before);
    const { sheets } = (await staff('GET', at(id, '/changes'))).body;
    expect(sheets).toMatchObject([
      { name: 'Actuacions', changed: 0 },
      { name: 'Participants', changed: 0 },
      { name: 'InsercionsLaborals', added: 0, removed: 0, changed: 1, rows: [{ headings: ['Data alta'] }] },
      { name: 'EntitatCreada', changed: 0 },
      { name: 'Acompanyaments', changed: 0 },
    ]);
  });

  it('is of one moment: what is done while it is read is in none of its sheets', async () => {
    const { pool } = harness.database;
    const writer = await pool.connect();
    await writer.query('begin');
    await writer.query('lock table job_insertion in access exclusive mode');
    await writer.query('update job_insertion set voided_at = now()');
    const reading = staff('GET', `justification/${call}`);
    await harness.waiting('job_insertion');
    await writer.query('commit');
    const count = ({ body }: Answer) =>
      (body.sheets as Sheet[]).find(({ name }) => name === 'InsercionsLaborals')?.rows.length;
    expect(count(await reading)).toBe(1);
    expect(count(await staff('GET', `justification/${call}`))).toBe(0);
    await writer.query('update job_insertion set voided_at = null');
    writer.release();
  });

  it('is for coordinators; technicians and nobody are refused everything of it', async () => {
    const id = await kept();
    for (const [method, path] of [
      ['PUT', at(newId())],
      ['GET', at()],
      ['GET', at(id)],
      ['GET', at(id, '/part')],
      ['GET', at(id, '/problems')],
      ['GET', at(id, '/changes')],
      ['DELETE', at(id, '/sent')],
    ] as const) {
      expect((await staff(method, path, { token: harness.tokens.technician })).status, path).toBe(403);
      expect((await staff(method, path, { token: '' })).status, path).toBe(401);
    }
    const read = `audit_record where action = 'read' and details ->> 'workbook' = '${id}'`;
    expect(await harness.count(read)).toBe(0);
    await staff('GET', at(id, '/part'));
    expect(await harness.count(read)).toBe(1);
  });

  it('that a process left in the middle is made again from the beginning, once', async () => {
    const id = await kept();
    const before = (await staff('GET', at(id, '/part'))).body;
    await harness.settled('kept-workbooks');
    // What a process that was killed after the second of its sheets leaves.
    await harness.database.pool.query(
      `with half as (delete from kept_workbook_sheet where workbook_id = $1 and position > 1),
         less as (delete from kept_workbook_row where workbook_id = $1 and sheet > 1)
       update kept_workbook set status = 'running', claim = $2, sheets_done = 2, row_count = 2 where id = $1`,
      [id, newId()],
    );
    expect((await staff('GET', at(id, '/part'))).body.code).toBe('accompaniment.kept-workbook.not-ready');
    await harness.trigger('kept-workbooks');
    await expect.poll(() => statusOf(id)).toBe('ready');
    expect((await staff('GET', at(id))).body).toMatchObject({ sheets: { done: 5, of: 5 }, rows: 5 });
    expect((await staff('GET', at(id, '/part'))).body).toEqual(before);
  });

  it('that cannot be made says so, and is begun again by asking again', async () => {
    const id = newId();
    const constraint = `check (workbook_id <> '${id}')`;
    await harness.database.pool.query(`alter table kept_workbook_row add constraint never ${constraint}`);
    await staff('PUT', at(id));
    await expect.poll(() => statusOf(id)).toBe('failed');
    await harness.database.pool.query('alter table kept_workbook_row drop constraint never');
    await kept(id);
  });

  it('loses at an erasure what the funder does not audit, and the rest when it may audit no more', async () => {
    const id = await kept();
    expect(await rowOf(id, 'EntitatCreada')).toMatchObject({ 'Correu electrònic': 'neus@example.org' });
    const exported = await staff('POST', 'privacy/exports', { body: { email: 'neus@example.org' } });
    const sheets = new Set((exported.body.workbooks as { sheet: string }[]).map(({ sheet }) => sheet));
    expect(sheets).toEqual(new Set(['Participants', 'InsercionsLaborals', 'EntitatCreada']));
    const erased = await staff('POST', 'privacy/erasures', { body: { email: 'neus@example.org', dryRun: false } });
    expect(erased.status).toBe(200);
    const gone = { 'Nom i cognoms persona de contacte': null, 'Correu electrònic': null, Telèfon: null };
    expect(await rowOf(id, 'EntitatCreada')).toMatchObject({ ...gone, "NIF de l'entitat": 'F12345674' });
    const audited = { Cognoms: 'Prova Serra', Nom: 'Neus', Gènere: 'Dona', 'Data naixement': '1988-02-01' };
    expect(await rowOf(id, 'Participants')).toMatchObject({
      ...audited,
      'Doc. identificatiu': '12345678Z',
      '[Email]': null,
      '[Telèfon]': null,
    });
    expect(await rowOf(id, 'InsercionsLaborals')).toMatchObject({ ...audited, ID: '12345678Z' });
    expect((await staff('GET', at(id))).body).toMatchObject({ rows: 5, erased: { rows: 2 } });
    const changes = (await staff('GET', at(id, '/changes'))).body as { sheets: { rows: object[] }[] };
    expect(changes.sheets.flatMap(({ rows }) => rows)).toEqual([]);

    for (const table of ['project_member', 'job_insertion']) {
      await harness.database.pool.query(
        `update ${table} set restricted_until = '2020-01-01' where restricted_until is not null`,
      );
    }
    await harness.trigger('person-retention');
    const nobody = { Nom: '—', Gènere: null, 'Data naixement': null };
    await expect.poll(() => rowOf(id, 'Participants')).toMatchObject(nobody);
    await expect.poll(() => rowOf(id, 'InsercionsLaborals')).toMatchObject({ ...nobody, ID: null });
    expect(JSON.stringify((await staff('GET', at(id, '/part'))).body)).not.toMatch(/Neus|Prova Serra|12345678Z/);
    expect(await rowOf(id, 'Actuacions')).toMatchObject({ 'Nombre de participants': 1 });
    expect(await rowsOf(`select id from kept_workbook where erased_at is null`)).toEqual([]);
  });

  it('goes after 400 days, but for the one that was sent', async () => {
    const [sent, other] = [await kept(), await kept()];
    const marked = await staff('PUT', at(sent, '/sent'), { body: { on: '2025-11-20', note: 'Registre 118' } });
    expect(marked.body.sent).toEqual({ on: '2025-11-20', note: 'Registre 118', markedBy: 'Carme Ribas' });
    await harness.database.pool.query(
      `update kept_workbook set requested_at = now() - interval '401 days'
      where id = any ($1)`,
      [[sent, other]],
    );
    await harness.trigger('workbook-retention');
    await expect.poll(async () => (await staff('GET', at(other))).status).toBe(404);
    expect((await staff('GET', at(sent))).status).toBe(200);
    const until = await rowsOf(`select kept_until::text as until from kept_workbook where id = $1`, [sent]);
    expect(until).toEqual([{ until: '2030-10-31' }]);
  });
});
