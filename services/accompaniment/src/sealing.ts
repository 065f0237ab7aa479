import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps secrets in the database so that the database alone does not give them away. */
export interface Sealer {
  /** Encrypts `secret`; `context` (an id) must be the same to open it, so that sealed texts cannot be swapped. */
  seal(secret: string, context: string): string;
  /** @throws Error where the text was not sealed with this key and context */
  open(sealed: string, context: string): string;
}

/** AES-256-GCM with a random nonce per text. `key` is 32 bytes as base64url. */
export function createSealer(key: string): Sealer {
  const secretKey = Buffer.from(key, 'base64url');
  if (secretKey.length !== 32) throw new TypeError('The sealing key must be 32 bytes as base64url.');
  return {
    seal: (secret, context) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secretKey, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return ['v1', nonce, cipher.getAuthTag(), text].map((part) => asText(part)).join('.');
    },
    open: (sealed, context) => {
      const [version, nonce, tag, text] = sealed.split('.');
      if (version !== 'v1' || nonce === undefined || tag === undefined || text === undefined) {
        throw new TypeError('Not a sealed text.');
      }
      const decipher = createDecipheriv('aes-256-gcm', secretKey, Buffer.from(nonce, 'base64url'), {
        authTagLength: 16,
      });
      decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
}

function asText(part: string | Buffer): string {
  return typeof part === 'string' ? part : part.toString('base64url');
}
