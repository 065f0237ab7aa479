import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

import { keepJson } from '../files.ts';

const issuerKeysSchema = z.object({
  jwks: z.object({ keys: z.array(z.looseObject({ kid: z.string(), alg: z.string(), use: z.string() })).min(1) }),
  cookieKeys: z.array(z.string().min(32)).min(1),
});

/** The keys that sign tokens (private, as a JWK set) and cookies. */
export type IssuerKeys = z.infer<typeof issuerKeysSchema>;

/**
 * Reads the issuer's keys from its folder, or makes them there the first time: tokens signed before a restart must
 * verify after it.
 */
export async function keepIssuerKeys(folder: string): Promise<IssuerKeys> {
  return keepJson(join(folder, 'keys.json'), issuerKeysSchema, async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    return {
      jwks: { keys: [{ ...jwk, kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' }] },
      cookieKeys: [randomBytes(32).toString('base64url')],
    };
  });
}
