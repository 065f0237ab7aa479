import { mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { readIfThere } from '../files.ts';
import { namedPorts, type Settings } from '../settings.ts';
import { StartFailure } from './failure.ts';

/** The major version of PostgreSQL that the local data is made for. */
const postgresMajor = '18';
const neededBytes = 300 * 1024 * 1024;

/** Whether this machine can run the platform now. @throws StartFailure with everything that has to be put right */
export async function checkMachine({ paths, ports }: Settings): Promise<void> {
  await mkdir(paths.data, { recursive: true });
  const { bavail, bsize } = await statfs(paths.data);
  if (bavail * bsize < neededBytes) {
    const left = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new StartFailure(
      `Only ${left} MB are free where ${paths.data} is, and 300 are needed: free some, or set ATENEU_DATA_DIR to a folder with more.`,
    );
  }

  const version = (await readIfThere(join(paths.postgres, 'PG_VERSION')))?.trim();
  if (version !== undefined && version !== postgresMajor) {
    throw new StartFailure(
      `The data in ${paths.postgres} was made by PostgreSQL ${version}, and this is ${postgresMajor}: save what you need with that version, then \`npm run reset\`.`,
    );
  }

  const named = namedPorts(ports);
  const free = await Promise.all(named.map(([, port]) => isFree(port)));
  const taken = named.filter((_entry, index) => free[index] === false);
  if (taken.length > 0) {
    const list = taken.map(([name, port]) => `${port} (${name})`).join(', ');
    const [noun, verb] = taken.length === 1 ? ['Port', 'is'] : ['Ports', 'are'];
    throw new StartFailure(
      `${noun} ${list} ${verb} taken by another program: stop it, or move the platform's whole block of ports with ATENEU_PORT_BASE, for example \`ATENEU_PORT_BASE=${suggestBase(ports.origin)} npm start\`.`,
    );
  }
}

/** Whether nobody listens on a port of this machine, over IPv4 or IPv6. */
export async function isFree(port: number): Promise<boolean> {
  const results = await Promise.all(['127.0.0.1', '::1'].map((host) => tryToListen(port, host)));
  return results.every((result) => result !== 'EADDRINUSE' && result !== 'EACCES');
}

/** A machine may have no IPv6 at all, which takes nothing from anybody. */
function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function suggestBase(base: number): number {
  // Two blocks that hold no port a browser refuses; whichever the person is not on already.
  return base === 5_000 ? 7_000 : 5_000;
}
