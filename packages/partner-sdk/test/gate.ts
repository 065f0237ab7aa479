import { connect as dialTcp, createServer, type Server, type Socket } from 'node:net';

import { freePorts } from '@ateneu/testing';

/** A {@link openGate}. */
export interface Gate {
  url: string;
  open(): Promise<void>;
  shut(): Promise<void>;
}

/** A door to the broker that can be shut, so that a partner's network breaks while everybody else's holds. */
export async function openGate(target: string): Promise<Gate> {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  // One that nobody else is given while the gate is shut.
  const [port = 0] = await freePorts(1);
  const open = async (): Promise<void> => {
    const opened = createServer((socket) => {
      const upstream = dialTcp(Number(to.port), to.hostname);
      for (const end of [socket, upstream]) {
        sockets.add(end);
        end
          .on('error', () => {})
          .on('close', () => {
            socket.destroy();
            upstream.destroy();
          });
      }
      socket.pipe(upstream).pipe(socket);
    });
    await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
    server = opened;
  };
  const shut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server?.close(resolve));
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await closed;
  };
  await open();
  return { url: `nats://127.0.0.1:${port}`, open, shut };
}
