import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { keepSecrets, keepTrust } from '@ateneu/local/platform/secrets';
import { inheritedEnvironment, serviceEnvironment, webEnvironment } from '@ateneu/local/platform/service-environment';
import { createProxyApp } from '@ateneu/local/proxy/app';
import { type Route, routes, upstreamVariable } from '@ateneu/local/proxy/routes';
import { serviceNames, type Settings } from '@ateneu/local/settings';

import { type Instance, migrate, type Part, startInstance, type Version } from '../versions/running-service.ts';

/** What is rolled out, in the order in which it is: the pages last, since they call what the services offer. */
export const parts: readonly Part[] = [...serviceNames, 'web'];

/** Longer than the origin takes to see that an instance is leaving. */
const graceMs = 2_000;

/** Instances of some parts beside a platform, behind an origin of their own. */
export interface Rollout {
  /** Where people go: `http://127.0.0.1:29088`. */
  readonly origin: string;
  /** Migrates and starts the first instance of a part. */
  start(part: Part, version: Version): Promise<void>;
  migrate(part: Part, version: Version): Promise<void>;
  /** Starts another instance beside the one that runs, and once it is ready tells that one to stop. */
  roll(part: Part, version: Version): Promise<void>;
  /** Opens the origin. What was not started here is the platform's own. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Prepares it beside a platform that runs with these settings, in the ports of its block that nobody else has. */
export async function createRollout(settings: Settings): Promise<Rollout> {
  const base = settings.ports.origin;
  /** Each part has two addresses, and the origin knows both. */
  const portOf = (part: Part, at: 0 | 1): number => base + 27 + parts.indexOf(part) * 2 + at;
  const originPort = base + 38;
  const origin = `http://127.0.0.1:${originPort}`;
  const secrets = await keepSecrets(settings.paths.secretsFile);
  const trust = await keepTrust(settings.paths.trustFile);
  const running = new Map<Part, { instance: Instance; at: 0 | 1 }>();
  await mkdir(settings.paths.logs, { recursive: true });

  const environmentOf = (part: Part, at: 0 | 1): NodeJS.ProcessEnv => ({
    ...inheritedEnvironment(process.env),
    ...(part === 'web'
      ? { ...webEnvironment(settings, secrets), ...upstreamsAt(origin) }
      : serviceEnvironment(part, { settings, secrets, trust })),
    PORT: String(portOf(part, at)),
    PUBLIC_URL: origin,
    DOCUMENTS_FOLDER: join(settings.paths.data, 'documents'),
    SHUTDOWN_GRACE_MS: String(graceMs),
    RATE_LIMIT_PER_MINUTE: '1000000',
    INTAKE_PER_MINUTE: '1000000',
    PROPOSALS_PER_MINUTE: '1000000',
  });
  const begin = async (part: Part, version: Version, at: 0 | 1): Promise<void> => {
    const instance = await startInstance(part, version, environmentOf(part, at), settings.paths.logs);
    running.set(part, { instance, at });
  };
  const upstreamsOf = ({ name }: Route): string[] => {
    const part = parts.find((one) => one === name);
    if (part === undefined) return [`http://127.0.0.1:${settings.ports.issuer}`];
    if (running.has(part)) return [0, 1].map((at) => `http://127.0.0.1:${portOf(part, at === 0 ? 0 : 1)}`);
    return [`http://127.0.0.1:${part === 'web' ? settings.ports.web : settings.ports.services[part]}`];
  };
  let proxy: ReturnType<typeof createProxyApp> | undefined;

  return {
    origin,
    start: async (part, version) => {
      await migrate(part, version, environmentOf(part, 0));
      await begin(part, version, 0);
    },
    migrate: (part, version) => migrate(part, version, environmentOf(part, 0)),
    roll: async (part, version) => {
      const before = running.get(part);
      if (before === undefined) throw new TypeError(`${part} does not run.`);
      await begin(part, version, before.at === 0 ? 1 : 0);
      await before.instance.stop();
    },
    open: async () => {
      proxy = createProxyApp({
        routes,
        upstreamsOf,
        landing: { origin, issuer: settings.issuer, natsUrl: '', natsWebsocketUrl: '' },
        readDocument: () => Promise.resolve(undefined),
      });
      await proxy.listen({ host: '127.0.0.1', port: originPort });
    },
    close: async () => {
      await Promise.all([...running.values()].map(({ instance }) => instance.stop().catch(console.error)));
      await proxy?.close();
    },
  };
}

/** The pages call the services as people do: through what knows which instance is ready. */
function upstreamsAt(origin: string): NodeJS.ProcessEnv {
  return Object.fromEntries(
    routes
      .filter(({ service, strip }) => service && strip)
      .map((route) => [upstreamVariable(route), origin + route.prefix]),
  );
}
