import { createEvent, type DataOf, initiativePublished } from '@ateneu/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, type Harness, startHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const project = { name: 'Bugaderia de Bellvitge', description: 'Una cooperativa de treball.' };
const staff = (method: 'GET' | 'POST', path: string, more: { body?: object; etag?: string } = {}) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token: harness.tokens.technician,
    body: more.body,
    ...(more.etag === undefined ? {} : { headers: { 'if-match': more.etag } }),
  });
const open = (body: object = { project, modality: 'creation' }) => staff('POST', 'accompaniments', { body });
const step = (id: string, name: string, etag: string, body?: object) =>
  staff('POST', `accompaniments/${id}/${name}`, { etag, ...(body === undefined ? {} : { body }) });

describe('an accompaniment', () => {
  it('goes from planned to paused and on, and is abandoned with a reason', async () => {
    let current = await open();
    const { id } = current.body;
    const statuses: string[] = [];
    for (const name of ['start', 'pause', 'resume']) {
      current = await step(id, name, current.etag);
      statuses.push(current.body.status);
    }
    expect(statuses).toEqual(['in-progress', 'paused', 'in-progress']);
    const abandoned = await step(id, 'abandon', current.etag, { reasonCode: 'group-dissolved' });
    expect(abandoned.body.status).toBe('abandoned');
    expect((await step(id, 'start', abandoned.etag)).body.code).toBe('accompaniment.accompaniment.wrong-state');
  });

  it('is the only one in progress for its project and modality, whoever starts first', async () => {
    const first = await open();
    const { projectId } = first.body;
    const second = await open({ projectId, modality: 'creation' });
    const other = await open({ projectId, modality: 'consolidation' });
    const started = await Promise.all([first, second].map(({ body, etag }) => step(body.id, 'start', etag)));
    expect(started.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
    expect(started.find(({ status }) => status === 409)?.body.code).toBe(
      'accompaniment.accompaniment.already-in-progress',
    );
    expect((await step(other.body.id, 'start', other.etag)).status).toBe(200);
  });

  it('records a session once, however often the same request comes', async () => {
    const opened = await open();
    const { id } = opened.body;
    await step(id, 'start', opened.etag);
    const session = { heldOn: '2026-01-20', minutes: 60, people: 3, objective: 'Viabilitat econòmica' };
    const record = () =>
      harness.ask('POST', `/v1/staff/accompaniments/${id}/sessions`, {
        token: harness.tokens.technician,
        body: session,
        headers: { 'idempotency-key': 'session-1' },
      });
    await Promise.all([record(), record()]);
    const read = await staff('GET', `accompaniments/${id}`);
    expect(read.body).toMatchObject({ minutes: 60, sessions: [{ objective: 'Viabilitat econòmica' }] });
    expect(read.body.sessions).toHaveLength(1);
  });

  it('is not completed with a tax id that is wrong, and nothing changes', async () => {
    const opened = await open();
    const started = await step(opened.body.id, 'start', opened.etag);
    const entity = {
      name: 'Bugaderia, SCCL',
      taxId: 'F12345670',
      legalForm: 'cooperativa-treball-associat',
      constitutedOn: '2026-01-10',
      sectors: ['altres'],
    };
    const outcome = { kind: 'entity-created', entity };
    const refused = await step(opened.body.id, 'complete', started.etag, { outcome });
    expect(refused).toMatchObject({ status: 422, body: { code: 'accompaniment.outcome.tax-id-invalid' } });
    const read = await staff('GET', `accompaniments/${opened.body.id}`);
    expect(read.body).toMatchObject({ status: 'in-progress', outcome: null });
  });

  it('needs a referral, or a modality with one project', async () => {
    for (const body of [
      {},
      { project },
      { modality: 'creation' },
      { project, projectId: crypto.randomUUID(), modality: 'creation' },
    ]) {
      expect((await open(body)).status).toBe(400);
    }
    expect((await open({ projectId: crypto.randomUUID(), modality: 'creation' })).status).toBe(404);
  });
});

describe('an accompaniment from a referral', () => {
  const accepted = async () => {
    const partner = await harness.onboard(`Entitat ${crypto.randomUUID()}`);
    const made = await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const { id } = made.body;
    await staff('POST', `referrals/${id}/accept`, { etag: made.etag });
    return { id: String(id), partner };
  };

  it('is opened once, by whoever is first', async () => {
    const { id } = await accepted();
    const answers = await Promise.all([open({ referralId: id }), open({ referralId: id })]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409']);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('accompaniment.accompaniment.referral-taken');
  });

  it('needs the referral to be accepted, and its modality', async () => {
    const partner = await harness.onboard('Entitat impacient');
    const made = await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const early = await open({ referralId: made.body.id });
    expect(early.body.code).toBe('accompaniment.referral.wrong-state');
    const { id } = await accepted();
    const other = await open({ referralId: id, modality: 'transformation' });
    expect(other.body.code).toBe('accompaniment.accompaniment.modality-mismatch');
    expect((await staff('GET', `referrals/${id}`)).body.status).toBe('accepted');
  });

  it('closes the referral without outcome when it is abandoned, and nobody closes it by hand before', async () => {
    const { id } = await accepted();
    const opened = await open({ referralId: id });
    const read = await staff('GET', `referrals/${id}`);
    const byHand = await staff('POST', `referrals/${id}/close`, { etag: read.etag, body: { outcome: 'none' } });
    expect(byHand.body.code).toBe('accompaniment.referral.has-accompaniment');
    await step(opened.body.id, 'abandon', opened.etag, { reasonCode: 'no-contact' });
    expect((await staff('GET', `referrals/${id}`)).body).toMatchObject({ status: 'closed', outcome: 'none' });
  });
});

describe('the public listing of a project', () => {
  const publish = async (projectId: string, initiativeId: string, slug: string, sequence: number) => {
    const data = { ...initiativePublished.example, initiativeId, slug, projectId } as DataOf<
      typeof initiativePublished
    >;
    const event = createEvent(initiativePublished, {
      aggregateId: initiativeId,
      sequence,
      data,
      time: new Date(),
      correlationId: crypto.randomUUID(),
    });
    await harness.broker.admin.jetstream.publish(initiativePublished.subject, JSON.stringify(event), {
      msgID: event.id,
    });
  };
  const slugOf = async (projectId: string): Promise<string | undefined> =>
    (await staff('GET', `projects/${projectId}`)).body.listing?.slug;

  it('is linked when the directory publishes it, and never taken back by an older event', async () => {
    const { projectId } = (await open()).body;
    const { projectId: marker } = (await open()).body;
    const initiativeId = crypto.randomUUID();
    await publish(projectId, initiativeId, 'bugaderia-nova', 5);
    await expect.poll(() => slugOf(projectId)).toBe('bugaderia-nova');
    // Messages of one initiative are handled in order, so when the last has shown, the older one was handled too.
    await publish(projectId, initiativeId, 'bugaderia-vella', 3);
    await publish(marker, initiativeId, 'marca', 6);
    await expect.poll(() => slugOf(marker)).toBe('marca');
    expect(await slugOf(projectId)).toBe('bugaderia-nova');
  });
});
