import { createAccount, createOperator, encodeAccount, encodeOperator, type KeyPair } from '@nats-io/jwt';

import { type CoreAccount, createCoreAccount } from './core-account.ts';
import { seedOf, unlimited } from './keys.ts';

/**
 * Everything that the broker's trust rests on, as text, so that it can be kept in a file that only its owner reads.
 * Whoever has it can make any account: in production the operator's own seed stays offline and only the signing seed is
 * with the service that onboards partners.
 */
export interface Trust {
  operator: {
    publicKey: string;
    /** Signs nothing day to day; it can replace the signing key. */
    seed: string;
    signingPublicKey: string;
    /** Signs accounts. */
    signingSeed: string;
    jwt: string;
  };
  /** The account through which account claims are pushed to the broker. */
  system: { publicKey: string; seed: string; jwt: string };
  /** The account that the platform's services share. */
  core: CoreAccount;
}

/** Makes a new operator with its signing key, the system account and the account of the services. */
export async function createTrust(): Promise<Trust> {
  const operator = createOperator();
  const signing = createOperator();
  const system = createAccount();
  const operatorJwt = await encodeOperator('ateneu', operator, {
    signing_keys: [signing.getPublicKey()],
    system_account: system.getPublicKey(),
  });
  return {
    operator: {
      publicKey: operator.getPublicKey(),
      seed: seedOf(operator),
      signingPublicKey: signing.getPublicKey(),
      signingSeed: seedOf(signing),
      jwt: operatorJwt,
    },
    system: {
      publicKey: system.getPublicKey(),
      seed: seedOf(system),
      jwt: await encodeSystemAccount(system, signing),
    },
    core: await createCoreAccount(seedOf(signing), 'CORE'),
  };
}

async function encodeSystemAccount(system: KeyPair, signing: KeyPair): Promise<string> {
  return encodeAccount('SYS', system, { limits: unlimited }, { signer: signing });
}
