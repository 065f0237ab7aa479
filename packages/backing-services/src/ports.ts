import { createServer } from 'node:net';

import { BackingServiceUnavailable } from './running-service.ts';

/** @throws BackingServiceUnavailable where something else listens on the port. */
export async function assertPortFree(port: number, what: string, host = '127.0.0.1'): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new BackingServiceUnavailable(
          cause.code === 'EADDRINUSE'
            ? `Port ${port}, which ${what} needs, is taken. Stop what uses it (for one, \`lsof -i :${port}\` tells) or choose other ports.`
            : `Port ${port}, which ${what} needs, cannot be opened: ${cause.message}`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** Ports that are free at this moment, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            if (typeof address === 'object' && address !== null) resolve(address.port);
            else reject(new Error('The system gave no port.'));
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  return ports;
}
