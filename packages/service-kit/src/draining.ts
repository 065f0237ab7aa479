import type { App } from './app-type.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether whoever sends requests here should send them elsewhere; {@link registerDraining} says how it is told. */
    readonly isLeaving: boolean;
    /** From now on the app says that it is leaving, and goes on serving until it is closed. */
    leave(): void;
  }
}

/**
 * Lets go of connections before and while the app closes. Once it leaves it is not ready, so that nobody sends it new
 * connections, and whatever is asked on an open one is answered and told that it was the last. When it closes, a
 * connection that becomes idle is closed too, since the server would otherwise wait for its keep-alive time.
 */
export function registerDraining(app: App): void {
  let leaving = false;
  app.decorate('isLeaving', { getter: () => leaving });
  app.decorate('leave', () => {
    leaving = true;
  });
  app.addHook('preClose', async () => {
    leaving = true;
    const sweep = setInterval(() => app.server.closeIdleConnections(), 100);
    app.server.once('close', () => clearInterval(sweep));
    // An app that never listened has no server to close.
    if (!app.server.listening) clearInterval(sweep);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (leaving) void reply.header('connection', 'close');
    done();
  });
}
