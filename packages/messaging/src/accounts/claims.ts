import type { NatsConnection } from '@nats-io/transport-node';

/**
 * Hands an account's claims to the broker, where they hold at once, without a restart; a newer claim of the same account
 * replaces an older one.
 *
 * @param connection a connection with {@link systemUser} credentials
 * @throws Error where the broker refuses the claims or does not answer
 */
export async function pushAccountClaims(connection: NatsConnection, accountJwt: string): Promise<void> {
  const answer = await connection.request('$SYS.REQ.CLAIMS.UPDATE', accountJwt, { timeout: 5_000 });
  const { error } = answer.json<{ error?: { description?: string } }>();
  if (error !== undefined)
    throw new Error(`The broker refused the account's claims: ${error.description ?? 'no reason'}`);
}
