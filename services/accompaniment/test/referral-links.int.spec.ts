import { hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, type Harness, type OnboardedPartner, startHarness } from './harness.ts';
import { day } from './intake-desk.ts';

let harness: Harness;
let partner: OnboardedPartner;

beforeAll(async () => {
  harness = await startHarness();
  partner = await harness.onboard('Coop57');
});
afterAll(() => harness.stop());

const browser = { accept: 'text/html,*/*;q=0.8', 'content-type': 'application/x-www-form-urlencoded' };
const name = /Fàtima/;
const steps = ['drafted', 'sent', 'received', 'accepted', 'started', 'closed'];
const contents = /veïnes/;

async function send(partnerId = partner.id): Promise<string> {
  const token = harness.tokens.technician;
  const drafted = await harness.ask('POST', '/v1/staff/referrals', { token, body: { ...aReferral, partnerId } });
  const { id } = drafted.body;
  const headers = { 'if-match': drafted.etag };
  expect((await harness.ask('POST', `/v1/staff/referrals/${id}/send`, { token, headers })).status).toBe(200);
  return String(id);
}

interface Personal {
  answerUrl?: string;
  consentUrl?: string;
  receiver?: { email: string };
}

/** The personal block of the last event of a referral of this kind. */
async function toldOf(id: string, event: string): Promise<Personal> {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 and type = $2 order by id desc limit 1`,
    [id, `cat.ateneulh.accompaniment.referral.${event}.v1`],
  );
  return (JSON.parse(rows[0]?.payload ?? '{}') as { data: { personal: Personal } }).data.personal;
}

const pathOf = (url: string | undefined): string => new URL(url ?? '').pathname.replace('/accompaniment', '');
const answerLink = async (id: string): Promise<string> => pathOf((await toldOf(id, 'sent')).answerUrl);
const see = (path: string, headers: Record<string, string> = browser) =>
  harness.raw({ method: 'GET', url: path, headers });
const press = (path: string, step: string, form: Record<string, string> = {}) =>
  harness.raw({
    method: 'POST',
    url: `${path}/${step}`,
    headers: browser,
    payload: new URLSearchParams(form).toString(),
  });

const refusalsOf = async (subjectId: string): Promise<unknown[]> => {
  const { rows } = await harness.database.pool.query<{ details: unknown }>(
    `select details from audit_record where action = 'refuse' and subject_id = $1 order by at, id`,
    [subjectId],
  );
  return rows.map(({ details }) => details);
};

describe('a partner without an account', () => {
  it('sees the case, accepts, works and closes by the link in its e-mail, and reads no more than it may', async () => {
    const id = await send();
    const path = await answerLink(id);
    const unopened = await see(path);
    expect(unopened.headers['content-type']).toMatch(/text\/html/);
    expect(unopened.body).not.toMatch(contents);
    expect((await press(path, 'open')).headers.location).toBe(`../${path.split('/').at(-1)}`);
    const opened = (await see(path)).body;
    expect(opened).toMatch(contents);
    expect(opened).not.toMatch(name);
    await press(path, 'accept');
    expect((await see(path)).body).toMatch(name);
    await press(path, 'start');
    await press(path, 'close', { outcome: 'consolidated' });
    const closed = (await see(path)).body;
    expect(closed).not.toMatch(name);
    expect(closed).not.toMatch(/<form/);
    const read = await harness.ask('GET', `/v1/staff/referrals/${id}`, { token: harness.tokens.technician });
    expect(read.body).toMatchObject({ status: 'closed', outcome: 'consolidated' });
    expect(read.body.history.map((line: { event: string }) => line.event)).toEqual(steps);
    expect(read.body.history.at(-1)).toMatchObject({ actor: 'Coop57', details: { outcome: 'consolidated' } });
  });

  it('declines with a coded reason and nothing else', async () => {
    const path = await answerLink(await send());
    expect((await press(path, 'decline', { reasonCode: 'because', note: '' })).statusCode).toBe(400);
    expect((await press(path, 'decline', { reasonCode: 'no-capacity', note: '' })).statusCode).toBe(303);
    const { statusCode, body } = await see(path, { accept: 'application/json' });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ status: 'declined', reasonCode: 'no-capacity', project: null });
  });

  it('is reminded with a link that works, and finds it expired when the referral is', async () => {
    const id = await send();
    const first = await answerLink(id);
    harness.clock.advance(11 * day);
    await harness.sweep();
    const { answerUrl, receiver } = await toldOf(id, 'reminder-due');
    expect(receiver?.email).toBe('derivacions@example.org');
    const second = pathOf(answerUrl);
    expect(second).not.toBe(first);
    expect((await see(second)).statusCode).toBe(200);
    harness.clock.advance(20 * day);
    for (const path of [first, second]) expect((await see(path)).statusCode).toBe(410);
    expect(await refusalsOf(id)).toEqual([
      { purpose: 'referral-answer', why: 'expired' },
      { purpose: 'referral-answer', why: 'expired' },
    ]);
  });

  it('can tell how the work goes long after it accepted, by the same link', async () => {
    const id = await send();
    const path = await answerLink(id);
    await press(path, 'accept');
    harness.clock.advance(100 * day);
    expect((await press(path, 'close', { outcome: 'none' })).statusCode).toBe(303);
  });

  it('that is suspended finds its links dead at once', async () => {
    const other = await harness.onboard('Entitat amb enllaç');
    const id = await send(other.id);
    const path = await answerLink(id);
    const token = harness.tokens.coordinator;
    const { etag } = await harness.ask('GET', `/v1/staff/partners/${other.id}`, { token });
    await harness.ask('POST', `/v1/staff/partners/${other.id}/suspend`, {
      token,
      body: {},
      headers: { 'if-match': etag },
    });
    expect((await see(path)).statusCode).toBe(404);
    expect((await press(path, 'accept')).statusCode).toBe(404);
    expect(await refusalsOf(id)).toHaveLength(2);
  });
});

describe('a consent that is taken back', () => {
  it('by the person’s own link, stops the partner’s reading over every way at once', async () => {
    const id = await send();
    const path = await answerLink(id);
    await press(path, 'accept');
    const own = pathOf((await toldOf(id, 'sent')).consentUrl);
    expect((await see(own)).body).toContain('Coop57');
    expect((await press(own, 'withdraw')).statusCode).toBe(303);
    expect((await see(own)).body).not.toMatch(/<form/);
    const page = (await see(path)).body;
    expect(page).not.toMatch(name);
    expect(page).not.toMatch(contents);
    const api = await harness.ask('GET', `/v1/partner/referrals/${id}`, { token: partner.apiKey });
    expect(api.body).toMatchObject({ project: null, person: null });
    expect((await press(path, 'start')).statusCode).toBe(409);
    expect((await press(path, 'close', { outcome: 'none' })).statusCode).toBe(303);
  });

  it('can be told by the partner as well, and an inbound referral brings the person a link too', async () => {
    const made = await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const own = pathOf((await toldOf(made.body.id, 'received')).consentUrl);
    expect((await press(own, 'withdraw')).statusCode).toBe(303);
    const id = await send();
    const path = await answerLink(id);
    expect((await press(path, 'withdraw-consent')).statusCode).toBe(303);
    expect((await press(path, 'accept')).statusCode).toBe(409);
  });
});

describe('a link', () => {
  it('opens one thing for one purpose, and what is not one is a 404 that leaves a trace', async () => {
    const id = await send();
    const answer = (await answerLink(id)).split('/').at(-1) ?? '';
    const own =
      pathOf((await toldOf(id, 'sent')).consentUrl)
        .split('/')
        .at(-1) ?? '';
    expect((await see(`/v1/self-service/consents/${answer}`)).statusCode).toBe(404);
    expect((await see(`/v1/self-service/referrals/${own}`)).statusCode).toBe(404);
    const before = await harness.count(`audit_record where action = 'refuse'`);
    for (const text of hostileTexts.filter((item) => item.isWellFormed())) {
      const { statusCode } = await see(`/v1/self-service/referrals/${encodeURIComponent(text.slice(0, 60))}`);
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(statusCode).toBeLessThan(500);
    }
    expect(await harness.count(`audit_record where action = 'refuse'`)).toBeGreaterThan(before);
  });

  it('is nowhere in the database but in the event that carries it to its holder', async () => {
    const path = await answerLink(await send());
    const secret = path.split('/').at(-1) ?? 'none';
    for (const table of ['access_link', 'audit_record', 'referral_history']) {
      expect(await harness.count(`${table} as kept where kept::text like '%${secret}%'`)).toBe(0);
    }
  });
});
