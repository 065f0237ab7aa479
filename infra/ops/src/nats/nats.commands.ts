import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { inboxPrefixOf, type Trust } from '@ateneu/messaging/accounts';
import { connect, credsAuthenticator } from '@nats-io/transport-node';

import { type Command, CommandError, type Invocation } from '../cli/command.ts';
import { renderClusterConfig } from './cluster-config.ts';
import { beginRotation, finishRotation, resignAccounts } from './operator-keys.ts';
import { systemOperator } from './system-operator.ts';

const text = { type: 'string' } as const;

/** Writes the configuration of each server of a cluster. */
export const natsConfigCommand: Command = {
  name: 'nats config',
  usage: '--trust <file> --servers <host,host,host> --out <folder>',
  summary: 'the production configuration of each server of a cluster',
  options: { trust: text, servers: text, out: text },
  run: async (invocation) => {
    const trust = await readTrust(invocation);
    const out = option(invocation, 'out');
    const nodes = option(invocation, 'servers')
      .split(',')
      .map((host) => ({ name: host.split('.')[0] ?? host, host, clusterPort: 6_222 }));
    const routeSecret = `route:${randomBytes(24).toString('hex')}`;
    const files: string[] = [];
    await mkdir(out, { recursive: true });
    for (const node of nodes) {
      const file = join(out, `${node.name}.conf`);
      const config = renderClusterConfig({
        trust,
        node,
        nodes,
        routeSecret,
        port: 4_222,
        monitorPort: 8_222,
        websocketPort: 8_080,
        storeDir: '/data/jetstream',
        resolverDir: '/data/resolver',
        tls: { certFile: '/etc/nats/tls/tls.crt', keyFile: '/etc/nats/tls/tls.key', caFile: '/etc/nats/tls/ca.crt' },
      });
      await writeFile(file, config, { mode: 0o600 });
      files.push(file);
    }
    return { data: { files }, text: `Written, for their server's eyes alone: ${files.join(', ')}` };
  },
};

/** Makes the trust of either half of replacing the operator's signing key. */
export const natsRotateCommand: Command = {
  name: 'nats rotate',
  usage: '--trust <file> --out <file> [--finish]',
  summary: 'a new signing key of the operator beside the old one; with --finish, without the old one',
  options: { trust: text, out: text, finish: { type: 'boolean' } },
  run: async (invocation) => {
    const trust = await readTrust(invocation);
    const out = option(invocation, 'out');
    const next = invocation.options['finish'] === true ? await finishRotation(trust) : await beginRotation(trust);
    await writeFile(out, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return {
      data: { file: out, signingKey: next.operator.signingPublicKey },
      text: `${next.operator.signingPublicKey} signs. Written to ${out}: a secret.`,
    };
  },
};

/** Has every account at the broker signed by the new key. */
export const natsResignCommand: Command = {
  name: 'nats resign',
  usage: '--trust <file> --servers <url,url>',
  summary: 'sign every account that the broker holds with the signing key of the trust',
  options: { trust: text, servers: text },
  run: async (invocation) => {
    const trust = await readTrust(invocation);
    const connection = await connect({
      servers: option(invocation, 'servers').split(','),
      authenticator: credsAuthenticator(new TextEncoder().encode(await systemOperator(trust.system.seed))),
      inboxPrefix: inboxPrefixOf('operator'),
    });
    try {
      const signed = await resignAccounts(connection, trust);
      return { data: { signed }, text: `${signed} accounts were signed anew.` };
    } finally {
      await connection.close();
    }
  },
};

async function readTrust(invocation: Invocation): Promise<Trust> {
  const path = option(invocation, 'trust');
  const read = await readFile(path, 'utf8').catch(() => undefined);
  if (read === undefined) throw new CommandError(`There is no ${path}.`);
  return JSON.parse(read) as Trust;
}

function option({ options }: Invocation, name: string): string {
  const value = options[name];
  if (typeof value !== 'string') throw new CommandError(`Say --${name}.`);
  return value;
}
