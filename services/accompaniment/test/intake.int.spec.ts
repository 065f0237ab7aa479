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

describe('a request for accompaniment', () => {
  it('goes from the form over the first meeting to a project, and each step is told once', async () => {
    const made = await desk.ask();
    expect(made).toMatchObject({ status: 201, body: { status: 'received', confirmation: 'sent' } });
    const { id } = made.body;
    expect((await desk.confirm(id)).json()).toEqual({ confirmed: true, projectName: 'Bugaderia de Bellvitge' });

    const met = await desk.steps(id, ['acknowledge'], ['set-meeting', desk.meeting()]);
    expect(met).toMatchObject({ status: 200, body: { status: 'first-meeting' } });
    const refused = await desk.staff('POST', `/${id}/accept`, { etag: met.etag, body: {} });
    expect(refused.body.code).toBe('accompaniment.intake.modality-missing');
    const accepted = await desk.staff('POST', `/${id}/accept`, { etag: met.etag, body: { modality: 'creation' } });
    expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted' } });

    const read = await desk.staff('GET', `/${id}`);
    expect(read.body).toMatchObject({
      modality: 'creation',
      meeting: { place: 'Can Serra, sala 2', technician: { name: 'Tània Soler' } },
    });
    const project = await harness.ask('GET', `/v1/staff/projects/${read.body.projectId}`, {
      token: harness.tokens.technician,
    });
    expect(project.body).toMatchObject({ name: 'Bugaderia de Bellvitge', contact: { name: 'Fàtima El Amrani' } });
    expect(await desk.typesOf(id)).toEqual(['received', 'confirmed', 'acknowledged', 'meeting-set', 'accepted']);
    expect(read.body.history.map((line: { event: string }) => line.event)).toEqual(await desk.typesOf(id));
  });

  it.each(['creation', 'consolidation', 'transformation', 'unknown'])(
    'is taken in the modality %s',
    async (modality) => {
      expect((await desk.ask({ ...aRequest(), modality })).status).toBe(201);
    },
  );

  it('waits where staff see it only once it is confirmed, and the oldest come first with their age', async () => {
    const unseen = (await desk.ask()).body.id;
    const old = await desk.confirmed();
    harness.clock.advance(5 * day);
    const young = await desk.confirmed();
    await desk.steps(old, ['acknowledge']);
    harness.clock.advance(2 * day);
    const { body } = await desk.staff('GET', '?status=open&limit=200');
    const lines: { id: string; ageDays: number; waitingDays: number }[] = body.items;
    expect(lines.map(({ id }) => id)).not.toContain(unseen);
    expect(lines.filter(({ id }) => id === old || id === young)).toMatchObject([
      { id: old, ageDays: 7, waitingDays: 2, status: 'acknowledged' },
      { id: young, ageDays: 2, waitingDays: 2, status: 'received' },
    ]);
    expect((await desk.staff('GET', `/${unseen}`)).status).toBe(404);
  });

  it('is declined with a reason, and then over', async () => {
    const id = await desk.confirmed();
    const declined = await desk.steps(id, ['acknowledge'], ['decline', { reasonCode: 'outside-territory' }]);
    expect(declined.body.status).toBe('declined');
    const late = await desk.staff('POST', `/${id}/set-meeting`, { etag: declined.etag, body: desk.meeting() });
    expect(late).toMatchObject({ status: 409, body: { code: 'accompaniment.intake.wrong-state' } });
  });

  it('is referred to a partner: sent with the person’s consent, a draft without', async () => {
    const partner = await harness.onboard('Coop57');
    const refer = { partnerId: partner.id, modality: 'creation' };
    const consent = { scope: 'referral', givenOn: '2026-01-15', textVersion: '2026-01' };
    for (const [body, status] of [
      [refer, 'draft'],
      [{ ...refer, consent }, 'sent'],
    ] as const) {
      const id = await desk.confirmed();
      await desk.steps(id, ['acknowledge'], ['refer', body]);
      const { referralId } = (await desk.staff('GET', `/${id}`)).body;
      const referral = await harness.ask('GET', `/v1/staff/referrals/${referralId}`, {
        token: harness.tokens.technician,
      });
      expect(referral.body).toMatchObject({
        status,
        direction: 'outbound',
        project: { name: 'Bugaderia de Bellvitge' },
      });
    }
    const id = await desk.confirmed();
    const before = await harness.count('referral');
    const unknown = await desk.steps(id, ['acknowledge'], ['refer', { partnerId: partner.id }]);
    expect(unknown.body.code).toBe('accompaniment.intake.modality-missing');
    expect(await harness.count('referral')).toBe(before);
  });

  it('is made once, however often the same request comes', async () => {
    const before = await harness.count('intake');
    const body = aRequest();
    const answers = await Promise.all([1, 2, 3].map(() => desk.ask(body, { 'idempotency-key': 'form-1' })));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await harness.count('intake')).toBe(before + 1);
  });

  it('opens one project, whoever accepts at the same moment', async () => {
    const id = await desk.confirmed();
    const met = await desk.steps(id, ['acknowledge'], ['set-meeting', desk.meeting()]);
    const before = await harness.count('project');
    const accept = () => desk.staff('POST', `/${id}/accept`, { etag: met.etag, body: { modality: 'creation' } });
    const answers = await Promise.all([accept(), accept(), accept()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    expect(await harness.count('project')).toBe(before + 1);
  });
});

describe('the link that confirms', () => {
  const browser = { accept: 'text/html,application/xhtml+xml' };

  it('shows a page with a button and confirms only by it', async () => {
    const { id } = (await desk.ask()).body;
    const link = await desk.linkOf(id);
    const page = await harness.raw({ method: 'GET', url: link, headers: browser });
    expect(page.body).toContain('<html lang="ca">');
    expect(page.body).toContain('Confirma la petició');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(await desk.typesOf(id)).toEqual(['received']);
    const form = { ...browser, 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await harness.raw({ method: 'POST', url: `${link}/confirm`, headers: form, payload: '' });
    expect(sent.statusCode).toBe(303);
    const again = await harness.raw({ method: 'POST', url: `${link}/confirm`, headers: form, payload: '' });
    expect(again.statusCode).toBe(303);
    expect(await desk.typesOf(id)).toEqual(['received', 'confirmed']);
    expect((await harness.raw({ method: 'GET', url: link, headers: browser })).body).toContain('està confirmada');
  });

  it('is kept as a hash, expires, and is then forgotten with the request', async () => {
    const { id } = (await desk.ask()).body;
    const link = await desk.linkOf(id);
    const secret = link.split('/').at(-1);
    const { rows } = await harness.database.pool.query(`select * from intake where id = $1`, [id]);
    expect(JSON.stringify(rows)).not.toContain(secret);
    harness.clock.advance(3 * day);
    const late = await harness.raw({ method: 'POST', url: `${link}/confirm` });
    expect(late.statusCode).toBe(410);
    expect(late.json()).toMatchObject({ code: 'accompaniment.intake.link-expired' });
    const kept = await desk.confirmed();
    await harness.forget();
    expect((await harness.raw({ method: 'GET', url: link })).statusCode).toBe(410);
    harness.clock.advance(8 * day);
    await harness.forget();
    expect((await harness.raw({ method: 'GET', url: link })).statusCode).toBe(404);
    expect((await desk.staff('GET', `/${kept}`)).status).toBe(200);
  });

  it.each(['int_nonsense', '%00', '..%2f..', 'x'.repeat(100)])('that is made up leads nowhere: %s', async (secret) => {
    for (const method of ['GET', 'POST'] as const) {
      const url = `/v1/self-service/intake-requests/${secret}${method === 'POST' ? '/confirm' : ''}`;
      const answer = await harness.raw({ method, url });
      expect([400, 404]).toContain(answer.statusCode);
    }
  });
});
