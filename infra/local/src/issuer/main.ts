/** The issuer's process: `HOST`, `PORT`, `OIDC_ISSUER`, `OIDC_AUDIENCE` and `ISSUER_DATA_DIR` (where its keys are kept). */
import { readEnvironment, serve } from '../process.ts';
import { keepIssuerKeys } from './keys.ts';
import { createIssuerServer } from './server.ts';

const env = readEnvironment(['OIDC_ISSUER', 'OIDC_AUDIENCE', 'ISSUER_DATA_DIR', 'PORT']);
const server = createIssuerServer({
  issuer: env.OIDC_ISSUER,
  audience: env.OIDC_AUDIENCE,
  keys: await keepIssuerKeys(env.ISSUER_DATA_DIR),
});
await serve('issuer', {
  listen: async (host) => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(Number(env.PORT), host, resolve);
    });
  },
  close: async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});
