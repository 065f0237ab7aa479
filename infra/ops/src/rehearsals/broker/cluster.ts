import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { BackingServiceUnavailable, findNatsServer, freePorts } from '@ateneu/backing-services';
import type { Trust } from '@ateneu/messaging/accounts';

import { renderClusterConfig } from '../../nats/cluster-config.ts';
import { endWithUs } from '../rehearsal.ts';
import type { Certificates } from './certificates.ts';

/** Three servers of one cluster on this machine. */
export interface Cluster {
  readonly urls: readonly string[];
  readonly names: readonly string[];
  /** Ends one at once, as a machine that loses its power. */
  kill(name: string): Promise<void>;
  /** Ends one in order. */
  stop(name: string): Promise<void>;
  /** Starts one on its own data, and resolves when it says that all of it is current. */
  start(name: string): Promise<void>;
  /** What the servers trust from their next start on. */
  trust(trust: Trust): Promise<void>;
  close(): Promise<void>;
}

const names = ['nats-1', 'nats-2', 'nats-3'];
const patienceMs = 60_000;

/** Starts the cluster with the production configuration. */
export async function startCluster(folder: string, trust: Trust, tls: Certificates): Promise<Cluster> {
  const found = await findNatsServer();
  const binary = found.kind === 'binary' ? found.path : undefined;
  if (binary === undefined) throw new BackingServiceUnavailable('The rehearsal needs a nats-server of this machine.');
  const ports = await freePorts(names.length * 4);
  const routeSecret = `route:${randomBytes(16).toString('hex')}`;
  const nodes = names.map((name, index) => {
    const [port = 0, monitorPort = 0, clusterPort = 0, websocketPort = 0] = ports.slice(index * 4, index * 4 + 4);
    return { name, host: '127.0.0.1', port, monitorPort, clusterPort, websocketPort };
  });
  const running = new Map<string, ChildProcess>();
  const configOf = (name: string): string => join(folder, name, 'nats-server.conf');

  const write = async (now: Trust): Promise<void> => {
    for (const node of nodes) {
      const home = join(folder, node.name);
      await mkdir(join(home, 'resolver'), { recursive: true });
      const places = { storeDir: join(home, 'jetstream'), resolverDir: join(home, 'resolver') };
      const options = { ...node, ...places, host: '127.0.0.1', trust: now, node, nodes, routeSecret, tls };
      await writeFile(configOf(node.name), renderClusterConfig({ ...options, maxStore: 2 * 1024 ** 3 }), {
        mode: 0o600,
      });
    }
  };
  const launch = (name: string): void => {
    const child = endWithUs(spawn(binary, ['--config', configOf(name)], { stdio: ['ignore', 'ignore', 'pipe'] }));
    child.stderr.pipe(createWriteStream(join(folder, `${name}.log`), { flags: 'a' }));
    running.set(name, child);
  };
  const healthy = async (name: string): Promise<void> => {
    const node = nodes.find((item) => item.name === name);
    for (const until = Date.now() + patienceMs; ; await delay(100)) {
      const answer = await fetch(`http://127.0.0.1:${node?.monitorPort}/healthz`).catch(() => undefined);
      if (answer?.ok === true) return;
      if (Date.now() > until) throw new Error(`${name} is not healthy: ${(await answer?.text()) ?? 'no answer'}`);
    }
  };
  const end = async (name: string, signal: NodeJS.Signals): Promise<void> => {
    const child = running.get(name);
    running.delete(name);
    if (child === undefined || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };

  await write(trust);
  for (const name of names) launch(name);
  const close = async (): Promise<void> => {
    await Promise.all(names.map((name) => end(name, 'SIGKILL')));
  };
  try {
    await Promise.all(names.map(healthy));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    names,
    urls: nodes.map(({ port }) => `tls://127.0.0.1:${port}`),
    kill: (name) => end(name, 'SIGKILL'),
    stop: (name) => end(name, 'SIGTERM'),
    start: async (name) => {
      launch(name);
      await healthy(name);
    },
    trust: write,
    close,
  };
}
