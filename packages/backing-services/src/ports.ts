import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

import { BackingServiceUnavailable } from './running-service.ts';

/** @throws BackingServiceUnavailable where something else listens on the port. */
export async function assertPortFree(port: number, what: string, host = '127.0.0.1'): Promise<void> {
  const cause = await whyNotFree(port, host);
  if (cause === undefined) return;
  throw new BackingServiceUnavailable(
    cause.code === 'EADDRINUSE'
      ? `Port ${port}, which ${what} needs, is taken. Stop what uses it (for one, \`lsof -i :${port}\` tells) or choose other ports.`
      : `Port ${port}, which ${what} needs, cannot be opened: ${cause.message}`,
    { cause },
  );
}

/**
 * Where free ports are looked for: below those that a system hands out to whoever asks for any, so that none of them goes
 * to somebody else between the moment it is found free and the moment it is used.
 */
const [firstPort, endOfPorts] = [11_000, 21_000];
const given = new Set<number>();

/** Ports that are free at this moment, all different, and none that this process was given before. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let tries = 0; found.length < count; tries += 1) {
    if (tries > 10 * (endOfPorts - firstPort)) throw new Error('No port of this machine is free.');
    const port = randomInt(firstPort, endOfPorts);
    if (given.has(port) || (await whyNotFree(port, '127.0.0.1')) !== undefined) continue;
    given.add(port);
    found.push(port);
  }
  return found;
}

/** Why nobody could listen there; nothing where somebody could. */
async function whyNotFree(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
