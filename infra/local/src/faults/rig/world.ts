import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePorts, startNats, startPostgres } from '@ateneu/backing-services';
import { type Broker, connectBroker, ensureTopology } from '@ateneu/messaging';
import type { Trust } from '@ateneu/messaging/accounts';

import { signIn } from '../../issuer/sign-in.ts';
import { type Mailbox, openMailbox } from '../../mail-catcher/mailbox.ts';
import { createSmtpServer, type MailSink } from '../../mail-catcher/smtp.ts';
import { provisionDatabases } from '../../platform/databases.ts';
import { keepSecrets, keepTrust, type Secrets, writeCredentials } from '../../platform/secrets.ts';
import {
  inheritedEnvironment,
  issuerEnvironment,
  localHost,
  serviceEnvironment,
} from '../../platform/service-environment.ts';
import { readSettings, type ServiceName, serviceNames, type Settings } from '../../settings.ts';
import { createDatabases, type Databases } from './databases.ts';
import { type Link, openLink } from './link.ts';
import { type Instance, runScript, startInstance } from './instance.ts';
import { type BreakableServer, pidByArgument, postgresPid, startBreakable } from './servers.ts';
import { startProcess, startWatchdog, type Watchdog } from './watchdog.ts';

/** Everything that a run breaks and watches. */
export interface World {
  readonly folder: string;
  readonly postgres: BreakableServer;
  readonly nats: BreakableServer;
  /** The network between the services and each server. The suite itself goes past it. */
  readonly links: { readonly broker: Link; readonly database: Link };
  readonly instances: readonly Instance[];
  readonly databases: Databases;
  /** The administrator of the streams. */
  readonly admin: Broker;
  readonly mailbox: Mailbox;
  /** Access tokens. */
  readonly staff: { technician: string; coordinator: string };
  allReady(): Promise<boolean>;
  /** Stops everything and, unless it is to be kept, removes the folder. */
  close(keep: boolean): Promise<void>;
}

/** How many processes each service has. */
export type ProcessCounts = Readonly<Record<ServiceName, number>>;

const usualProcesses: ProcessCounts = { directory: 1, training: 2, accompaniment: 1, notifications: 1 };

/** So many of each; where it is not said, two of training and one of each other. */
export function processCounts(each: number | undefined): ProcessCounts {
  if (each === undefined) return usualProcesses;
  return { directory: each, training: each, accompaniment: each, notifications: each };
}

/** Brings servers and services up in a folder of their own, on free ports. Mail goes to the mailbox, or to a sink of the caller's. */
export async function createWorld(counts: ProcessCounts = usualProcesses, sink?: MailSink): Promise<World> {
  const folder = join(tmpdir(), `ateneu-faults-${randomBytes(5).toString('hex')}`);
  // PostgreSQL may run as another user than we do, and must be able to get there.
  await mkdir(join(folder, 'logs'), { recursive: true, mode: 0o755 });
  const watchdog = startWatchdog();
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (keep: boolean): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step().catch((error: unknown) => console.error(error));
    watchdog.dismiss();
    if (keep) return;
    const data = await realpath(join(folder, 'postgres')).catch(() => undefined);
    for (const path of [data, folder]) if (path !== undefined) await rm(path, { recursive: true, force: true });
  };
  try {
    return { ...(await build(folder, watchdog, undo, counts, sink)), close };
  } catch (error) {
    await close(true);
    throw error;
  }
}

async function build(
  folder: string,
  watchdog: Watchdog,
  undo: (() => Promise<unknown>)[],
  counts: ProcessCounts,
  sink: MailSink | undefined,
): Promise<Omit<World, 'close'>> {
  const { settings, extraPorts } = await chooseSettings(folder, counts);
  const { paths, ports } = settings;
  const secrets = await keepSecrets(paths.secretsFile);
  const trust = await keepTrust(paths.trustFile);
  const credentials = await writeCredentials(trust, paths.credentials);
  const mailbox = await openMailbox(paths.mail, 1_000_000);
  const smtp = createSmtpServer(sink ?? mailbox);
  smtp.on('error', () => {
    // A sender that is killed in the middle of a sentence is what we are here for.
  });
  await new Promise<void>((resolve) => smtp.listen(ports.smtp, localHost, resolve));
  undo.push(() => new Promise<void>((resolve) => smtp.close(resolve)));

  const [postgres, nats] = await Promise.all([startDatabase(settings, secrets), startBroker(settings, trust)]);
  undo.push(
    () => postgres.stop(),
    () => nats.stop(),
  );
  const [databasePort = 0, brokerPort = 0] = extraPorts.splice(0, 2);
  const links = {
    database: await openLink(databasePort, ports.postgres),
    broker: await openLink(brokerPort, ports.nats),
  };
  undo.push(
    () => links.database.close(),
    () => links.broker.close(),
  );
  const behindLinks = { ...settings, ports: { ...ports, postgres: databasePort, nats: brokerPort } };
  const issuerScript = join(import.meta.dirname, '../../issuer/main.ts');
  const issuer = startProcess(issuerScript, environmentOf(issuerEnvironment(settings), folder), watchdog);
  undo.push(() => issuer.stop());
  await provisionDatabases(postgres.url, secrets);
  const databases = createDatabases(postgres.url, secrets, ports.postgres);
  undo.push(() => databases.close());
  const admin = await connectBroker({ servers: nats.url, credentials: credentials.admin, name: 'admin' });
  undo.push(() => admin.close());
  await ensureTopology(admin);

  const scriptOf = (name: ServiceName): string => join(paths.root, 'services', name, 'src/main.ts');
  const environment = (name: ServiceName): NodeJS.ProcessEnv =>
    environmentOf(
      { ...serviceEnvironment(name, { settings: behindLinks, secrets, trust }), RATE_LIMIT_PER_MINUTE: '1000000' },
      folder,
    );
  await Promise.all(serviceNames.map((name) => runScript(scriptOf(name), ['migrate'], environment(name))));
  const instances = serviceNames.flatMap((service) =>
    Array.from({ length: counts[service] }, (_, index) => {
      const name = counts[service] === 1 ? service : `${service}-${'abc'[index]}`;
      const port = index === 0 ? ports.services[service] : (extraPorts.pop() ?? 0);
      const env = { ...environment(service), PORT: String(port) };
      const logFile = join(paths.logs, `${name}.log`);
      return startInstance({ name, service, script: scriptOf(service), port, env, logFile }, watchdog);
    }),
  );
  undo.push(() => Promise.all(instances.map((instance) => instance.stop())));
  const allReady = async (): Promise<boolean> =>
    (await Promise.all(instances.map((instance) => instance.isReady()))).every(Boolean);
  for (const until = Date.now() + 120_000; !(await allReady()); await delay(100)) {
    if (Date.now() > until) throw new Error(`The services did not get ready; their logs are in ${paths.logs}.`);
  }
  const tokenOf = async (id: string): Promise<string> => (await signIn(settings.issuer, id)).accessToken;
  const staff = { technician: await tokenOf('tania'), coordinator: await tokenOf('carme') };
  return { folder, postgres, nats, links, instances, databases, admin, mailbox, staff, allReady };
}

/** The settings of the local platform, on ports that nobody has. */
async function chooseSettings(
  folder: string,
  counts: ProcessCounts,
): Promise<{ settings: Settings; extraPorts: number[] }> {
  const more = Object.values(counts).reduce((sum, count) => sum + count - 1, 0);
  const base = readSettings({ ATENEU_DATA_DIR: folder });
  const free = await freePorts(15 + more);
  const port = (): number => free.pop() ?? 0;
  const ports = {
    origin: port(),
    services: { directory: port(), training: port(), accompaniment: port(), notifications: port() },
    issuer: port(),
    web: port(),
    mail: port(),
    nats: port(),
    natsMonitor: port(),
    natsWebsocket: port(),
    postgres: port(),
    smtp: port(),
  };
  const origin = `http://${localHost}:${ports.origin}`;
  // There is no proxy in front here: the issuer is reached directly.
  const issuer = `http://${localHost}:${ports.issuer}/issuer`;
  return { settings: { ...base, ports, origin, issuer }, extraPorts: free };
}

function startDatabase({ ports, paths }: Settings, secrets: Secrets): Promise<BreakableServer> {
  return startBreakable(
    () =>
      startPostgres({
        dataDir: paths.postgres,
        port: ports.postgres,
        host: localHost,
        password: secrets.superuser,
        // Everything durable, as a server has it by default: it is going to be killed.
        settings: { max_connections: 200, fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
        logFile: join(paths.logs, 'postgres.log'),
      }),
    () => postgresPid(paths.postgres),
  );
}

function startBroker({ ports, paths }: Settings, trust: Trust): Promise<BreakableServer> {
  const dataDir = join(paths.nats, 'data');
  return startBreakable(
    () =>
      startNats({
        trust,
        dataDir,
        host: localHost,
        port: ports.nats,
        monitorPort: ports.natsMonitor,
        syncAlways: true,
        logFile: join(paths.logs, 'nats.log'),
      }),
    () => pidByArgument(join(dataDir, 'nats-server.conf')),
  );
}

/** A process that is killed again and again starts quicker with its code compiled. */
function environmentOf(own: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  return { ...inheritedEnvironment(process.env), NODE_COMPILE_CACHE: join(folder, 'compiled'), ...own };
}
