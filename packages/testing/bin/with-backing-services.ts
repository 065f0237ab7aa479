/**
 * Runs a command with a PostgreSQL and a nats-server for tests around it, and says where they are in its environment:
 * `node bin/with-backing-services.ts turbo run test`. Exits as the command does.
 */
import { spawn } from 'node:child_process';

import { serversAreGiven, startTestServers } from '../src/servers.ts';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.error('Usage: with-backing-services <command> [arguments …]');
  process.exit(2);
}
const servers = serversAreGiven(process.env) ? undefined : await startTestServers((line) => console.log(line));
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...servers?.env } });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
process.exitCode = await new Promise<number>((resolve) => {
  child.once('error', (cause) => {
    console.error(`${command} could not be run: ${cause.message}`);
    resolve(127);
  });
  child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
});
await servers?.stop();
