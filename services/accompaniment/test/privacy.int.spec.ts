import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runRetention } from '../src/features/privacy/index.ts';
import { aReferral, feedOf, type Harness, type OnboardedPartner, type PartnerEvent, startHarness } from './harness.ts';
import { aRequest, day, intakeDesk } from './intake-desk.ts';

let harness: Harness;
let partner: OnboardedPartner;
let desk: ReturnType<typeof intakeDesk>;

beforeAll(async () => {
  harness = await startHarness();
  partner = await harness.onboard('Coop57');
  desk = intakeDesk(harness);
});
afterAll(() => harness.stop());

const staff = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  { body, etag, token = harness.tokens.coordinator }: { body?: object; etag?: string; token?: string } = {},
) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token,
    body,
    ...(etag === undefined ? {} : { headers: { 'if-match': etag } }),
  });
const policy = { months: 24, warningDays: 30, subsidyYears: 5 };

/** A person who is everywhere: a request, a referral, a project's contact, a member with a session and a job. */
async function everywhere(email: string, name: string, heldOn: string) {
  const person = { name, email, language: 'ca' };
  const intake = await desk.confirmed({ ...aRequest(), person });
  const referral = (
    await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: { ...aReferral, person } })
  ).body.id as string;
  const opened = await staff('POST', 'accompaniments', {
    body: { project: { name: 'Projecte', description: 'x', contact: person }, modality: 'creation' },
  });
  await staff('POST', `accompaniments/${opened.body.id}/start`, { etag: opened.etag });
  const { projectId } = opened.body;
  const member = (
    await staff('POST', `projects/${projectId}/members`, {
      body: { person: { ...person, surnames: 'De Prova', idDocument: '12345678Z', gender: 'woman' }, invite: false },
    })
  ).body.id as string;
  await staff('POST', `accompaniments/${opened.body.id}/sessions`, {
    body: { heldOn, minutes: 60, people: 1, memberIds: [member], objective: 'Estatuts' },
  });
  await staff('POST', `accompaniments/${opened.body.id}/job-insertions`, {
    body: {
      person: { name, surnames: 'De Prova', idDocument: '12345678Z' },
      contractType: 'member',
      startsOn: heldOn,
    },
  });
  return { intake, referral, projectId, member, accompanimentId: opened.body.id as string };
}

async function tracesOf(text: string): Promise<string[]> {
  const tables = ['intake', 'referral', 'project', 'project_member', 'job_insertion', 'job_insertion_history'];
  const found: string[] = [];
  for (const table of tables) {
    if ((await harness.count(`${table} as row where row::text ilike '%${text}%'`)) > 0) found.push(table);
  }
  return found;
}

describe('what is kept of a person', () => {
  it('is handed over and erased as a partner’s contact too, which ends what they could do for it', async () => {
    const contact = { name: 'Contactina Prat', email: 'Contactina@partner.example', role: 'Coordinació' };
    const known = await harness.onboard('Entitat amb contacte');
    const path = `partners/${known.id}`;
    const { body: profile, etag } = await staff('GET', path);
    const { name, contactEmail, languages, accepts } = profile;
    const edited = await staff('PUT', path, {
      body: { name, contactEmail, languages, accepts, contacts: [contact] },
      etag: etag ?? '',
    });
    expect(edited.status).toBe(200);
    const ask = { body: { email: contact.email }, token: '' };
    expect((await harness.ask('POST', '/v1/partner-sign-ins', ask)).status).toBe(202);
    // The link is made behind the answer.
    await expect.poll(() => harness.count(`partner_sign_in where partner_id = '${known.id}'`)).toBe(1);

    const told = await staff('POST', 'privacy/exports', { body: { email: contact.email } });
    expect(told.body.partnerContacts).toEqual([
      { id: known.id, partner: name, contact, signInsAsked: [expect.stringMatching(/Z$/)] },
    ]);
    const erasure = (dryRun: boolean) => staff('POST', 'privacy/erasures', { body: { email: contact.email, dryRun } });
    expect((await erasure(true)).body).toMatchObject({ id: null, partnerContacts: 1 });
    expect((await erasure(false)).body).toMatchObject({ partnerContacts: 1 });
    expect((await staff('GET', path)).body.contacts).toEqual([]);
    expect(await harness.count(`partner as row where row::text ilike '%contactina%'`)).toBe(0);
    expect(await harness.count(`partner_sign_in as row where row::text ilike '%contactina%'`)).toBe(0);
    expect((await erasure(false)).body).toMatchObject({ partnerContacts: 0 });
  });

  it('is handed over whole, with who looked at it', async () => {
    const { intake } = await everywhere('tot@example.org', 'Totalina', '2026-01-10');
    await staff('GET', `intake-requests/${intake}`, { token: harness.tokens.technician });
    const { body } = await staff('POST', 'privacy/exports', { body: { email: 'TOT@example.org' } });
    for (const part of ['intakes', 'referrals', 'contactOf', 'memberOf', 'sessions', 'jobInsertions']) {
      expect(body[part], part).toHaveLength(1);
    }
    expect(body.accesses).toContainEqual(
      expect.objectContaining({ actorName: 'Tània Soler', action: 'read', subjectType: 'intake' }),
    );
    const asked = await staff('POST', 'privacy/exports', {
      body: { email: 'tot@example.org' },
      token: harness.tokens.technician,
    });
    expect(asked.status).toBe(403);
  });

  it('is erased, every holder told, what was counted still counted, and the audit’s part kept apart', async () => {
    const { intake, referral, projectId, member, accompanimentId } = await everywhere(
      'esborra@example.org',
      'Esborralina',
      '2026-01-10',
    );
    const counts = () => Promise.all(['intake', 'referral', 'project', 'job_insertion'].map((t) => harness.count(t)));
    const before = await counts();
    const dry = await staff('POST', 'privacy/erasures', { body: { email: 'esborra@example.org', dryRun: true } });
    expect(dry.body).toMatchObject({ id: null, intakes: 1, referrals: 1, contacts: 1, members: 1 });
    expect(await tracesOf('esborralina')).toHaveLength(6);

    const erased = await staff('POST', 'privacy/erasures', { body: { email: 'Esborra@example.org', dryRun: false } });
    expect(erased.body.keptUntil).toBe('2031-12-31');
    expect(await counts()).toEqual(before);
    expect(await tracesOf('esborra@')).toEqual([]);
    expect(await tracesOf('esborralina')).toEqual(['project_member', 'job_insertion', 'job_insertion_history']);
    // Apart: nobody sees it in their daily work.
    expect((await staff('GET', `projects/${projectId}/members`)).body.items).toMatchObject([{ person: { name: '—' } }]);
    expect((await staff('GET', `accompaniments/${accompanimentId}/job-insertions`)).body.items).toMatchObject([
      { person: { name: '—' } },
    ]);
    const search = await staff('GET', 'search?q=esborralina');
    expect(search.body.items).toEqual([]);
    expect((await staff('GET', 'intake-requests?status=open')).body.items).not.toContainEqual(
      expect.objectContaining({ id: intake }),
    );
    const aboutIt = (events: PartnerEvent[]) => events.filter(({ subject }) => subject === referral);
    await feedOf(harness, partner, (events) => aboutIt(events).at(-1)?.type.includes('consent-withdrawn') ?? false);
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      `select payload from outbox where type like '%person-data.erased.v1' and payload like '%esborra@%'`,
    );
    expect(JSON.parse(rows[0]?.payload ?? '{}')).toMatchObject({
      data: { personal: { emails: ['esborra@example.org'] }, keptUntil: '2031-12-31' },
    });

    // Years later the audit can no longer come, and the rest goes too.
    await harness.database.pool.query(`update project_member set restricted_until = '2026-01-01' where id = $1`, [
      member,
    ]);
    await harness.database.pool.query(
      `update job_insertion set restricted_until = '2026-01-01' where restricted_until is not null`,
    );
    await runRetention(harness.database, policy, harness.clock);
    expect(await tracesOf('esborralina')).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it('that was never here is no error, and the other services, who may know the person, are told', async () => {
    const before = await harness.count('outbox');
    const dry = await staff('POST', 'privacy/erasures', { body: { email: 'ningu@example.org', dryRun: true } });
    expect(dry.body).toMatchObject({ id: null });
    expect(await harness.count('outbox')).toBe(before);
    const erased = await staff('POST', 'privacy/erasures', { body: { email: 'ningu@example.org', dryRun: false } });
    expect(erased.body).toMatchObject({ id: expect.any(String), intakes: 0, keptUntil: null });
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      `select payload from outbox where aggregate_id = $1`,
      [erased.body.id],
    );
    expect(rows.map(({ payload }) => (JSON.parse(payload) as { data: object }).data)).toMatchObject([
      { personal: { emails: ['ningu@example.org'] } },
    ]);
  });
});

describe('retention', () => {
  it('warns, waits, and then makes anonymous what nothing happened to; who asks is kept', async () => {
    const [forgotten, kept] = [
      await desk.confirmed({ ...aRequest(), person: { name: 'Oblidada', email: 'oblit@example.org', language: 'es' } }),
      await desk.confirmed({
        ...aRequest(),
        person: { name: 'Guardada', email: 'guarda@example.org', language: 'ca' },
      }),
    ];
    const stepOf = async (id: string): Promise<string | undefined> =>
      (await staff('GET', 'privacy/retention')).body.items.find((item: { id: string }) => item.id === id)?.step;
    const run = () => runRetention(harness.database, policy, harness.clock);
    expect(await stepOf(forgotten)).toBeUndefined();
    harness.clock.advance(710 * day);
    expect(await stepOf(forgotten)).toBe('warn');
    await run();
    await run();
    expect(await stepOf(forgotten)).toBe('wait');
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      `select payload from outbox where type like '%retention.warning-due.v1' and aggregate_id = $1`,
      [forgotten],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.payload ?? '{}')).toMatchObject({
      data: { subjectKind: 'intake', personal: { email: 'oblit@example.org', language: 'es' } },
    });
    await staff('POST', 'privacy/retention/keep', { body: { kind: 'intake', id: kept } });
    harness.clock.advance(31 * day);
    expect(await stepOf(forgotten)).toBe('anonymise');
    expect(await stepOf(kept)).toBeUndefined();
    await run();
    expect(await tracesOf('oblidada')).toEqual([]);
    expect(await tracesOf('guardada')).toEqual(['intake']);
    expect(await harness.count(`intake where id = '${forgotten}' and modality = 'unknown'`)).toBe(1);
    expect(await harness.count(`erasure where cause = 'retention'`)).toBeGreaterThan(0);
  });
});

it('coordinators see who looked at what, refused attempts among it', async () => {
  await harness.raw({ method: 'GET', url: '/v1/self-service/referrals/ref_wrong' });
  const refused = await staff('GET', 'privacy/audit?action=refuse');
  expect(refused.body.items).toContainEqual(expect.objectContaining({ subjectType: 'access-link' }));
  expect((await staff('GET', 'privacy/audit', { token: harness.tokens.technician })).status).toBe(403);
});
