import { createUser, encodeUser, fmtCreds, fromSeed } from '@nats-io/jwt';

/** Credentials of the system account for whoever rotates keys: to read every account's claims and to hand over new ones. */
export async function systemOperator(systemAccountSeed: string, name = 'operator'): Promise<string> {
  const user = createUser();
  const account = fromSeed(new TextEncoder().encode(systemAccountSeed));
  return new TextDecoder().decode(fmtCreds(await encodeUser(name, user, account, {}), user));
}
