import { serversAreGiven, startTestServers } from './servers.ts';

/** Brings PostgreSQL and nats-server once per run, unless the environment says where they are. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (serversAreGiven(process.env)) return undefined;
  const servers = await startTestServers((line) => process.stderr.write(`${line}\n`));
  Object.assign(process.env, servers.env);
  return servers.stop;
}
