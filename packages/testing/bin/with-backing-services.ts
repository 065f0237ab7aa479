/**
 * Runs a command with a PostgreSQL and a nats-server for tests around it, and says where they are in its environment:
 * `node bin/with-backing-services.ts turbo run test`. Exits as the command does.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

import { BackingServiceUnavailable } from '@ateneu/backing-services';

import { serversAreGiven, startTestServers, type TestServers } from '../src/servers.ts';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.error('Usage: with-backing-services <command> [arguments …]');
  process.exit(2);
}

let child: ChildProcess | undefined;
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping.abort();
    child?.kill(signal);
  });
}
process.exitCode = await run(command, args);

async function run(command: string, args: readonly string[]): Promise<number> {
  let servers: TestServers | undefined;
  try {
    servers = serversAreGiven(process.env) ? undefined : await startTestServers((line) => console.log(line));
  } catch (error) {
    console.error(`\n✖ ${error instanceof BackingServiceUnavailable ? error.message : (error as Error).stack}`);
    return 1;
  }
  try {
    return stopping.signal.aborted ? 130 : await runChild(command, args, { ...process.env, ...servers?.env });
  } finally {
    await servers?.stop();
  }
}

function runChild(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    child = spawn(command, [...args], { stdio: 'inherit', env });
    child.once('error', (cause) => {
      console.error(`${command} could not be run: ${cause.message}`);
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128 + constants.signals[signal])));
  });
}
