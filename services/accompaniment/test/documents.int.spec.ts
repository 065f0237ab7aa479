import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, feedOf, type Harness, type OnboardedPartner, type PartnerEvent, startHarness } from './harness.ts';

let harness: Harness;
let partner: OnboardedPartner;
let projectId: string;

beforeAll(async () => {
  harness = await startHarness();
  partner = await harness.onboard('Coop57');
  projectId = await newProject();
});
afterAll(() => harness.stop());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const asStaff = () => ({ token: harness.tokens.technician });

async function newProject(): Promise<string> {
  const body = { name: 'Economat', description: 'Una botiga.' };
  return (await harness.ask('POST', '/v1/staff/projects', { ...asStaff(), body })).body.id;
}

function upload(contents: Buffer, { fileName = 'estatuts.pdf', kind = 'statutes', project = projectId } = {}) {
  const boundary = 'x-ateneu';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n` +
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n` +
        `content-type: application/pdf\r\n\r\n`,
    ),
    contents,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return harness.raw({
    method: 'POST',
    url: `/v1/staff/projects/${project}/documents`,
    headers: {
      authorization: `Bearer ${harness.tokens.technician}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
}

const download = (path: string, token: string) =>
  harness.raw({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}` } });

/** A referral of the project to the partner, as far as it was taken. */
async function referred(...steps: string[]): Promise<{ id: string; etag: string }> {
  const body = { ...aReferral, partnerId: partner.id, projectId };
  const drafted = await harness.ask('POST', '/v1/staff/referrals', { ...asStaff(), body });
  const { id } = drafted.body;
  await harness.ask('POST', `/v1/staff/referrals/${id}/send`, { ...asStaff(), headers: { 'if-match': drafted.etag } });
  for (const step of steps) {
    await harness.ask('POST', `/v1/partner/referrals/${id}/${step}`, { token: partner.apiKey });
  }
  const { etag } = await harness.ask('GET', `/v1/staff/referrals/${id}`, asStaff());
  return { id, etag };
}

const share = (referralId: string, documentId: string, etag: string, method: 'PUT' | 'DELETE' = 'PUT') =>
  harness.ask(method, `/v1/staff/referrals/${referralId}/documents/${documentId}`, {
    ...asStaff(),
    headers: { 'if-match': etag },
  });

async function linkOf(referralId: string): Promise<string> {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 and type like '%referral.sent.v1' and payload like '%answerUrl%'`,
    [referralId],
  );
  const event = JSON.parse(rows[0]?.payload ?? '{}') as { data: { personal: { answerUrl: string } } };
  return new URL(event.data.personal.answerUrl).pathname.replace('/accompaniment', '');
}

describe('the referrals of a project', () => {
  it('are those that it was referred by and those that it came from, and no other project’s', async () => {
    const about = async (project: string) =>
      (await harness.ask('GET', `/v1/staff/referrals?projectId=${project}`, asStaff())).body.items.map(
        ({ id }: { id: string }) => id,
      );
    const { id } = await referred();
    const other = await newProject();
    expect(await about(projectId)).toContain(id);
    expect(await about(other)).toEqual([]);
    const came = await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const read = await harness.ask('GET', `/v1/staff/referrals/${came.body.id}`, asStaff());
    const accepted = await harness.ask('POST', `/v1/staff/referrals/${came.body.id}/accept`, {
      ...asStaff(),
      headers: { 'if-match': read.etag },
    });
    expect(accepted.status).toBe(200);
    const opened = await harness.ask('POST', '/v1/staff/accompaniments', {
      ...asStaff(),
      body: { referralId: came.body.id, modality: aReferral.modality },
    });
    expect(opened.status).toBe(201);
    expect(await about(opened.body.projectId)).toEqual([came.body.id]);
  });
});

describe('a document of a project', () => {
  it('is kept outside the database, comes back to the byte, and goes for good', async () => {
    const kept = (await upload(pdf, { fileName: 'Estatuts “nous”.pdf' })).json<{ id: string }>();
    expect(kept).toMatchObject({
      kind: 'statutes',
      mediaType: 'application/pdf',
      bytes: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    const path = `/v1/staff/projects/${projectId}/documents/${kept.id}/content`;
    const got = await download(path, harness.tokens.technician);
    expect(got.rawPayload.equals(pdf)).toBe(true);
    expect(got.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' });
    expect(got.headers['content-disposition']).toContain("filename*=UTF-8''Estatuts%20%E2%80%9Cnous%E2%80%9D.pdf");
    expect(await harness.count(`audit_record where action = 'download' and subject_id = '${kept.id}'`)).toBe(1);
    await harness.ask('DELETE', path.replace('/content', ''), asStaff());
    expect((await download(path, harness.tokens.technician)).statusCode).toBe(404);
    expect(readdirSync(harness.folder, { recursive: true }).filter((name) => String(name).includes(kept.id))).toEqual(
      [],
    );
  });

  it('is what its contents are, whatever its name and header say', async () => {
    for (const contents of ['<script>alert(1)</script>', 'MZ\u0090\0', '#!/bin/sh\nrm -rf /', '']) {
      const answer = await upload(Buffer.from(contents, 'latin1'));
      expect(answer.json()).toMatchObject({ code: 'accompaniment.document.type-refused' });
    }
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    expect((await upload(zip)).json()).toMatchObject({ code: 'accompaniment.document.type-refused' });
  });

  it('of more than 20 MiB, of no project, or in no form, is refused and leaves nothing', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]);
    expect((await upload(large)).json()).toMatchObject({ code: 'accompaniment.document.too-large' });
    const nowhere = await upload(pdf, { project: '0198c1d2-7a10-7c3e-9f00-0000000000ff' });
    expect(nowhere.statusCode).toBe(404);
    expect((await upload(pdf, { kind: 'malware' })).statusCode).toBe(422);
    const path = `/v1/staff/projects/${projectId}/documents`;
    expect((await harness.ask('POST', path, { ...asStaff(), body: {} })).status).toBeGreaterThanOrEqual(400);
    const files = readdirSync(harness.folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
    expect(files).toEqual([]);
    expect(await harness.count(`project_document where removed_at is null`)).toBe(0);
  });

  it('of a name that is a path is kept under its last part', async () => {
    const kept = (await upload(pdf, { fileName: '../../etc/passwd.pdf' })).json<{ fileName: string }>();
    expect(kept.fileName).toBe('passwd.pdf');
  });
});

describe('a document that is shared with a partner', () => {
  const partnerPath = (id: string) => `/v1/partner/referrals/${id}/documents`;

  it('is read by it from its acceptance until the consent ends, and by nobody else', async () => {
    const { id: documentId } = (await upload(pdf)).json<{ id: string }>();
    const { id, etag } = await referred('accept');
    const contents = `${partnerPath(id)}/${documentId}/content`;
    expect((await download(contents, partner.apiKey)).statusCode).toBe(404);
    const shared = await share(id, documentId, etag);
    expect(shared.status).toBe(200);
    expect((await download(contents, partner.apiKey)).rawPayload.equals(pdf)).toBe(true);
    expect((await download(partnerPath(id), partner.apiKey)).json()).toMatchObject({ items: [{ id: documentId }] });
    const other = await harness.onboard('Una altra');
    expect((await download(contents, other.apiKey)).statusCode).toBe(404);
    await harness.ask('POST', `/v1/partner/referrals/${id}/withdraw-consent`, { token: partner.apiKey });
    expect((await download(contents, partner.apiKey)).statusCode).toBe(404);
    expect((await download(partnerPath(id), partner.apiKey)).json()).toEqual({ items: [] });
  });

  it('is told to the partner, and told again when it is shared no longer', async () => {
    const { id: documentId } = (await upload(pdf)).json<{ id: string }>();
    const { id, etag } = await referred('accept');
    const shared = await share(id, documentId, etag);
    expect((await share(id, documentId, shared.etag)).body.version).toBe(shared.body.version);
    const link = await linkOf(id);
    const page = await harness.raw({ method: 'GET', url: link, headers: { accept: 'text/html' } });
    const href = `${link.split('/').at(-1)}/documents/${documentId}`;
    expect(page.body).toContain(href);
    expect((await harness.raw({ method: 'GET', url: `${link}/documents/${documentId}` })).rawPayload.equals(pdf)).toBe(
      true,
    );
    await share(id, documentId, shared.etag, 'DELETE');
    expect((await harness.raw({ method: 'GET', url: `${link}/documents/${documentId}` })).statusCode).toBe(404);
    expect((await download(`${partnerPath(id)}/${documentId}/content`, partner.apiKey)).statusCode).toBe(404);
    const aboutIt = (events: PartnerEvent[]) =>
      events.filter((event) => event.subject === id && event.type.includes('document'));
    const feed = await feedOf(harness, partner, (events) => aboutIt(events).length > 1);
    const told = aboutIt(feed.body.events).map(({ type, data }) => [type.split('.').at(-2), data['documentId']]);
    expect(told).toEqual([
      ['document-shared', documentId],
      ['document-unshared', documentId],
    ]);
  });

  it('is not seen before the partner accepts, nor after the end', async () => {
    const { id: documentId } = (await upload(pdf)).json<{ id: string }>();
    const { id, etag } = await referred();
    await share(id, documentId, etag);
    const contents = `${partnerPath(id)}/${documentId}/content`;
    expect((await download(contents, partner.apiKey)).statusCode).toBe(404);
    await harness.ask('POST', `/v1/partner/referrals/${id}/accept`, { token: partner.apiKey });
    expect((await download(contents, partner.apiKey)).statusCode).toBe(200);
    await harness.ask('POST', `/v1/partner/referrals/${id}/close`, {
      token: partner.apiKey,
      body: { outcome: 'none' },
    });
    expect((await download(contents, partner.apiKey)).statusCode).toBe(404);
  });

  it('must be of the project that was referred', async () => {
    const foreign = (await upload(pdf, { project: await newProject() })).json<{ id: string }>();
    const { id, etag } = await referred('accept');
    expect((await share(id, foreign.id, etag)).body.code).toBe('accompaniment.document.of-another-project');
  });
});
