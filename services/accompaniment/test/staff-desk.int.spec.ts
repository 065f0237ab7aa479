import { hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, type Harness, type OnboardedPartner, startHarness } from './harness.ts';
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
  { body, etag, token = harness.tokens.technician }: { body?: object; etag?: string; token?: string } = {},
) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token,
    body,
    ...(etag === undefined ? {} : { headers: { 'if-match': etag } }),
  });
const running = async (name: string) => {
  const body = { project: { name, description: 'x' }, modality: 'creation' };
  const opened = await staff('POST', 'accompaniments', { body });
  return staff('POST', `accompaniments/${opened.body.id}/start`, { etag: opened.etag });
};
type Action = { kind: string; why: { ca: string }; subject: { id: string; label: string }; days: number };
const actions = async (more: { token?: string } = {}, scope = 'mine'): Promise<Action[]> =>
  (await staff('GET', `actions?scope=${scope}`, more)).body.items;
const kindsOf = async (id: string, more: { token?: string } = {}, scope?: string): Promise<string[]> =>
  (await actions(more, scope)).filter(({ subject }) => subject.id === id).map(({ kind }) => kind);

describe('what needs action', () => {
  it('shows with the reason in words when it has waited, and goes when it is done', async () => {
    const intake = await desk.confirmed();
    const referral = (await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral }))
      .body;
    const quiet = await running('Sense sessions');
    const { body: task } = await staff('POST', `accompaniments/${quiet.body.id}/tasks`, {
      body: { title: 'Trucar', dueOn: '2026-01-05' },
    });
    expect(await kindsOf(intake)).toEqual([]);
    expect(await kindsOf(quiet.body.id)).toEqual(['task-due']);
    // Before it expires, at thirty days: the service's own round might come by.
    harness.clock.advance(25 * day);
    expect(await kindsOf(referral.id)).toEqual(['referral-unanswered']);
    harness.clock.advance(25 * day);
    expect(await kindsOf(intake)).toEqual(['intake-unread']);
    expect((await kindsOf(quiet.body.id)).toSorted()).toEqual(['accompaniment-quiet', 'task-due']);
    const said = (await actions()).find(({ subject }) => subject.id === intake);
    expect(said?.why.ca).toBe('Petició sense atendre des de fa 50 dies');

    await desk.steps(intake, ['acknowledge']);
    await staff('PUT', `accompaniments/${quiet.body.id}/tasks/${task.id}`, { body: { title: 'Trucar', done: true } });
    const heldOn = harness.clock.now().toISOString().slice(0, 10);
    await staff('POST', `accompaniments/${quiet.body.id}/sessions`, {
      body: { heldOn, minutes: 60, people: 1, objective: 'Represa' },
    });
    expect(await kindsOf(intake)).toEqual([]);
    expect(await kindsOf(quiet.body.id)).toEqual(['diagnosis-missing']);
  });

  it('is mine and nobody’s, and everybody’s where it is asked for', async () => {
    const mine = await running('De la Tània');
    harness.clock.advance(50 * day);
    const other = { token: harness.tokens.coordinator };
    expect(await kindsOf(mine.body.id)).toEqual(['accompaniment-quiet']);
    expect(await kindsOf(mine.body.id, other)).toEqual([]);
    expect(await kindsOf(mine.body.id, other, 'all')).toEqual(['accompaniment-quiet']);
  });
});

describe('the desk', () => {
  it('lists my open accompaniments with how far they are', async () => {
    const started = await running('El meu projecte');
    const done = await staff('POST', `accompaniments/${started.body.id}/phases/idea/complete`, { etag: started.etag });
    expect(done.status).toBe(200);
    const { items } = (await staff('GET', 'my/accompaniments')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ projectName: 'El meu projecte', phasesDone: 1, phases: 6, lastSessionOn: null }),
    );
    expect((await staff('GET', 'my/accompaniments', { token: harness.tokens.coordinator })).body.items).toEqual([]);
  });

  it('counts unanswered referrals by whose turn and age, and the load of each technician', async () => {
    const total = async (): Promise<number> =>
      (await staff('GET', 'unanswered-referrals')).body.items
        .filter((band: { direction: string }) => band.direction === 'inbound')
        .reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    const before = await total();
    await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    expect(await total()).toBe(before + 1);
    const fresh = (await staff('GET', 'unanswered-referrals')).body.items;
    expect(fresh).toContainEqual({ direction: 'inbound', from: 0, to: 5, count: 1 });
    const busy = await running('Amb una sessió');
    const heldOn = harness.clock.now().toISOString().slice(0, 10);
    const session = { heldOn, minutes: 60, people: 1, objective: 'Pla' };
    await staff('POST', `accompaniments/${busy.body.id}/sessions`, { body: session });
    const load = (await staff('GET', 'load')).body.items;
    expect(load[0]).toMatchObject({ name: expect.any(String), inProgress: expect.any(Number), minutesLast30Days: 60 });
    // Whoever was here lately and has nothing in hand is there too; partners and citizens are not.
    await staff('GET', 'load', { token: harness.tokens.otherCoordinator });
    await staff('GET', 'partners', { token: harness.tokens.otherCoordinator });
    await staff('GET', 'actions', { token: harness.tokens.otherCoordinator });
    const everybody: { name: string; inProgress: number }[] = (await staff('GET', 'load')).body.items;
    expect(everybody).toContainEqual(expect.objectContaining({ name: 'Núria Sala', inProgress: 0, planned: 0 }));
    expect(everybody.map(({ name }) => name)).not.toContain('Coop57');
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length);
  });
});

describe('the search', () => {
  const hits = async (q: string) =>
    (await staff('GET', `search?q=${encodeURIComponent(q)}`)).body.items as {
      type: string;
      label: string;
      id: string;
    }[];

  it('finds by every word, whatever the case and the accents', async () => {
    const { body } = await staff('POST', 'projects', {
      body: { name: 'Cooperativa Àgora', description: 'x', tags: ['habitatge'], profile: { taxId: 'F12345674' } },
    });
    await staff('POST', `projects/${body.id}/members`, {
      body: { person: { name: 'Núria', surnames: 'Peña', email: 'nuria@example.org' }, invite: false },
    });
    for (const q of ['agora COOP', 'HABITATGE', 'f12345674']) {
      expect(
        (await hits(q)).map(({ id }) => id),
        q,
      ).toContain(body.id);
    }
    expect(await hits('nuria pena')).toMatchObject([{ type: 'member', label: 'Núria Peña', within: body.id }]);
    expect(await hits('agora bugaderia')).toEqual([]);
    const intake = await desk.confirmed({ ...aRequest(), project: { name: 'Forn Coŀlectiu', description: 'x' } });
    expect((await hits('forn')).map(({ id }) => id)).toContain(intake);
    expect(await hits('coop57')).toMatchObject([{ type: 'partner' }]);
    const { id } = (await running('Taller Bicis')).body;
    expect(await hits('bicis TANIA')).toMatchObject([{ type: 'accompaniment', id, label: 'Taller Bicis' }]);
  });

  it('does not find whose consent was withdrawn', async () => {
    const body = { ...aReferral, person: { ...aReferral.person, name: 'Aurora Retirada' } };
    const made = (await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body })).body;
    expect(await hits('aurora')).toHaveLength(1);
    await harness.ask('POST', `/v1/partner/referrals/${made.id}/withdraw-consent`, { token: partner.apiKey });
    expect(await hits('aurora')).toEqual([]);
  });

  it('takes hostile texts for what they are: words', async () => {
    for (const text of hostileTexts.filter((item) => item.isWellFormed() && item.length < 100)) {
      const { status } = await staff('GET', `search?q=${encodeURIComponent(text)}`);
      expect([200, 400]).toContain(status);
    }
    expect(await hits('%%')).toEqual([]);
    expect(await hits('__')).toEqual([]);
  });
});
