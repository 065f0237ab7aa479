import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret shown once and the hash that is kept of it. */
export interface IssuedSecret {
  /** What the holder keeps: `<prefix>_<43 characters of base64url>`, 256 random bits. */
  secret: string;
  /** SHA-256 of `secret`, hexadecimal, for the database. A random 256-bit secret needs no slow hash. */
  hash: string;
}

/** Makes a secret for an API key or an e-mail link. The prefix tells people and secret scanners what it is. */
export function issueSecret(prefix: string): IssuedSecret {
  const secret = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashSecret(secret) };
}

/** The hash under which a secret is stored and looked up. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares two texts in time that does not depend on where they differ. */
export function secretsEqual(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}
