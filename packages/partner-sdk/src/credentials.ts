import { z } from 'zod';

/** Credentials that are not the text of a `.creds` file of a partner. */
export class CredentialsFormatError extends Error {
  override readonly name = 'CredentialsFormatError';
}

/**
 * The broker knows the credentials no longer: your account is suspended, or the credentials were replaced. Also what a
 * thief of old credentials gets. Ask the ateneu.
 */
export class CredentialsRefusedError extends Error {
  override readonly name = 'CredentialsRefusedError';
  /** `revoked-or-unknown`: not these credentials. `no-connections`: suspended, or too many clients at once. */
  readonly reason: 'revoked-or-unknown' | 'no-connections';

  constructor(reason: CredentialsRefusedError['reason'], cause: Error) {
    const why = {
      'revoked-or-unknown': 'they were replaced, or the account is suspended',
      'no-connections': 'the account is suspended, or too many of its clients are connected',
    }[reason];
    super(`The broker refuses these credentials: ${why}.`, { cause });
    this.reason = reason;
  }
}

const userClaims = z.object({
  iss: z.string(),
  nats: z.object({ type: z.literal('user'), issuer_account: z.string().optional() }),
});
const accountKey = /^A[A-Z2-7]{55}$/;

/**
 * The public key of the account that credentials belong to: the name of your consumer on the stream `REFERRALS`.
 *
 * @param credentials the text of a `.creds` file
 * @throws CredentialsFormatError where it is not one
 */
export function accountKeyOf(credentials: string): string {
  const jwt = /-----BEGIN NATS USER JWT-----\s+(\S+)/.exec(credentials)?.[1];
  const seed = /-----BEGIN USER NKEY SEED-----\s+(SU\S+)/.exec(credentials)?.[1];
  if (jwt === undefined || seed === undefined) {
    throw new CredentialsFormatError('Not the text of a .creds file: it has no user JWT, or no seed.');
  }
  const claims = userClaims.safeParse(payloadOf(jwt));
  const key = claims.data?.nats.issuer_account ?? claims.data?.iss;
  if (key === undefined || !accountKey.test(key)) {
    throw new CredentialsFormatError('The JWT of the .creds text does not name an account.');
  }
  return key;
}

function payloadOf(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
