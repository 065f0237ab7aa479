import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Trust } from '@ateneu/messaging/accounts';

import { loadDemoData } from '../demo/load-demo-data.ts';
import { type ServiceName, serviceNames, type Settings } from '../settings.ts';
import { type BackingServer, startBrokerServer, startDatabaseServer } from './backing.ts';
import { checkMachine } from './checks.ts';
import { allSettled, Interrupted } from './failure.ts';
import { acquireLock } from './lock.ts';
import { describePlatform, type PlatformDescription, removePlatformFile, writePlatformFile } from './platform-file.ts';
import { keepSecrets } from './secrets.ts';
import {
  inheritedEnvironment,
  issuerEnvironment,
  mailEnvironment,
  originEnvironment,
  serviceEnvironment,
  webEnvironment,
} from './service-environment.ts';
import { type ProcessSpec, runToEnd, type Supervised, supervise, type Surroundings } from './supervised.ts';
import type { Terminal } from './terminal.ts';

/** A platform that runs, or is on its way. */
export interface Platform {
  /** Resolves when everything answers; rejects when it cannot. Either way {@link stop} is still to be called. */
  readonly started: Promise<PlatformDescription>;
  /** Stops everything that runs, the last begun first. Safe at any moment, and more than once. */
  stop(): Promise<void>;
}

/** Which services to run and the file that each is started from. */
export type ServiceScripts = Partial<Record<ServiceName | 'web', string>>;

/** The services of this project that are there. */
export function findServices(settings: Settings): ServiceScripts {
  const scripts = [...serviceNames, 'web' as const].map(
    (name) => [name, join(settings.paths.root, 'services', name, 'src/main.ts')] as const,
  );
  return Object.fromEntries(scripts.filter(([, script]) => existsSync(script)));
}

/** Runs the whole platform on this machine. */
export function runPlatform(settings: Settings, terminal: Terminal, scripts: ServiceScripts): Platform {
  const interruption = new AbortController();
  /** How to stop each thing that was begun, in the order of beginning. */
  const undo: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;

  const started = start();
  started.catch(() => undefined);
  return {
    started,
    stop: () => {
      stopping ??= (async () => {
        interruption.abort();
        await started.catch(() => undefined);
        for (const step of undo.toReversed()) {
          await step().catch((error: unknown) => terminal.warn(`While stopping: ${String(error)}`));
        }
      })();
      return stopping;
    },
  };

  async function start(): Promise<PlatformDescription> {
    const { lock, leftovers } = await acquireLock(settings.paths.run);
    undo.push(() => lock.release());
    if (leftovers.stopped.length > 0) {
      terminal.warn(
        `An earlier start was killed and left these running; they are stopped now: ${leftovers.stopped.join(', ')}.`,
      );
    }
    await removePlatformFile(settings);
    await checkMachine(settings);
    const secrets = await keepSecrets(settings.paths.secretsFile);
    const surroundings: Surroundings = { terminal, lock, stopping: interruption.signal };
    const names = serviceNames.filter((name) => scripts[name] !== undefined);

    const [, broker] = await allSettled<unknown>([
      step(() => startDatabaseServer(settings, secrets, surroundings)),
      step(() => startBrokerServer(settings, surroundings)),
      keep(part('issuer', issuerEnvironment(settings)), 'Issuer (demo staff)'),
      keep(part('mail-catcher', mailEnvironment(settings)), 'Mail catcher'),
    ]);
    const { trust } = broker as BackingServer & { trust: Trust };
    await allSettled([...names.map((name) => startService(name, trust)), startWeb()]);
    await keep(part('origin', originEnvironment(settings), 'proxy'), `Origin at ${settings.origin}`);

    const description = describePlatform(settings, names);
    await loadDemoData({ platform: description, note: (text) => terminal.note(text) });
    await writePlatformFile(settings, description);
    undo.push(() => removePlatformFile(settings));
    return description;

    async function step<T extends BackingServer>(begin: () => Promise<T>): Promise<T> {
      const startedAt = performance.now();
      const server = await begin();
      undo.push(() => server.stop());
      terminal.done(server.description, startedAt);
      assertWanted();
      return server;
    }

    async function keep(spec: ProcessSpec, title: string): Promise<Supervised> {
      assertWanted();
      const startedAt = performance.now();
      const supervised = await supervise(spec, surroundings);
      undo.push(() => supervised.stop());
      terminal.done(title, startedAt);
      return supervised;
    }

    /** The site has nothing to migrate, and nothing to wait for. */
    async function startWeb(): Promise<void> {
      if (scripts.web === undefined) return;
      const env = webEnvironment(settings, secrets);
      const readyUrl = `http://${env['HOST']}:${env['PORT']}/health/ready`;
      await keep(processSpec('web', scripts.web, ['serve'], env, readyUrl), `web on port ${env['PORT']}`);
    }

    async function startService(name: ServiceName, trust: Trust): Promise<void> {
      const env = serviceEnvironment(name, { settings, secrets, trust });
      const spec = processSpec(
        name,
        scripts[name] ?? '',
        ['serve'],
        env,
        `http://${env['HOST']}:${env['PORT']}/health/ready`,
      );
      await runToEnd({ ...spec, name: `${name} (migration)`, args: ['migrate'] }, surroundings);
      await keep(spec, `${name} on port ${env['PORT']}`);
    }
  }

  /** One of the local tools of this workspace as a process. */
  function part(name: string, env: NodeJS.ProcessEnv, folder = name): ProcessSpec {
    const script = join(import.meta.dirname, '..', folder, 'main.ts');
    return processSpec(name, script, [], env, `http://${env['HOST']}:${env['PORT']}/health/live`);
  }

  function processSpec(
    name: string,
    script: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    readyUrl: string,
  ): ProcessSpec {
    const logFile = join(settings.paths.logs, `${name}.log`);
    return { name, script, args, env: { ...inheritedEnvironment(process.env), ...env }, logFile, readyUrl };
  }

  function assertWanted(): void {
    if (interruption.signal.aborted) throw new Interrupted();
  }
}
