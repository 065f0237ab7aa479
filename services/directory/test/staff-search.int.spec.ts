import { hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf, proposal } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
const ids: Record<string, string> = {};
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
  const proposed = async (name: string, extra: object = {}): Promise<string> => {
    await moderation.propose(proposal(name, extra));
    const { rows } = await directory.database.pool.query<{ id: string }>(
      `select id from initiative where name ->> 'ca' = $1`,
      [name],
    );
    return rows[0]?.id ?? '';
  };
  ids['published'] = await moderation.publish('Forn de la Florida', { taxId: 'F12345674' });
  ids['proposed'] = await proposed('Forn de Bellvitge', {
    proposer: { name: 'Rosa Camps', email: 'Rosa.Camps@example.org', language: 'ca' },
  });
  ids['rejected'] = await proposed('Forn del Gornal');
  await moderation.moderate(ids['rejected'], 'start-review', 1);
  await moderation.moderate(ids['rejected'], 'reject', 2, { reasonCode: 'not-sse' });
  const handedIn = await directory.app.inject({
    method: 'POST',
    url: `/v1/initiatives/${ids['published']}/corrections`,
    payload: {
      changes: { summary: { ca: 'Pa de massa mare.' } },
      comment: 'Hi compro cada dissabte.',
      author: { name: 'Pere Vila', email: 'pere@example.org', language: 'es' },
    },
  });
  ids['correction'] = handedIn.json<{ id: string }>().id;
  await moderation.confirm(ids['correction']);
  const practice = await directory.app.inject({
    method: 'POST',
    url: '/v1/staff/good-practices',
    headers: await directory.staff(),
    payload: {
      title: { ca: 'Compra col·lectiva' },
      summary: { ca: 'Famílies que compren juntes.' },
      body: { ca: 'El forn en fa el repartiment.' },
      initiativeIds: [ids['published']],
      sectors: ['alimentacio'],
    },
  });
  ids['practice'] = practice.json<{ id: string }>().id;
});
afterAll(() => directory.close());

const ask = async (q: string) =>
  directory.app.inject({
    url: `/v1/staff/search?q=${encodeURIComponent(q)}`,
    headers: await directory.staff(),
  });
interface Hit {
  type: string;
  id: string;
  label: string;
  within: string | null;
  status: string;
}
const find = async (q: string): Promise<Hit[]> => {
  const answer = await ask(q);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: Hit[] }>().items;
};

describe('the search of staff', () => {
  it.each([
    ['forn', ['published', 'proposed', 'rejected', 'practice', 'correction']],
    ['FORN gornal', ['rejected']],
    ['bellvit', ['proposed']],
    ['forn floirda', ['published', 'correction']],
    ['F-12345674', ['published']],
    ['rosa.camps@example.org', ['proposed']],
    ['PERE@example.org', ['correction']],
    ['pere vila', ['correction']],
    ['massa mare', ['correction']],
    ['dissabte', ['correction']],
    ['compra', ['practice', 'correction']],
    ['zzzz', []],
    ['!!', []],
  ])('by %j finds %j', async (q, names) => {
    const found = await find(q);
    expect(found.map(({ id }) => id).toSorted()).toEqual(names.map((name) => ids[name] ?? '').toSorted());
  });

  it('says what each is, in which state, and what a correction is of', async () => {
    const [hit] = await find('massa mare');
    expect(hit).toEqual({
      type: 'correction',
      id: ids['correction'],
      label: 'Forn de la Florida',
      within: ids['published'],
      status: 'open',
    });
    expect((await find('forn')).map(({ type, status }) => `${type} ${status}`).toSorted()).toEqual([
      'correction open',
      'good-practice draft',
      'initiative proposed',
      'initiative published',
      'initiative rejected',
    ]);
  });

  it('is for staff alone, leaves an audit record, and takes any text for a text', async () => {
    expect((await directory.app.inject({ url: '/v1/staff/search?q=forn' })).statusCode).toBe(401);
    await find('gornal');
    const { rows } = await directory.database.pool.query(
      `select details from audit_record where action = 'search' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ details: { ids: [ids['rejected']] } }]);
    const texts = hostileTexts.filter((text) => text.isWellFormed() && text.length < 1_000);
    for (const text of texts) expect([200, 400], text).toContain((await ask(text)).statusCode);
    expect((await ask('x'.repeat(101))).statusCode).toBe(400);
  });
});
