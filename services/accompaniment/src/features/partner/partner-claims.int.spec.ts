import { randomBytes } from 'node:crypto';

import { createSealer, newId, systemClock } from '@ateneu/kernel';
import type { Broker } from '@ateneu/messaging';
import { createLogger } from '@ateneu/service-kit';
import { createTestBroker, createTestDatabase, type TestBroker, type TestDatabase } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entities, migrations } from '../../persistence/index.ts';
import { createPartnerAccounts } from './partner-account.broker.ts';
import { createClaimsSync } from './partner-claims.sync.ts';
import { createCredentialsDesk } from './partner.credentials.ts';
import { decide } from './partner.decide.ts';
import { createPartnerStore } from './partner.store.ts';
import { initialPartner } from './partner.ts';

let database: TestDatabase;
let testBroker: TestBroker;
let broker: Broker;

beforeAll(async () => {
  [database, testBroker] = await Promise.all([createTestDatabase({ entities, migrations }), createTestBroker()]);
  broker = await testBroker.connect('accompaniment');
});
afterAll(async () => {
  await broker.close();
  await Promise.all([database.drop(), testBroker.close()]);
});

const sealer = createSealer(randomBytes(32).toString('base64url'));

/** The parts that hand out credentials, with the broker at an address where claims are pushed to. */
function deskAt(server: string, patience: { patienceMs?: number } = {}) {
  const { trust, systemCredentials } = testBroker;
  const issuer = { operatorSigningSeed: trust.operator.signingSeed, coreAccountPublicKey: trust.core.publicKey };
  const accounts = createPartnerAccounts({ issuer, broker, servers: [server], systemCredentials, ...patience });
  const logger = createLogger({ service: 'accompaniment', level: 'silent' });
  const claims = createClaimsSync({ database, accounts, sealer, logger }, 20);
  const store = createPartnerStore(database);
  const desk = createCredentialsDesk({ database, store, accounts, claims, sealer, clock: systemClock });
  return { store, claims, desk };
}

async function onboard(): Promise<string> {
  const id = newId();
  const profile = {
    name: `Entitat ${id}`,
    contactEmail: 'a@example.org',
    contacts: [],
    languages: ['ca'] as const,
    accepts: {},
  };
  await deskAt(testBroker.url).store.create(decide({ type: 'onboard', id, profile, at: new Date() }, initialPartner));
  return id;
}

const isStale = async (id: string): Promise<boolean | undefined> => {
  const { rows } = await database.pool.query<{ claims_stale: boolean }>(
    'select claims_stale from partner where id = $1',
    [id],
  );
  return rows[0]?.claims_stale;
};

describe('while the broker is away', () => {
  const atNobody = () => deskAt('nats://127.0.0.1:1', { patienceMs: 100 });

  it('no credentials are issued, and the next attempt goes on with the same account', async () => {
    const id = await onboard();
    await expect(atNobody().desk.issue(id)).rejects.toThrow('broker-unavailable');
    const { rows } = await database.pool.query<{ account_key: string }>(
      'select account_key from partner where id = $1',
      [id],
    );
    expect(await isStale(id)).toBe(true);
    const issued = await deskAt(testBroker.url).desk.issue(id);
    expect(issued.accountKey).toBe(rows[0]?.account_key);
    expect(await isStale(id)).toBe(false);
  });

  it('a suspension is kept, and told by itself once the broker is back', async () => {
    const id = await onboard();
    const { store, claims, desk } = deskAt(testBroker.url);
    await desk.issue(id);
    await store.update(id, (state) => decide({ type: 'suspend', at: new Date() }, state));
    await expect(atNobody().claims.sync(id)).rejects.toThrow('broker-unavailable');
    expect(await isStale(id)).toBe(true);
    claims.start();
    await expect.poll(() => isStale(id)).toBe(false);
    await claims.stop();
  });
});

describe('an account whose seed no key opens', () => {
  it('is its partner’s trouble alone: the broker is told of everybody else’s', async () => {
    const { store, claims, desk } = deskAt(testBroker.url);
    const ids = [await onboard(), await onboard()];
    for (const id of ids) await desk.issue(id);
    const [broken = '', other = ''] = ids;
    await database.pool.query(`update partner set account_seed = 'v1.a.b.c' where id = $1`, [broken]);
    for (const id of ids) await store.update(id, (state) => decide({ type: 'suspend', at: new Date() }, state));
    claims.start();
    await expect.poll(() => isStale(other)).toBe(false);
    await claims.stop();
    expect(await isStale(broken)).toBe(true);
  });
});

describe('the same request twice at once', () => {
  it('issues one set of credentials', async () => {
    const id = await onboard();
    const { desk } = deskAt(testBroker.url);
    const results = await Promise.allSettled([desk.issue(id), desk.issue(id)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await database.pool.query('select hash from partner_api_key where partner_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });
});
