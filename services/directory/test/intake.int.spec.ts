import { newId } from '@ateneu/kernel';
import { hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { forgetSubmissions } from '../src/features/intake/index.ts';
import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf, proposal } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
});
afterAll(() => directory.close());

const hour = 60 * 60 * 1_000;
const html = { accept: 'text/html,application/xhtml+xml;q=0.9' };
const countOf = async (table: string): Promise<number> =>
  (await directory.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
const queued = async (id: string): Promise<boolean> => {
  const url = `/v1/staff/initiatives/${id}`;
  return (await directory.app.inject({ url, headers: await directory.staff() })).statusCode === 200;
};

describe('what somebody proposes without an account', () => {
  it('is seen by nobody before its link was followed, and once however often it is', async () => {
    const handedIn = await moderation.handIn(proposal('Per confirmar'));
    expect(handedIn.json()).toMatchObject({ status: 'unconfirmed', possibleDuplicates: [] });
    const { id } = handedIn.json<{ id: string }>();
    const link = await moderation.linkOf(id);
    expect((await directory.app.inject({ url: link })).json()).toEqual({
      kind: 'proposal',
      name: 'Per confirmar',
      confirmed: false,
    });
    // Looking, as mail scanners do, confirms nothing.
    expect(await queued(id)).toBe(false);
    const answers = await Promise.all([moderation.confirm(id), moderation.confirm(id)]);
    expect(answers.map((answer) => answer.json())).toEqual([
      { kind: 'proposal', name: 'Per confirmar', confirmed: true },
      { kind: 'proposal', name: 'Per confirmar', confirmed: true },
    ]);
    expect(await queued(id)).toBe(true);
    const { rows } = await directory.database.pool.query(
      `select type from outbox where aggregate_id = $1 order by id`,
      [id],
    );
    expect(rows.map(({ type }: { type: string }) => type.split('.').slice(-3).join('.'))).toEqual([
      'submission.confirmation-requested.v1',
      'initiative.proposed.v1',
    ]);
  });

  it('is confirmed from a page without scripts, in the language of who proposed it', async () => {
    const body = proposal('<b>Amb pàgina</b>');
    const spanish = { ...body, proposer: { ...body.proposer, language: 'es' } };
    const { id } = (await moderation.handIn(spanish)).json<{ id: string }>();
    const link = await moderation.linkOf(id);
    const page = await directory.app.inject({ url: link, headers: html });
    expect(page.headers).toMatchObject({ 'content-language': 'es', 'cache-control': 'no-store' });
    expect(page.body).toContain('&lt;b&gt;Amb pàgina&lt;/b&gt;');
    expect(page.body).toContain('Confirmar el envío');
    const sent = await directory.app.inject({
      method: 'POST',
      url: `${link}/confirm`,
      headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `../${link.split('/').at(-1)}`]);
    const after = await directory.app.inject({ url: link, headers: html });
    expect(after.body).toContain('La propuesta está confirmada');
    expect(after.body).not.toContain('<form');
  });

  it('can no longer be confirmed when the link has expired, and is erased a week later', async () => {
    const { id } = (await moderation.handIn(proposal('Oblidada'))).json<{ id: string }>();
    const link = await moderation.linkOf(id);
    directory.clock.advance(72 * hour);
    expect((await moderation.confirm(id)).json()).toMatchObject({ code: 'directory.link.expired', status: 410 });
    const page = await directory.app.inject({ url: link, headers: html });
    expect([page.statusCode, page.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
    await forgetSubmissions(directory.database, directory.clock);
    expect((await moderation.confirm(id)).statusCode).toBe(410);
    directory.clock.advance(8 * 24 * hour);
    await forgetSubmissions(directory.database, directory.clock);
    expect((await moderation.confirm(id)).json()).toMatchObject({ code: 'directory.link.unknown', status: 404 });
    expect(await queued(id)).toBe(false);
  });

  it('cannot fill the mailbox of a stranger', async () => {
    const proposer = { name: 'Algú', email: 'victima@example.org', language: 'ca' };
    const statuses: number[] = [];
    for (const email of ['victima@example.org', 'Victima@example.org', 'victima@EXAMPLE.org', 'victima@example.org']) {
      const answer = await moderation.handIn(proposal('Molèstia', { proposer: { ...proposer, email } }));
      statuses.push(answer.statusCode);
    }
    expect(statuses).toEqual([201, 201, 201, 409]);
  });

  it('is refused, and nothing kept, when the field is filled in that only programs see', async () => {
    const before = await countOf('submission');
    const answer = await moderation.handIn(proposal('Robot', { homepage: 'https://spam.example' }));
    expect(answer.json()).toMatchObject({ status: 422, code: 'directory.submission.automatic' });
    expect(await countOf('submission')).toBe(before);
  });

  it.each(hostileTexts)('keeps %j as text or refuses it, in every field', async (text) => {
    const before = await countOf('submission');
    for (const field of [
      { name: { ca: text } },
      { summary: { ca: 'x', es: text } },
      { description: { ca: text } },
      { address: text },
      { website: text },
      { taxId: text },
      { legalForm: text },
      { sectors: [text] },
    ]) {
      const answer = await moderation.handIn(proposal('Estranya', field));
      expect([201, 400, 413, 422]).toContain(answer.statusCode);
      if (answer.statusCode === 201) {
        const { id } = answer.json<{ id: string }>();
        await directory.database.pool.query('delete from submission where id = $1', [id]);
      }
    }
    expect(await countOf('submission')).toBe(before);
  });

  it('is answered 404 for links that nobody was sent', async () => {
    for (const secret of ['x', `sub_${'a'.repeat(43)}`, '%00', "' or 1=1 --", 'a'.repeat(100)]) {
      const url = `/v1/self-service/submissions/${encodeURIComponent(secret)}`;
      const answer = await directory.app.inject({ url });
      expect([400, 404], secret).toContain(answer.statusCode);
    }
  });
});

describe('possible duplicates', () => {
  const place = { longitude: 2.1075, latitude: 41.368 };
  let florida: string;
  beforeAll(async () => {
    florida = await moderation.publish('Economat Popular de la Florida', {
      website: 'https://www.economat-florida.example/',
      address: 'Carrer de la Primavera, 12, baixos',
      taxId: 'F-12345674',
      position: place,
    });
  });
  const lookFor = async (body: object) => {
    const answer = await directory.app.inject({
      method: 'POST',
      url: '/v1/initiative-proposals/duplicates',
      payload: body,
      remoteAddress: `10.9.0.${Math.floor(Math.random() * 250)}`,
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{ items: { id: string; reasons: string[] }[] }>().items;
  };

  it.each([
    ['a name that is nearly the same', { name: { ca: 'Economat popular de La Florída' } }, ['name']],
    [
      'the same website, however it is written',
      { name: { ca: 'Zzz' }, website: 'http://economat-florida.example' },
      ['website'],
    ],
    [
      'the same street and number, however they are written',
      { name: { ca: 'Zzz' }, address: 'C/ Primavera 12' },
      ['address'],
    ],
    [
      'a name somewhat alike a few doors away',
      { name: { ca: 'Popular Florida' }, position: { ...place, longitude: 2.1078 } },
      ['name', 'distance'],
    ],
  ])('are found by %s', async (_how, body, reasons) => {
    const found = await lookFor(body);
    expect(found.map((item) => item.id)).toContain(florida);
    expect(found.find((item) => item.id === florida)?.reasons).toEqual(reasons);
  });

  it('are none where nothing is alike', async () => {
    expect(await lookFor({ name: { ca: 'Bicicleteria Trencadís' }, address: 'Carrer de la Primavera, 14' })).toEqual(
      [],
    );
    expect(await lookFor({ name: { ca: 'Qwerty' }, position: place })).toEqual([]);
  });

  it('told to who proposes are public ones alone, and never by tax id', async () => {
    const hidden = proposal('Cooperativa Secreta del Gornal', { website: 'https://secreta.example' });
    const { id } = (await moderation.propose(hidden)).json<{ id: string }>();
    const same = { ...hidden, proposer: { ...hidden.proposer, email: `${newId()}@example.org` } };
    expect((await moderation.handIn(same)).json()).toMatchObject({ possibleDuplicates: [] });
    const byTaxId = await moderation.handIn(proposal('Un altre nom', { taxId: 'F12345674' }));
    expect(byTaxId.json()).toMatchObject({ possibleDuplicates: [] });
    // Staff see both.
    const { id: twin } = (await moderation.propose(same)).json<{ id: string }>();
    await moderation.confirm(byTaxId.json<{ id: string }>().id);
    const seen = async (of: string) => {
      const url = `/v1/staff/initiatives/${of}/duplicates`;
      return (await directory.app.inject({ url, headers: await directory.staff() })).json<{
        items: { id: string; status: string; reasons: string[] }[];
      }>().items;
    };
    expect(await seen(twin)).toMatchObject([{ id, status: 'proposed', reasons: ['name', 'website'] }]);
    expect(await seen(byTaxId.json<{ id: string }>().id)).toMatchObject([{ id: florida, reasons: ['tax-id'] }]);
    expect(await seen(florida)).not.toContainEqual(expect.objectContaining({ id: florida }));
  });
});
