import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { renderServerConfig, type Trust } from '@ateneu/messaging/accounts';

import { ChildFailed, startChild } from './child.ts';
import { firstLine } from './containers.ts';
import { findNatsBinary, findNatsServer } from './nats-server/find.ts';
import { assertPortFree } from './ports.ts';
import { BackingServiceUnavailable, type RunningService } from './running-service.ts';

/** How to run a nats-server with JetStream in operator mode on this machine. */
export interface NatsOptions {
  trust: Trust;
  /** Where the configuration, the streams and the account claims live. */
  dataDir: string;
  port: number;
  monitorPort: number;
  websocketPort?: number;
  host?: string;
  syncAlways?: boolean;
  logFile?: string;
  /** Told what is being looked for and brought, for the console. */
  log?: (line: string) => void;
}

/**
 * Starts a nats-server 2.12 or newer, wherever one can be had, and resolves when it accepts connections.
 *
 * @throws BackingServiceUnavailable with what to do
 */
export async function startNats(options: NatsOptions): Promise<RunningService> {
  const { host = '127.0.0.1' } = options;
  const dataDir = resolve(options.dataDir);
  const ports = [
    options.port,
    options.monitorPort,
    ...(options.websocketPort === undefined ? [] : [options.websocketPort]),
  ];
  for (const port of ports) await assertPortFree(port, 'the event broker', host);
  await mkdir(join(dataDir, 'resolver'), { recursive: true, mode: 0o700 });
  let found = await findNatsServer(options.log);
  const url = `nats://${host}:${options.port}`;
  if (found.kind === 'container') {
    try {
      // Loaded only here: the container library takes longer to load than the server takes to start.
      const { startNatsContainer } = await import('./nats-server/container.ts');
      return await startNatsContainer({ ...options, host, dataDir }, url);
    } catch (cause) {
      options.log?.(`A container engine answers but does not run nats-server: ${firstLine(cause)}`);
      found = await findNatsBinary(options.log);
    }
  }
  const configFile = join(dataDir, 'nats-server.conf');
  const config = renderServerConfig({
    ...options,
    host,
    storeDir: join(dataDir, 'jetstream'),
    resolverDir: join(dataDir, 'resolver'),
  });
  await writeFile(configFile, config, { mode: 0o600 });
  try {
    const child = await startChild({
      command: found.path,
      args: ['--config', configFile],
      ready: /Server is ready/,
      logFile: options.logFile,
      stopSignal: 'SIGTERM',
      readyTimeoutMs: 30_000,
    });
    return {
      kind: 'binary',
      description: `nats-server ${found.version} (${found.origin})`,
      url,
      died: child.died,
      stop: child.stop,
    };
  } catch (cause) {
    const output = cause instanceof ChildFailed ? cause.output : String(cause);
    throw new BackingServiceUnavailable(
      /no space left on device/i.test(output)
        ? 'The event broker could not start: the disk is full. Free some space and start again.'
        : `The event broker could not start. Its last words were:\n${output.trim().split('\n').slice(-5).join('\n')}`,
      { cause },
    );
  }
}
