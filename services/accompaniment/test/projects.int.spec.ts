import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';
import { day } from './intake-desk.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const staff = (method: 'GET' | 'POST' | 'PUT', path: string, more: { body?: object; etag?: string } = {}) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token: harness.tokens.coordinator,
    body: more.body,
    ...(more.etag === undefined ? {} : { headers: { 'if-match': more.etag } }),
  });
const contact = { name: 'Fàtima El Amrani', email: 'fatima@example.org', language: 'ca' };
const project = {
  name: 'Bugaderia de Bellvitge',
  description: 'Una cooperativa de treball.',
  sector: 'altres',
  neighbourhood: '12',
  contact,
  tags: ['Dones', 'barri'],
  profile: { recipient: 'group', motivation: 'Feina al barri.', expectedJobs: 4, socialBase: 'Veïnes' },
};
const create = (body: object = project) => staff('POST', 'projects', { body });
const browser = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

async function linkOf(memberId: string): Promise<string> {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 order by id desc limit 1`,
    [memberId],
  );
  const event = JSON.parse(rows[0]?.payload ?? '{}') as { data: { personal: { inviteUrl: string } } };
  return new URL(event.data.personal.inviteUrl).pathname.replace('/accompaniment', '');
}

describe('a project', () => {
  it('keeps all that is known of it, and is edited by whoever read its version', async () => {
    const made = await create();
    const read = await staff('GET', `projects/${made.body.id}`);
    expect(read.body).toMatchObject({ ...project, tags: ['dones', 'barri'], status: 'active' });
    const edit = { ...project, status: 'constituted', profile: { ...project.profile, taxId: 'F12345674' } };
    expect((await staff('PUT', `projects/${made.body.id}`, { body: edit, etag: made.etag })).status).toBe(200);
    expect((await staff('PUT', `projects/${made.body.id}`, { body: edit, etag: made.etag })).status).toBe(412);
    const tagged = await staff('GET', 'projects?tag=Dones&status=constituted');
    expect(tagged.body.items.map((item: { id: string }) => item.id)).toContain(made.body.id);
    const wrong = { ...project, profile: { legalForm: 'sindicat' } };
    expect((await create(wrong)).body.code).toBe('accompaniment.project.code-unknown');
  });

  it('goes into another with everything that is its own, and is worked with no more', async () => {
    const kept = await create({ ...project, sector: undefined, tags: ['a'] });
    const twin = await create({ ...project, tags: ['b'] });
    const member = { person: { name: 'Omar', email: 'omar@example.org' }, invite: false };
    await staff('POST', `projects/${twin.body.id}/members`, { body: member });
    const opened = await staff('POST', 'accompaniments', { body: { projectId: twin.body.id, modality: 'creation' } });
    const suspects = await staff('GET', `projects/${kept.body.id}/duplicates`);
    expect(suspects.body.items).toContainEqual(
      expect.objectContaining({ id: twin.body.id, because: expect.arrayContaining(['name', 'contact']) }),
    );
    const { etag } = await staff('GET', `projects/${twin.body.id}`);
    const merge = { body: { intoProjectId: kept.body.id }, etag };
    expect((await staff('POST', `projects/${twin.body.id}/merge`, merge)).body.id).toBe(kept.body.id);
    const read = await staff('GET', `projects/${kept.body.id}`);
    expect(read.body).toMatchObject({ sector: 'altres', tags: ['a', 'b'] });
    expect((await staff('GET', `accompaniments/${opened.body.id}`)).body.projectId).toBe(kept.body.id);
    expect((await staff('GET', `projects/${kept.body.id}/members`)).body.items).toHaveLength(1);
    expect((await staff('GET', `projects/${twin.body.id}`)).body).toMatchObject({
      status: 'merged',
      mergedInto: kept.body.id,
      contact: null,
    });
    const late = await staff('POST', 'accompaniments', { body: { projectId: twin.body.id, modality: 'creation' } });
    expect(late.body.code).toBe('accompaniment.project.merged');
    expect(await harness.count(`outbox where type like '%project.merged.v1'`)).toBe(1);
  });

  it('does not go into itself, nor where both have the same accompaniment in progress', async () => {
    const [one, other] = [await create(), await create()];
    for (const { body } of [one, other]) {
      const opened = await staff('POST', 'accompaniments', { body: { projectId: body.id, modality: 'creation' } });
      await staff('POST', `accompaniments/${opened.body.id}/start`, { etag: opened.etag });
    }
    const merge = (intoProjectId: string) =>
      staff('POST', `projects/${one.body.id}/merge`, { body: { intoProjectId }, etag: one.etag });
    expect((await merge(one.body.id)).body.code).toBe('accompaniment.project.merged-with-itself');
    expect((await merge(other.body.id)).body.code).toBe('accompaniment.project.both-in-progress');
  });
});

describe('a member of the group', () => {
  const invite = async (projectId: string, email = 'omar@example.org') =>
    staff('POST', `projects/${projectId}/members`, { body: { person: { name: 'Omar Benali', email } } });

  it('accepts by the link in the e-mail, and may say more of themselves', async () => {
    const { body } = await create();
    const invited = await invite(body.id);
    expect(invited.body.status).toBe('invited');
    const path = await linkOf(invited.body.id);
    const page = await harness.raw({ method: 'GET', url: path, headers: browser });
    expect(page.body).toContain('Bugaderia de Bellvitge');
    expect(page.body).toContain('Carme Ribas');
    const about = {
      surnames: 'Benali',
      gender: 'man',
      bornOn: '1990-04-02',
      municipality: 'L’Hospitalet de Llobregat',
    };
    const accepted = await harness.raw({ method: 'POST', url: `${path}/accept`, payload: about });
    expect(accepted.json()).toMatchObject({ status: 'active' });
    const { items } = (await staff('GET', `projects/${body.id}/members`)).body;
    expect(items).toMatchObject([{ status: 'active', person: { name: 'Omar Benali', ...about } }]);
    await harness.raw({ method: 'POST', url: `${path}/decline`, headers: browser, payload: '' });
    expect((await harness.raw({ method: 'GET', url: path, headers: browser })).body).not.toContain('<form');
  });

  it('is invited once, and again by a new link that ends the old one', async () => {
    const { body } = await create();
    const invited = await invite(body.id);
    expect((await invite(body.id, 'OMAR@example.org')).body.code).toBe('accompaniment.member.already-there');
    const old = await linkOf(invited.body.id);
    await staff('POST', `projects/${body.id}/members/${invited.body.id}/invite`);
    expect((await harness.raw({ method: 'GET', url: old })).statusCode).toBe(404);
    const fresh = await linkOf(invited.body.id);
    expect((await harness.raw({ method: 'GET', url: fresh })).statusCode).toBe(200);
    harness.clock.advance(31 * day);
    expect((await harness.raw({ method: 'GET', url: fresh })).statusCode).toBe(410);
  });

  it('that is taken out has no link left', async () => {
    const { body } = await create();
    const invited = await invite(body.id);
    const path = await linkOf(invited.body.id);
    await staff('PUT', `projects/${body.id}/members/${invited.body.id}`, {
      body: { person: { name: 'Omar' }, status: 'left' },
      etag: invited.etag,
    });
    expect((await harness.raw({ method: 'POST', url: `${path}/accept` })).statusCode).toBe(404);
  });
});
