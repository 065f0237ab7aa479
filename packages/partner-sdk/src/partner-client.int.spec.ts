import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { afterEach, describe, expect, it } from 'vitest';

import {
  createPartnerClient,
  type NewReferral,
  PartnerApiError,
  type PartnerClientOptions,
  PartnerUnreachableError,
} from './index.ts';

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Breaks the connection. */
  hangUp?: true;
  /** Never answers. */
  silent?: true;
}
interface Seen {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A server that gives these answers in turn, and the last one from then on. */
async function serve(answers: Answer[], options: Partial<PartnerClientOptions> = {}) {
  const seen: Seen[] = [];
  const answerTo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    const answer = answers[Math.min(seen.length, answers.length) - 1] ?? {};
    if (answer.silent) return;
    if (answer.hangUp) return void request.socket.destroy();
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
  };
  const server = createServer((request, response) => void answerTo(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const baseUrl = `http://127.0.0.1:${address.port}/accompaniment/`;
  return { seen, client: createPartnerClient({ baseUrl, apiKey: 'key', language: 'es', ...options }) };
}

const referral: NewReferral = {
  modality: 'creation',
  project: { name: 'Economat', description: 'Una botiga cooperativa.' },
  person: { name: 'Neus', email: 'neus@example.org' },
  consent: { scope: 'referral', givenOn: '2026-05-04', textVersion: '1' },
};
const saved = { id: 'r 1', version: 3, status: 'received' };
const busy: Answer = { status: 503, headers: { 'retry-after': '0' } };
const problem = {
  type: 'urn:ateneu:problem:accompaniment.referral.step-not-allowed',
  title: 'Conflicto',
  status: 409,
  detail: 'No se puede.',
  code: 'accompaniment.referral.step-not-allowed',
  instance: 'urn:uuid:0198c1d2-7a10-7c3e-9f00-000000000006',
};

describe('the client of the partner API', () => {
  it('lists the documents that are shared, and brings one byte for byte', async () => {
    const { client, seen } = await serve([
      { body: { items: [{ id: 'd1', fileName: 'pla.pdf' }] } },
      { body: '%PDF-é' },
    ]);
    expect(await client.documents('r 1')).toEqual([{ id: 'd1', fileName: 'pla.pdf' }]);
    expect(Buffer.from(await client.download('r 1', 'd1')).toString()).toBe('%PDF-é');
    expect(seen.map(({ url }) => url?.replace('/accompaniment/v1/partner/referrals', ''))).toEqual([
      '/r%201/documents',
      '/r%201/documents/d1/content',
    ]);
  });

  it('refers a project, with the key, the language and a fresh idempotency key each time', async () => {
    const { client, seen } = await serve([{ status: 201, body: saved }]);
    expect(await client.refer(referral)).toEqual(saved);
    await client.refer(referral);
    await client.refer(referral, { idempotencyKey: 'case-7' });
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/accompaniment/v1/partner/referrals',
      headers: { authorization: 'Bearer key', 'accept-language': 'es', 'content-type': 'application/json' },
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(referral);
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('case-7');
  });

  it('lists page after page, only as far as it is read', async () => {
    const pages = [
      { body: { items: [{ id: '1' }, { id: '2' }], next: 'a+b' } },
      { body: { items: [{ id: '3' }], next: null } },
    ];
    const { client, seen } = await serve(pages);
    const ids: string[] = [];
    for await (const line of client.list({ status: 'sent', pageSize: 2 })) ids.push(line.id);
    expect(ids).toEqual(['1', '2', '3']);
    expect(seen.map(({ url }) => url)).toEqual([
      '/accompaniment/v1/partner/referrals?status=sent&limit=2',
      '/accompaniment/v1/partner/referrals?status=sent&limit=2&cursor=a%2Bb',
    ]);
    const other = await serve(pages);
    for await (const line of other.client.list()) if (line.id === '1') break;
    expect(other.seen).toHaveLength(1);
  });

  it('takes every step by its own path, with what the step needs', async () => {
    const { client, seen } = await serve([{ body: saved }]);
    await client.get('r 1');
    await client.accept('r 1');
    await client.decline('r 1', { reasonCode: 'no-capacity', note: 'Al juny.' });
    await client.start('r 1');
    await client.close('r 1', { outcome: 'none' });
    await client.withdraw('r 1');
    await client.withdrawConsent('r 1');
    expect(seen.map(({ method, url, body }) => `${method} ${url?.split('/referrals')[1]} ${body}`)).toEqual([
      'GET /r%201 ',
      'POST /r%201/accept ',
      'POST /r%201/decline {"reasonCode":"no-capacity","note":"Al juny."}',
      'POST /r%201/start ',
      'POST /r%201/close {"outcome":"none"}',
      'POST /r%201/withdraw ',
      'POST /r%201/withdraw-consent ',
    ]);
  });

  it('says what the API refused, and does not ask again', async () => {
    const { client, seen } = await serve([{ status: 409, body: problem }]);
    const refused = client.accept('1');
    await expect(refused).rejects.toThrow(PartnerApiError);
    await expect(refused).rejects.toMatchObject({
      status: 409,
      code: 'accompaniment.referral.step-not-allowed',
      detail: 'No se puede.',
      instance: problem.instance,
    });
    expect(seen).toHaveLength(1);
  });

  it('says so where a proxy answered instead', async () => {
    const { client } = await serve([{ status: 502, body: '<html>' }]);
    await expect(client.get('1')).rejects.toMatchObject({ status: 502, code: 'http.502', errors: [] });
  });

  it.each<[string, Answer]>([
    ['the service is busy', busy],
    ['it was asked too often', { ...busy, status: 429 }],
    ['the connection breaks', { hangUp: true }],
  ])('tries again when %s, as the same referral', async (_why, failure) => {
    const { client, seen } = await serve([failure, failure, { status: 201, body: saved }]);
    expect(await client.refer(referral)).toEqual(saved);
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('tries again when no answer comes in time, as the same referral', async () => {
    const answers = [{ silent: true }, { silent: true }, { status: 201, body: saved }] as const;
    // On a busy machine the answer itself may be late, and is then asked for once more.
    const { client, seen } = await serve([...answers], { timeoutMs: 300, attempts: 20 });
    expect(await client.refer(referral)).toEqual(saved);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('waits as long as the service asks', async () => {
    const { client } = await serve([{ ...busy, headers: { 'retry-after': '1' } }, { body: saved }]);
    const since = performance.now();
    await client.accept('1');
    expect(performance.now() - since).toBeGreaterThanOrEqual(1_000);
  });

  it('gives up after a number of attempts, and at once where the wait would be too long', async () => {
    const tired = await serve([busy], { attempts: 2 });
    await expect(tired.client.get('1')).rejects.toMatchObject({ status: 503 });
    expect(tired.seen).toHaveLength(2);
    const late = await serve([{ ...busy, headers: { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() } }]);
    await expect(late.client.get('1')).rejects.toMatchObject({ status: 503 });
    expect(late.seen).toHaveLength(1);
    const gone = await serve([{ hangUp: true }], { attempts: 2 });
    await expect(gone.client.get('1')).rejects.toThrow(PartnerUnreachableError);
    expect(gone.seen).toHaveLength(2);
  });

  it('never takes its key along a redirect', async () => {
    const { client, seen } = await serve([{ status: 302, headers: { location: '/elsewhere' } }], { attempts: 1 });
    await expect(client.get('1')).rejects.toThrow(PartnerUnreachableError);
    expect(seen).toHaveLength(1);
  });
});
