import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps secrets in the database so that the database alone does not give them away. */
export interface Sealer {
  /** Encrypts `secret`; `context` (an id) must be the same to open it, so that sealed texts cannot be swapped. */
  seal(secret: string, context: string): string;
  /** @throws Error where the text was sealed with none of the keys, or for another context */
  open(sealed: string, context: string): string;
  /** What is sealed with an older key, sealed anew; `undefined` where the first key sealed it. @throws as {@link open} */
  renew(sealed: string, context: string): string | undefined;
}

/**
 * AES-256-GCM with a random nonce per text. Each key is 32 bytes as base64url. The first seals and all open, so that a new
 * key is put first, everything is {@link Sealer.renew | renewed}, and the old one is taken away.
 */
export function createSealer(first: string, ...older: readonly string[]): Sealer {
  const newest = createKey(first);
  const keys = [newest, ...older.map((key) => createKey(key))];
  const open: Sealer['open'] = (sealed, context) => {
    let failure: unknown;
    for (const key of keys) {
      try {
        return key.open(sealed, context);
      } catch (error) {
        // Perhaps an older key sealed it.
        failure = error;
      }
    }
    throw failure;
  };
  return {
    seal: newest.seal,
    open,
    renew: (sealed, context) => {
      try {
        newest.open(sealed, context);
        return undefined;
      } catch {
        return newest.seal(open(sealed, context), context);
      }
    },
  };
}

/** Whether a text is one that a {@link Sealer} made. */
export const isSealed = (text: string): boolean => text.startsWith(`${version}.`);

const version = 'v1';

function createKey(text: string): Pick<Sealer, 'seal' | 'open'> {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== 32) throw new TypeError('A sealing key must be 32 bytes as base64url.');
  return {
    seal: (secret, context) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
    },
    open: (text, context) => {
      const [prefix, nonce, tag, sealed] = text.split('.');
      if (prefix !== version || nonce === undefined || tag === undefined || sealed === undefined) {
        throw new TypeError('Not a sealed text.');
      }
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
}
