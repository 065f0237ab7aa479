import { type Broker, connectBroker } from '@ateneu/messaging';
import {
  createPartnerConsumer,
  issuePartnerAccount,
  pushAccountClaims,
  rotatePartnerUser,
  suspendPartnerAccount,
} from '@ateneu/messaging/accounts';

/** Who signs partners' accounts, and whose exports they import. */
export interface AccountIssuer {
  operatorSigningSeed: string;
  coreAccountPublicKey: string;
}

/** How a partner's account is to stand at the broker. */
export interface AccountStanding {
  name: string;
  accountKey: string;
  accountSeed: string;
  suspended: boolean;
  /** Credentials from this instant or before no longer connect. */
  revokedBefore: Date | undefined;
}

/** Partners' accounts at the broker. */
export interface PartnerAccounts {
  /** Makes the keys of a new account. The broker does not know of it before `apply`. */
  open(name: string): Promise<{ accountKey: string; accountSeed: string }>;
  /** The text of a `.creds` file for an account, issued after `after`, where earlier ones are revoked as of then. */
  newCredentials(account: { name: string; accountSeed: string }, after?: Date): Promise<string>;
  /** Makes the broker's side be as described: claims pushed, consumer there. Repeating it changes nothing. */
  apply(standing: AccountStanding): Promise<void>;
}

export interface PartnerAccountsOptions {
  issuer: AccountIssuer;
  /** The service's own connection, which keeps partners' consumers. */
  broker: Broker;
  servers: readonly string[];
  /** Credentials of the system account, the only one that may push claims. */
  systemCredentials: string;
  /** How long the broker is tried to be reached, in milliseconds; five seconds when absent. */
  patienceMs?: number;
}

/** What a partner's account and users are called at the broker, whose tokens hold ASCII alone. */
export function accountNameOf(partnerId: string): string {
  return `partner-${partnerId}`;
}

/** The name under which `systemUser` credentials are issued; their private reply subjects bear it. */
const systemUserName = 'claims';

export function createPartnerAccounts(options: PartnerAccountsOptions): PartnerAccounts {
  const { issuer, broker } = options;
  return {
    open: async (name) => {
      const { accountPublicKey, accountSeed } = await issuePartnerAccount({ ...issuer, name });
      return { accountKey: accountPublicKey, accountSeed };
    },
    newCredentials: async ({ name, accountSeed }, after) =>
      (await rotatePartnerUser({ ...issuer, name, accountSeed, ...revoking(after) })).creds,
    apply: async (standing) => {
      await pushClaims(options, await claimsOf(issuer, standing));
      await createPartnerConsumer(broker.manager, standing.accountKey);
    },
  };
}

async function claimsOf(
  issuer: AccountIssuer,
  { name, accountSeed, suspended, revokedBefore }: AccountStanding,
): Promise<string> {
  if (suspended) return suspendPartnerAccount({ ...issuer, name, accountSeed });
  return (await rotatePartnerUser({ ...issuer, name, accountSeed, ...revoking(revokedBefore) })).accountJwt;
}

function revoking(instant: Date | undefined) {
  return instant === undefined ? {} : { revokeIssuedBefore: instant };
}

/** Onboarding is rare and this connection powerful, so it lives no longer than the push. */
async function pushClaims(options: PartnerAccountsOptions, claims: string): Promise<void> {
  // A coordinator waits for the answer, and what does not arrive now is pushed later.
  const { servers, systemCredentials, patienceMs = 5_000 } = options;
  const system = await connectBroker({ servers, credentials: systemCredentials, name: systemUserName, patienceMs });
  try {
    await pushAccountClaims(system.connection, claims);
  } finally {
    await system.close();
  }
}
