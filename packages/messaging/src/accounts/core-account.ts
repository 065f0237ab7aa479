import { createAccount, encodeAccount, type Export } from '@nats-io/jwt';

import { pairOf, seedOf, unlimited, unlimitedJetStream } from './keys.ts';

/** An account with streams, whose exports partners import. */
export interface CoreAccount {
  publicKey: string;
  seed: string;
  jwt: string;
}

/**
 * What an account offers to every partner: to ask about, to pull from and to acknowledge on the consumer of
 * `REFERRALS` that bears the asker's own account key, and nothing else. The server checks the token at that position
 * against the importing account; subject permissions inside one account could not (reply subjects are not checked).
 */
const partnerExports: Export[] = [
  {
    name: 'referrals-consumer-info',
    subject: '$JS.API.CONSUMER.INFO.REFERRALS.*',
    type: 'service',
    account_token_position: 6,
  },
  {
    name: 'referrals-consumer-next',
    subject: '$JS.API.CONSUMER.MSG.NEXT.REFERRALS.*',
    type: 'service',
    response_type: 'Stream',
    account_token_position: 7,
  },
  { name: 'referrals-ack', subject: '$JS.ACK.REFERRALS.*.>', type: 'service', account_token_position: 4 },
  // Newer servers put a domain and an account hash before the stream.
  { name: 'referrals-ack-v2', subject: '$JS.ACK.*.*.REFERRALS.*.>', type: 'service', account_token_position: 6 },
];

/** Makes an account for the platform's services, signed by the operator's signing key. */
export async function createCoreAccount(operatorSigningSeed: string, name: string): Promise<CoreAccount> {
  const account = createAccount();
  const jwt = await encodeAccount(
    name,
    account,
    { exports: partnerExports, limits: { ...unlimited, ...unlimitedJetStream } },
    { signer: pairOf(operatorSigningSeed) },
  );
  return { publicKey: account.getPublicKey(), seed: seedOf(account), jwt };
}
