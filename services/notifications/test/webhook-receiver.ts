import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A webhook as it arrived. */
export interface Received {
  at: number;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  event: { id: string; type: string; subject: string; sequence: number; time: string };
}

/** How a path answers: a status with headers and a body, or nothing for as long as the connection is open. */
export type Answering =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'hang'
  | ((received: Received, response: ServerResponse) => void | Promise<void>);

/** A real HTTP server at the other end of webhooks; each path is an endpoint of its own. */
export interface WebhookReceiver {
  readonly origin: string;
  readonly port: number;
  readonly received: Received[];
  /** What came to one path. */
  at(path: string): Received[];
  /** How often a path was knocked at. */
  answer(path: string, how: Answering): void;
  stop(): Promise<void>;
}

/** Starts one on the loopback address; a path answers 204 until it is told otherwise. */
export async function startReceiver(host = '127.0.0.1'): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const answers = new Map<string, Answering>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const path = request.url ?? '';
    const item = {
      at: Date.now(),
      path,
      headers: request.headers,
      body,
      event: JSON.parse(body || '{}') as Received['event'],
    };
    received.push(item);
    const how = answers.get(path) ?? { status: 204 };
    if (how === 'hang') return;
    if (typeof how === 'function') return how(item, response);
    response.writeHead(how.status, how.headers).end(how.body);
  };

  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    port,
    received,
    at: (path) => received.filter((item) => item.path === path),
    answer: (path, how) => void answers.set(path, how),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
