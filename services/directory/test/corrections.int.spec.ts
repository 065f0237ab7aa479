import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf, proposal } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
});
afterAll(() => directory.close());

const author = () => ({ name: 'Pere Vila', email: `${newId()}@example.org`, language: 'es' });
let callers = 0;
const handIn = async (slug: string, payload: object) =>
  directory.app.inject({
    method: 'POST',
    url: `/v1/initiatives/${slug}/corrections`,
    payload: { author: author(), ...payload },
    remoteAddress: `10.3.0.${(callers += 1)}`,
  });
const open = async (initiative: string, changes: object, more: object = {}): Promise<string> => {
  const answer = await handIn(initiative, { changes, ...more });
  expect(answer.statusCode, answer.body).toBe(201);
  const { id } = answer.json<{ id: string }>();
  expect((await moderation.confirm(id)).statusCode).toBe(200);
  return id;
};
const read = async (path: string) =>
  directory.app.inject({ url: `/v1/staff/corrections${path}`, headers: await directory.staff() });
const decide = async (id: string, what: string, payload: object, version?: string) =>
  directory.app.inject({
    method: 'POST',
    url: `/v1/staff/corrections/${id}/${what}`,
    headers: { ...(await directory.staff()), ...(version === undefined ? {} : { 'if-match': version }) },
    payload,
  });
const shown = async (id: string) => (await directory.app.inject({ url: `/v1/initiatives/${id}` })).json();
const told = async (id: string) => {
  const { rows } = await directory.database.pool.query<{ type: string; payload: string }>(
    `select type, payload from outbox where aggregate_id = $1 order by id`,
    [id],
  );
  return rows.map(({ type, payload }) => [type.split('.').slice(-3, -1).join('.'), JSON.parse(payload).data] as const);
};

describe('a correction', () => {
  it('is seen by staff as a difference once its author confirmed it, and applied whole', async () => {
    const id = await moderation.publish('Per corregir', { address: 'Carrer Vell, 1' });
    const answer = await handIn(id, { changes: { address: 'Carrer Nou, 2', website: 'https://nou.example' } });
    const { id: correction } = answer.json<{ id: string }>();
    expect((await read(`?initiative=${id}`)).json()).toMatchObject({ items: [] });
    await moderation.confirm(correction);
    expect((await read(`?initiative=${id}`)).json()).toMatchObject({
      items: [{ id: correction, status: 'open', fields: ['address', 'website'] }],
    });
    const seen = await read(`/${correction}`);
    expect(seen.json()).toMatchObject({
      initiative: { id, version: 3 },
      changes: [
        { field: 'address', from: 'Carrer Vell, 1', current: 'Carrer Vell, 1', to: 'Carrer Nou, 2', conflicts: false },
        { field: 'website', from: null, current: null, to: 'https://nou.example', conflicts: false },
      ],
      author: { name: 'Pere Vila' },
    });
    const accepted = await decide(correction, 'accept', {}, seen.headers.etag);
    expect(accepted.json()).toMatchObject({ status: 'accepted', decidedBy: 'Tània Soler', initiative: { version: 4 } });
    expect(await shown(id)).toMatchObject({ address: 'Carrer Nou, 2', website: 'https://nou.example' });
    const url = `/v1/staff/initiatives/${id}/revisions?limit=1`;
    const history = await directory.app.inject({ url, headers: await directory.staff() });
    expect(history.json()).toMatchObject({
      items: [{ version: 4, correctionId: correction, author: { kind: 'staff', id: 'tania' } }],
    });
    expect(await told(correction)).toMatchObject([
      ['submission.confirmation-requested', { kind: 'correction', personal: { language: 'es' } }],
      ['correction.proposed', { fields: ['address', 'website'], personal: { name: 'Pere Vila' } }],
      ['correction.accepted', { accepted: ['address', 'website'], personal: { name: 'Pere Vila' } }],
    ]);
  });

  it('is applied field by field, and can take a text away', async () => {
    const id = await moderation.publish('A trossos', { address: 'Carrer Vell, 1', website: 'https://vell.example' });
    const correction = await open(id, { address: null, website: null, legalForm: 'associacio' });
    const accepted = await decide(correction, 'accept', { fields: ['address', 'legalForm'], note: 'Gràcies.' }, '"3"');
    expect(accepted.json()).toMatchObject({ status: 'partly-accepted', accepted: ['address', 'legalForm'] });
    expect(await shown(id)).toMatchObject({
      address: null,
      website: 'https://vell.example',
      legalForm: 'associacio',
    });
    expect((await told(correction)).at(-1)).toMatchObject([
      'correction.accepted',
      { accepted: ['address', 'legalForm'], note: 'Gràcies.' },
    ]);
  });

  it('is rejected with a reason that its author is told, and changes nothing', async () => {
    const id = await moderation.publish('Bé com està');
    const correction = await open(id, { neighbourhood: '12' });
    const rejected = await decide(correction, 'reject', { reasonCode: 'not-verifiable', note: 'No ho confirmen.' });
    expect(rejected.json()).toMatchObject({ status: 'rejected', reasonCode: 'not-verifiable' });
    expect(await shown(id)).toMatchObject({ neighbourhood: '7' });
    expect((await told(correction)).at(-1)).toMatchObject([
      'correction.rejected',
      { reasonCode: 'not-verifiable', note: 'No ho confirmen.', personal: { language: 'es' } },
    ]);
  });

  it('is decided once, whoever comes first', async () => {
    const id = await moderation.publish('Una sola decisió');
    const correction = await open(id, { neighbourhood: '12' });
    const answers = await Promise.all([
      decide(correction, 'accept', {}, '"3"'),
      decide(correction, 'reject', { reasonCode: 'other' }),
      decide(correction, 'accept', {}, '"3"'),
    ]);
    expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await told(correction)).toHaveLength(3);
  });

  it('shows what changed meanwhile, and is not applied to a version that nobody looked at', async () => {
    const id = await moderation.publish('Mentrestant', { address: 'Carrer Vell, 1' });
    const correction = await open(id, { address: 'Carrer Nou, 2' });
    const { proposer: _, ...details } = proposal('Mentrestant', { address: 'Carrer Tercer, 3' });
    await moderation.edit(id, '', 3, details);
    const stale = await decide(correction, 'accept', {}, '"3"');
    expect([stale.statusCode, stale.json<{ detail: string }>().detail]).toEqual([412, expect.stringContaining('4')]);
    expect((await decide(correction, 'accept', {})).statusCode).toBe(428);
    const seen = await read(`/${correction}`);
    expect(seen.headers.etag).toBe('"4"');
    expect(seen.json()).toMatchObject({
      changes: [{ from: 'Carrer Vell, 1', current: 'Carrer Tercer, 3', to: 'Carrer Nou, 2', conflicts: true }],
    });
    expect(await shown(id)).toMatchObject({ address: 'Carrer Tercer, 3' });
  });

  it('of words alone is taken, for what does not fit into fields', async () => {
    const id = await moderation.publish('Amb comentari');
    const correction = await open(id, {}, { comment: 'Han tancat.\nHo sé perquè hi visc.' });
    expect((await read(`/${correction}`)).json()).toMatchObject({
      changes: [],
      comment: expect.stringContaining('tancat'),
    });
  });

  it.each([
    ['that changes nothing', { changes: {} }, 422],
    ['that says what is said already', { changes: { legalForm: 'cooperativa-consumidors' } }, 422],
    ['with an unknown code', { changes: { sectors: ['mineria'] } }, 422],
    ['with an unknown field', { changes: { status: 'archived' } }, 400],
    ['that takes away what must be there', { changes: { name: null } }, 400],
    ['that takes away the summary', { changes: { summary: null } }, 400],
    ['by a program', { changes: { address: 'X' }, homepage: 'spam' }, 422],
    ['without an author', { changes: { address: 'X' }, author: undefined }, 400],
  ])('%s is refused', async (_what, payload, status) => {
    const id = await moderation.publish(`Refusada ${_what}`);
    const answer = await handIn(id, payload);
    expect(answer.statusCode, answer.body).toBe(status);
  });

  it('of what is not public is refused like of what is not there', async () => {
    const { id } = (await moderation.propose(proposal('No pública'))).json<{ id: string }>();
    expect((await handIn(id, { changes: { address: 'X' } })).statusCode).toBe(404);
    expect((await handIn('no-hi-es', { changes: { address: 'X' } })).statusCode).toBe(404);
  });

  it('of fields that it does not change is not accepted, nor one that is not there', async () => {
    const id = await moderation.publish('Camps');
    const correction = await open(id, { address: 'X' });
    expect((await decide(correction, 'accept', { fields: ['website'] }, '"3"')).statusCode).toBe(422);
    expect((await decide(newId(), 'accept', {}, '"3"')).statusCode).toBe(404);
    expect((await read(`/${newId()}`)).statusCode).toBe(404);
  });
});
