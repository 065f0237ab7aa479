import { createPartnerConsumer, issuePartnerAccount, pushAccountClaims } from '@ateneu/messaging/accounts';
import { consumeReferrals } from '@ateneu/partner-sdk';
import { connect, credsAuthenticator } from '@nats-io/transport-node';

import type { Bench } from './bench.ts';

/** A partner that listens, with the SDK, as it would. */
export interface Partner {
  readonly account: string;
  /** Resolves when its handler has been given the event. */
  hears(eventId: string): Promise<void>;
  close(): Promise<void>;
}

/** Onboards a partner as accompaniment does, and starts its program. */
export async function startPartner(bench: Bench): Promise<Partner> {
  const { accountPublicKey, accountJwt, creds } = await issuePartnerAccount({
    operatorSigningSeed: bench.trust.operator.signingSeed,
    coreAccountPublicKey: bench.trust.core.publicKey,
    name: 'bench',
  });
  const system = await connect({
    servers: bench.nats.url,
    authenticator: credsAuthenticator(new TextEncoder().encode(await bench.systemCredentials())),
    inboxPrefix: '_INBOX_claims',
  });
  await pushAccountClaims(system, accountJwt);
  await system.close();
  await createPartnerConsumer(bench.admin.manager, accountPublicKey);
  const waiting = new Map<string, () => void>();
  const connected = Promise.withResolvers<void>();
  const consumption = consumeReferrals({
    servers: bench.nats.url,
    credentials: creds,
    handle: ({ id = '' }) => {
      waiting.get(id)?.();
      waiting.delete(id);
    },
    onStatus: ({ type }) => {
      if (type === 'connected') connected.resolve();
    },
  });
  await connected.promise;
  return {
    account: accountPublicKey,
    hears: (eventId) => new Promise((resolve) => waiting.set(eventId, resolve)),
    close: () => consumption.stop(),
  };
}
