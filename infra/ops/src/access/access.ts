import { readFile } from 'node:fs/promises';

import { signIn } from '@ateneu/local/issuer/sign-in';
import { readPlatformFile } from '@ateneu/local/platform/platform-file';
import { credentialFiles, keepSecrets } from '@ateneu/local/platform/secrets';
import { readSettings, serviceNames } from '@ateneu/local/settings';
import { type Broker, connectBroker } from '@ateneu/messaging';

import { CommandError } from '../cli/command.ts';

/** How commands reach a platform: the one of `npm start` on this machine, or the one that the environment names. */
export interface Access {
  /** Where the APIs are: the origin and the services' own addresses, past it, by name. */
  readonly origin: string;
  readonly services: Readonly<Record<string, string>>;
  /** A staff token with the role of an admin, or of a coordinator. */
  token(role: 'admin' | 'coordinator'): Promise<string>;
  /** Connected as the administrator of the streams. */
  broker(): Promise<Broker>;
  databaseUrl(service: string): Promise<string>;
}

/** What the environment must say where no platform of this machine is meant. */
const needed = 'ATENEU_ORIGIN, ATENEU_TOKEN, ATENEU_SERVICES, NATS_URL, NATS_CREDS, DATABASE_URL';

/**
 * Finds the platform. `ATENEU_ORIGIN` means one elsewhere: then `ATENEU_SERVICES` (`training=http://…,…`), `ATENEU_TOKEN`,
 * `NATS_URL`, `NATS_CREDS` (a file) and `DATABASE_URL` are read where a command needs them.
 *
 * @throws CommandError where there is none
 */
export async function findAccess(env: NodeJS.ProcessEnv = process.env): Promise<Access> {
  if ((env['ATENEU_ORIGIN'] ?? '') !== '') return elsewhere(env);
  const settings = readSettings(env);
  const platform = await readPlatformFile(settings);
  if (platform === undefined) {
    throw new CommandError(`No platform runs here. Start it with \`npm start\`, or set ${needed}.`);
  }
  return {
    origin: platform.origin,
    services: Object.fromEntries(Object.entries(platform.services).map(([name, { direct }]) => [name, direct])),
    token: async (role) => (await signIn(platform.issuer, role === 'admin' ? 'adam' : 'carme')).accessToken,
    broker: async () =>
      brokerAt(platform.nats.url, await readFile(credentialFiles(settings.paths.credentials).admin, 'utf8')),
    databaseUrl: async (service) => {
      const name = serviceNames.find((known) => known === service);
      if (name === undefined) throw new CommandError(`There is: ${serviceNames.join(', ')}.`);
      const { postgres } = await keepSecrets(settings.paths.secretsFile);
      return `postgres://${name}:${postgres[name]}@${platform.postgres.host}:${platform.postgres.port}/${name}`;
    },
  };
}

function elsewhere(env: NodeJS.ProcessEnv): Access {
  const variable = (name: string): string => {
    const value = env[name] ?? '';
    if (value === '') throw new CommandError(`Set ${name} for this.`);
    return value;
  };
  return {
    origin: variable('ATENEU_ORIGIN'),
    services: Object.fromEntries(
      (env['ATENEU_SERVICES'] ?? '').split(',').flatMap((pair) => {
        const [name = '', url = ''] = pair.split('=', 2);
        return name === '' ? [] : [[name.trim(), url.trim()]];
      }),
    ),
    token: async () => variable('ATENEU_TOKEN'),
    broker: async () => brokerAt(variable('NATS_URL'), await readFile(variable('NATS_CREDS'), 'utf8')),
    databaseUrl: async () => variable('DATABASE_URL'),
  };
}

function brokerAt(servers: string, credentials: string): Promise<Broker> {
  return connectBroker({ servers: servers.split(','), credentials, name: 'admin' });
}

/** Calls an API of the platform. @throws CommandError with what it says where it refuses */
export async function call<Body>(
  access: Access,
  role: 'admin' | 'coordinator',
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Body> {
  const response = await fetch(`${access.origin}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await access.token(role)}`,
      accept: 'application/json',
      'accept-language': 'en',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as Body;
  throw new CommandError(`${method} ${path} was answered ${response.status}: ${text.slice(0, 500)}`);
}
