import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { type Broker, connectBroker, ensureTopology } from '@ateneu/messaging';
import {
  coreAdminUser,
  coreServiceUser,
  createCoreAccount,
  inboxPrefixOf,
  pushAccountClaims,
  systemUser,
  type Trust,
} from '@ateneu/messaging/accounts';
import { connect, credsAuthenticator } from '@nats-io/transport-node';

import { serverVariable } from './servers.ts';

/** An account of a test suite's own at the run's broker, with the platform's streams: nobody else sees into it. */
export interface TestBroker {
  readonly url: string;
  /** The run's trust, with the suite's account in the place of the services' account. */
  readonly trust: Trust;
  /** Credentials that may push account claims. */
  readonly systemCredentials: string;
  /** Connected with every right inside the account. */
  readonly admin: Broker;
  /** The `.creds` text of a service. */
  credentials(service: string): Promise<string>;
  /** Connects with exactly the rights of a service. */
  connect(service: string): Promise<Broker>;
  close(): Promise<void>;
}

/** Makes the account, pushes its claims and creates the streams. */
export async function createTestBroker(): Promise<TestBroker> {
  const url = serverVariable('ATENEU_TEST_NATS_URL');
  const shared = JSON.parse(await readFile(serverVariable('ATENEU_TEST_TRUST_FILE'), 'utf8')) as Trust;
  const name = `CORE-${randomBytes(4).toString('hex')}`;
  const trust: Trust = { ...shared, core: await createCoreAccount(shared.operator.signingSeed, name) };
  const systemCredentials = await systemUser(trust.system.seed);
  await push(url, systemCredentials, trust.core.jwt);
  const admin = await connectBroker({ servers: url, credentials: await coreAdminUser(trust.core.seed), name: 'admin' });
  await ensureTopology(admin);
  const credentials = (service: string): Promise<string> => coreServiceUser(trust.core.seed, service);
  return {
    url,
    trust,
    systemCredentials,
    admin,
    credentials,
    connect: async (service) => connectBroker({ servers: url, credentials: await credentials(service), name: service }),
    close: () => admin.close(),
  };
}

async function push(url: string, credentials: string, accountJwt: string): Promise<void> {
  const connection = await connect({
    servers: url,
    authenticator: credsAuthenticator(new TextEncoder().encode(credentials)),
    inboxPrefix: inboxPrefixOf('claims'),
  });
  try {
    await pushAccountClaims(connection, accountJwt);
  } finally {
    await connection.close();
  }
}
