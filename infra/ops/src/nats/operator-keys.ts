import type { Trust } from '@ateneu/messaging/accounts';
import {
  type Account,
  Algorithms,
  createOperator,
  decode,
  encode,
  encodeOperator,
  fromSeed,
  type KeyPair,
} from '@nats-io/jwt';
import type { NatsConnection } from '@nats-io/transport-node';

const text = { encode: new TextEncoder(), decode: new TextDecoder() };

/**
 * The first half of replacing the operator's signing key: a new one that signs from now on, beside the old, whose
 * signatures still hold. Services' and partners' credentials do not change.
 *
 * Servers must be given the new configuration (one restarts after the other) before anything signed with the new key is
 * handed to them.
 */
export async function beginRotation(trust: Trust): Promise<Trust> {
  const signing = createOperator();
  const { system, core, operator } = trust;
  return {
    operator: {
      ...operator,
      signingPublicKey: signing.getPublicKey(),
      signingSeed: text.decode.decode(signing.getSeed()),
      jwt: await operatorJwt(trust, [signing.getPublicKey(), operator.signingPublicKey]),
    },
    system: { ...system, jwt: await signedBy(signing, system.jwt) },
    core: { ...core, jwt: await signedBy(signing, core.jwt) },
  };
}

/** The second half: the old key is no longer trusted. Only once every account at the broker is signed by the new one. */
export async function finishRotation(trust: Trust): Promise<Trust> {
  return {
    ...trust,
    operator: { ...trust.operator, jwt: await operatorJwt(trust, [trust.operator.signingPublicKey]) },
  };
}

/**
 * Signs every account that the broker holds with the trust's signing key and hands it back. Returns how many it signed;
 * running it again signs none.
 *
 * @param connection a connection of the system account that may look claims up and push them
 * @throws Error where the broker refuses one
 */
export async function resignAccounts(connection: NatsConnection, trust: Trust): Promise<number> {
  const signing = fromSeed(text.encode.encode(trust.operator.signingSeed));
  const ask = async (subject: string, payload = ''): Promise<string> =>
    (await connection.request(subject, payload, { timeout: 5_000 })).string();
  const { data: accounts } = JSON.parse(await ask('$SYS.REQ.CLAIMS.LIST')) as { data: string[] };
  let signed = 0;
  for (const account of accounts) {
    const jwt = await ask(`$SYS.REQ.ACCOUNT.${account}.CLAIMS.LOOKUP`);
    if (decode<Account>(jwt).iss === trust.operator.signingPublicKey) continue;
    const answer = JSON.parse(await ask('$SYS.REQ.CLAIMS.UPDATE', await signedBy(signing, jwt))) as { error?: object };
    if (answer.error !== undefined) throw new Error(`The broker refused ${account}: ${JSON.stringify(answer.error)}`);
    signed += 1;
  }
  return signed;
}

async function operatorJwt({ operator, system }: Trust, signingKeys: string[]): Promise<string> {
  const pair = fromSeed(text.encode.encode(operator.seed));
  return encodeOperator('ateneu', pair, { signing_keys: signingKeys, system_account: system.publicKey });
}

/** The same claims, signed by another key. */
async function signedBy(signer: KeyPair, jwt: string): Promise<string> {
  const claims = decode<Account>(jwt);
  return encode(Algorithms.v2, claims, signer);
}
