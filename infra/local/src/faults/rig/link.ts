import { createServer, connect, type Socket } from 'node:net';

/** The network between the services and one server, as far as it can be broken. */
export interface Link {
  readonly port: number;
  /** Nobody gets through: connections are cut and refused. */
  cut(): void;
  /** Nothing gets through and nobody is told: packets are lost. */
  silence(): void;
  /** Everything arrives so much later, each way. */
  slow(delayMs: number): void;
  /** All is well again. Connections over which something was lost are cut. */
  heal(): void;
  close(): Promise<void>;
}

/** Listens at `port` and passes everything on to `target` on this machine. */
export async function openLink(port: number, target: number): Promise<Link> {
  let state: 'open' | 'cut' | 'silent' = 'open';
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      pass(from, to);
    }
  });

  function pass(from: Socket, to: Socket): void {
    // What was sent first arrives first, whatever the delay was then.
    let last: Promise<unknown> = Promise.resolve();
    from.on('data', (chunk) => {
      if (state === 'silent') return;
      if (delayMs === 0) {
        last = last.then(() => to.write(chunk));
        return;
      }
      const due = new Promise((resolve) => setTimeout(resolve, delayMs));
      last = last.then(() => due).then(() => to.write(chunk));
    });
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      void last.then(() => to.destroy());
    });
  }

  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    cut: () => {
      state = 'cut';
      cutAll();
    },
    silence: () => {
      state = 'silent';
    },
    slow: (ms) => {
      delayMs = ms;
    },
    heal: () => {
      const lost = state === 'silent';
      state = 'open';
      delayMs = 0;
      if (lost) cutAll();
    },
    close: async () => {
      cutAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
