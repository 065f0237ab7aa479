import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { findNatsServer } from '@ateneu/backing-services';
import { createTrust } from '@ateneu/messaging/accounts';
import { decode, type Operator } from '@nats-io/jwt';
import { describe, expect, it } from 'vitest';

import { makeCertificates } from '../rehearsals/broker/certificates.ts';
import { renderClusterConfig } from './cluster-config.ts';
import { beginRotation, finishRotation } from './operator-keys.ts';

const run = promisify(execFile);
const nodes = ['nats-1', 'nats-2', 'nats-3'].map((name) => ({ name, host: `${name}.example`, clusterPort: 6_222 }));

describe('the production configuration of the broker', () => {
  it('is one that the server accepts: synced writes, TLS everywhere, limits, and routes to the two others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nats-config-'));
    const text = renderClusterConfig({
      trust: await createTrust(),
      node: { name: 'nats-2', host: 'nats-2.example', clusterPort: 6_222 },
      nodes,
      routeSecret: 'route:secret',
      port: 4_222,
      monitorPort: 8_222,
      websocketPort: 8_080,
      storeDir: join(folder, 'jetstream'),
      resolverDir: join(folder, 'resolver'),
      tls: await makeCertificates(folder),
    });
    const config = JSON.parse(text) as Record<string, Record<string, unknown>>;
    expect(config['jetstream']).toMatchObject({ sync_interval: 'always' });
    expect(config['websocket']).not.toHaveProperty('no_tls');
    expect(config['cluster']).toMatchObject({
      routes: ['nats-route://route:secret@nats-1.example:6222', 'nats-route://route:secret@nats-3.example:6222'],
      tls: { verify: true },
    });
    const file = join(folder, 'nats-server.conf');
    await writeFile(file, text);
    const found = await findNatsServer();
    if (found.kind === 'binary') await expect(run(found.path, ['-t', '--config', file])).resolves.toBeDefined();
    await rm(folder, { recursive: true });
  });
});

describe('replacing the operator’s signing key', () => {
  it('trusts both while it lasts and the new one alone after it; accounts keep their keys and claims', async () => {
    const before = await createTrust();
    const during = await beginRotation(before);
    const after = await finishRotation(during);
    const keys = (jwt: string) => decode<Operator>(jwt).nats.signing_keys;
    expect(keys(during.operator.jwt)).toEqual([during.operator.signingPublicKey, before.operator.signingPublicKey]);
    expect(keys(after.operator.jwt)).toEqual([during.operator.signingPublicKey]);
    expect(during.operator.signingSeed).not.toBe(before.operator.signingSeed);
    expect(during.core).toMatchObject({ publicKey: before.core.publicKey, seed: before.core.seed });
    expect(decode(during.core.jwt)).toMatchObject({
      iss: during.operator.signingPublicKey,
      nats: (decode(before.core.jwt) as { nats: object }).nats,
    });
  });
});
