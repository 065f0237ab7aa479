import { catalogue, createEvent } from '@ateneu/events';
import {
  createPartnerConsumer,
  inboxPrefixOf,
  issuePartnerAccount,
  type PartnerAccount,
  pushAccountClaims,
  rotatePartnerUser,
  suspendPartnerAccount,
} from '@ateneu/messaging/accounts';
import { createTestBroker, type TestBroker } from '@ateneu/testing';
import { connect, credsAuthenticator } from '@nats-io/transport-node';

export type Partner = PartnerAccount & { name: string };

/** What the platform does for and to its partners, on a real broker. */
export interface PartnerDesk {
  broker: TestBroker;
  onboard(name: string, options?: { consumer: boolean }): Promise<Partner>;
  makeConsumer(partner: Partner): Promise<void>;
  suspend(partner: Partner): Promise<void>;
  /** New credentials, which also end a suspension; the earlier ones are revoked where it says so. */
  rotate(partner: Partner, options?: { revoke: boolean }): Promise<string>;
  /** Publishes an event as the platform does, and returns its id. */
  tell(to: Partner, step: string, sequence?: number, referralId?: string): Promise<string>;
  placeOf(partner: Partner): Promise<{ waiting: number; unconfirmed: number }>;
  close(): Promise<void>;
}

/** A referral’s id that ends in this digit. */
export const referral = (digit: number): string => `0198c1d2-7a10-7c3e-9f00-00000000000${digit}`;

export async function createPartnerDesk(): Promise<PartnerDesk> {
  const broker = await createTestBroker();
  const system = await connect({
    servers: broker.url,
    authenticator: credsAuthenticator(new TextEncoder().encode(broker.systemCredentials)),
    inboxPrefix: inboxPrefixOf('claims'),
  });
  const issuer = {
    operatorSigningSeed: broker.trust.operator.signingSeed,
    coreAccountPublicKey: broker.trust.core.publicKey,
  };
  const makeConsumer = (partner: Partner) => createPartnerConsumer(broker.admin.manager, partner.accountPublicKey);
  return {
    broker,
    makeConsumer,
    onboard: async (name, { consumer } = { consumer: true }) => {
      const partner = { ...(await issuePartnerAccount({ ...issuer, name })), name };
      await pushAccountClaims(system, partner.accountJwt);
      if (consumer) await makeConsumer(partner);
      return partner;
    },
    suspend: async (partner) => pushAccountClaims(system, await suspendPartnerAccount({ ...issuer, ...partner })),
    rotate: async (partner, { revoke } = { revoke: false }) => {
      const since = revoke ? { revokeIssuedBefore: new Date() } : {};
      const { accountJwt, creds } = await rotatePartnerUser({ ...issuer, ...partner, ...since });
      await pushAccountClaims(system, accountJwt);
      return creds;
    },
    tell: async (to, step, sequence = 1, referralId = referral(6)) => {
      const contract = catalogue.find((item) => item.audience === 'partner' && item.event === step);
      if (contract === undefined) throw new Error(`No partner contract: ${step}`);
      const event = createEvent(contract, {
        aggregateId: referralId,
        sequence,
        data: { ...contract.example, referralId },
        time: new Date(),
        correlationId: 'test',
      });
      await broker.admin.jetstream.publish(contract.subjectFor(to.accountPublicKey), JSON.stringify(event));
      return event.id;
    },
    placeOf: async ({ accountPublicKey }) => {
      const { num_pending, num_ack_pending } = await broker.admin.manager.consumers.info('REFERRALS', accountPublicKey);
      return { waiting: num_pending, unconfirmed: num_ack_pending };
    },
    close: async () => {
      await system.close();
      await broker.close();
    },
  };
}
