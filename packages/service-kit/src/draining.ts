import type { App } from './app-type.ts';

/**
 * Lets go of connections while the app closes. What is asked on an open connection is still answered, and told that it
 * was the last; a connection that becomes idle is closed, since the server would otherwise wait for its keep-alive time.
 */
export function registerDraining(app: App): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    const sweep = setInterval(() => app.server.closeIdleConnections(), 100);
    app.server.once('close', () => clearInterval(sweep));
    // An app that never listened has no server to close.
    if (!app.server.listening) clearInterval(sweep);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
}
