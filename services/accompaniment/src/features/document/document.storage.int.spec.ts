import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDocumentStorage, type DocumentStorage, type StorageLocation } from './document.storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'ateneu-storage-'));
// The keys that the server knows.
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
let server: S3rver;
let bucket: Extract<StorageLocation, { kind: 's3' }>;

beforeAll(async () => {
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory: join(folder, 's3'),
    silent: true,
    resetOnClose: false,
    configureBuckets: [{ name: 'documents' }],
  });
  const { port } = await server.run();
  bucket = { kind: 's3', bucket: 'documents', region: 'eu-south-2', endpoint: `http://127.0.0.1:${port}`, ...keys };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The promise of {@link DocumentStorage}, which every driver keeps. */
describe.each([
  { name: 'a folder', location: (): StorageLocation => ({ kind: 'folder', path: join(folder, 'documents') }) },
  { name: 'a bucket of a server that speaks S3', location: (): StorageLocation => bucket },
])('documents kept in $name', ({ location }) => {
  let storage: DocumentStorage;
  beforeAll(() => {
    storage = createDocumentStorage(location());
  });
  const read = async (key: string) => buffer(await storage.get(key));

  it('come back to the byte, the smallest and one of 20 MiB', async () => {
    for (const [key, contents] of [
      ['p1/one', Buffer.from('%PDF-1.7 accents: l·l ç ’')],
      ['p1/large', randomBytes(20 * 1024 * 1024)],
    ] as const) {
      await storage.put(key, contents, 'application/pdf');
      expect((await read(key)).equals(contents)).toBe(true);
    }
  });

  it('are apart: another project’s of the same name is another, and each goes alone', async () => {
    await storage.put('p2/same', Buffer.from('two'), 'application/pdf');
    await storage.put('p3/same', Buffer.from('three'), 'application/pdf');
    await storage.remove('p2/same');
    await expect(read('p2/same')).rejects.toThrow();
    expect((await read('p3/same')).toString()).toBe('three');
  });

  it('are replaced whole by what is put under the same key', async () => {
    await storage.put('p4/again', Buffer.from('a longer first text'), 'application/pdf');
    await storage.put('p4/again', Buffer.from('short'), 'application/pdf');
    expect((await read('p4/again')).toString()).toBe('short');
  });

  it('may be removed twice, and removing what never was is no error', async () => {
    await storage.put('p5/gone', Buffer.from('x'), 'application/pdf');
    await storage.remove('p5/gone');
    await storage.remove('p5/gone');
    await storage.remove('p5/never');
  });

  it('that are not there fail when they are asked for, and not as an empty file', async () => {
    await expect(read('p6/nothing')).rejects.toThrow();
  });

  it('stay inside, whatever their key says', async () => {
    const outside = readdirSync(folder).toSorted();
    for (const key of ['../escaped', 'p7/../../escaped', '/etc/escaped']) {
      await storage.put(key, Buffer.from('x'), 'application/pdf').catch(() => {});
    }
    expect(readdirSync(folder).toSorted()).toEqual(outside);
  });

  it('bear being written and read by many at once', async () => {
    const all = Array.from({ length: 20 }, (_, index) => ({ key: `p8/${index}`, contents: randomBytes(50_000) }));
    await Promise.all(all.map(({ key, contents }) => storage.put(key, contents, 'application/pdf')));
    const back = await Promise.all(all.map(({ key }) => read(key)));
    expect(back.every((contents, index) => contents.equals(all[index]?.contents ?? Buffer.alloc(0)))).toBe(true);
  });
});

describe('a bucket', () => {
  it('is closed to a wrong key', async () => {
    const storage = createDocumentStorage({ ...bucket, secretAccessKey: 'wrong' });
    await expect(storage.put('p9/secret', Buffer.from('x'), 'application/pdf')).rejects.toThrow();
    await expect(createDocumentStorage(bucket).get('p9/secret')).rejects.toThrow();
  });

  it('that does not exist, or a server that is away, is an error and no loss', async () => {
    const nowhere = createDocumentStorage({ ...bucket, bucket: 'missing' });
    await expect(nowhere.put('p9/x', Buffer.from('x'), 'application/pdf')).rejects.toThrow();
    const away = createDocumentStorage({ ...bucket, endpoint: 'http://127.0.0.1:1' });
    await expect(away.put('p9/x', Buffer.from('x'), 'application/pdf')).rejects.toThrow();
  });
});
