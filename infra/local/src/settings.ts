import { join, resolve } from 'node:path';

/** The services, in the order people meet them. Each has a folder in `services/`, a database and a role of its name. */
export const serviceNames = ['directory', 'training', 'accompaniment', 'notifications'] as const;

/** A service of the platform. */
export type ServiceName = (typeof serviceNames)[number];

/** Every port that the platform takes on this machine: one block, which `ATENEU_PORT_BASE` moves as a whole. */
export interface Ports {
  readonly origin: number;
  readonly services: Readonly<Record<ServiceName, number>>;
  readonly issuer: number;
  /** The site, the console and the partner's desk: a service without a database. */
  readonly web: number;
  readonly mail: number;
  readonly smtp: number;
  readonly nats: number;
  readonly natsMonitor: number;
  readonly natsWebsocket: number;
  readonly postgres: number;
}

/** Where everything is kept. All of it is below `.data`, which `npm run reset` empties. */
export interface Paths {
  readonly root: string;
  readonly data: string;
  readonly logs: string;
  readonly run: string;
  readonly platformFile: string;
  readonly secretsFile: string;
  readonly postgres: string;
  readonly nats: string;
  readonly trustFile: string;
  /** Where services append traces, when they are asked to record them. */
  readonly traces: string;
  readonly credentials: string;
  readonly mail: string;
  readonly issuer: string;
}

/** What the local platform is started with. */
export interface Settings {
  readonly ports: Ports;
  readonly paths: Paths;
  /** The address people use, without a trailing slash: `http://localhost:4000`. */
  readonly origin: string;
  /** The OpenID Connect issuer: `http://localhost:4000/issuer`. */
  readonly issuer: string;
  /** The audience of every access token. */
  readonly audience: string;
}

/** The first port of the block, unless `ATENEU_PORT_BASE` says otherwise. */
const defaultPortBase = 4_000;

const root = resolve(import.meta.dirname, '../../..');

/**
 * Reads the settings: `ATENEU_PORT_BASE` (the first port of the block, 4000) and `ATENEU_DATA_DIR` (`.data`).
 *
 * @throws Error with one sentence when a value makes no sense
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const ports = portsFrom(readPortBase(env['ATENEU_PORT_BASE']));
  const origin = `http://localhost:${ports.origin}`;
  return {
    ports,
    paths: pathsIn(env['ATENEU_DATA_DIR'] ? resolve(env['ATENEU_DATA_DIR']) : join(root, '.data')),
    origin,
    issuer: `${origin}/issuer`,
    audience: 'ateneu-api',
  };
}

function readPortBase(text: string | undefined): number {
  if (text === undefined || text === '') return defaultPortBase;
  const base = Number(text);
  if (!Number.isInteger(base) || base < 1_024 || base > 65_000) {
    throw new Error(`ATENEU_PORT_BASE is “${text}”: give it a whole number between 1024 and 65000, such as 5000.`);
  }
  const refused = namedPorts(portsFrom(base)).find(([, port]) => refusedByBrowsers.has(port));
  if (refused !== undefined) {
    throw new Error(
      `ATENEU_PORT_BASE is “${text}”: browsers refuse to open port ${refused[1]} (${refused[0]}). Try 5000.`,
    );
  }
  return base;
}

/** The ports above 1023 that the Fetch standard blocks, in browsers and in Node alike. */
const refusedByBrowsers = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

function portsFrom(base: number): Ports {
  return {
    origin: base,
    services: { directory: base + 1, training: base + 2, accompaniment: base + 3, notifications: base + 4 },
    issuer: base + 5,
    mail: base + 6,
    web: base + 7,
    nats: base + 10,
    natsMonitor: base + 11,
    natsWebsocket: base + 12,
    postgres: base + 20,
    smtp: base + 25,
  };
}

function pathsIn(data: string): Paths {
  return {
    root,
    data,
    logs: join(data, 'logs'),
    run: join(data, 'run'),
    platformFile: join(data, 'platform.json'),
    secretsFile: join(data, 'secrets.json'),
    postgres: join(data, 'postgres'),
    nats: join(data, 'nats'),
    trustFile: join(data, 'nats', 'trust.json'),
    traces: join(data, 'traces.jsonl'),
    credentials: join(data, 'nats', 'creds'),
    mail: join(data, 'mail'),
    issuer: join(data, 'issuer'),
  };
}

/** Every port with the name of what listens there, for checks and for people. */
export function namedPorts(ports: Ports): readonly (readonly [name: string, port: number])[] {
  return [
    ['origin', ports.origin],
    ...serviceNames.map((name) => [name, ports.services[name]] as const),
    ['issuer', ports.issuer],
    ['web', ports.web],
    ['mail catcher (HTTP)', ports.mail],
    ['mail catcher (SMTP)', ports.smtp],
    ['NATS', ports.nats],
    ['NATS monitor', ports.natsMonitor],
    ['NATS websocket', ports.natsWebsocket],
    ['PostgreSQL', ports.postgres],
  ];
}
