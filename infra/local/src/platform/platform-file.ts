import { rm } from 'node:fs/promises';

import { z } from 'zod';

import { readIfThere, writePrivateFile } from '../files.ts';
import { demoStaff } from '../issuer/staff.ts';
import { type ServiceName, serviceNames, type Settings } from '../settings.ts';
import { findHolder } from './lock.ts';
import { localHost } from './service-environment.ts';

const platformSchema = z.object({
  /** The process that runs it all. */
  pid: z.number(),
  startedAt: z.string(),
  origin: z.string(),
  issuer: z.string(),
  audience: z.string(),
  /** Who can sign in. */
  staff: z.array(z.string()),
  /** Where each service is: through the origin, and by itself. */
  services: z.record(z.string(), z.object({ url: z.string(), direct: z.string() })),
  mail: z.object({ url: z.string(), smtpPort: z.number() }),
  nats: z.object({ url: z.string(), websocketUrl: z.string(), monitorUrl: z.string() }),
  postgres: z.object({ host: z.string(), port: z.number() }),
  logs: z.string(),
});

/** Where everything of a running platform is. It holds no secret. */
export type PlatformDescription = z.infer<typeof platformSchema>;

/** Describes the platform that these settings make, run by this process. */
export function describePlatform(
  settings: Settings,
  names: readonly ServiceName[] = serviceNames,
): PlatformDescription {
  const { ports, paths, origin, issuer, audience } = settings;
  return {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    origin,
    issuer,
    audience,
    staff: demoStaff.map(({ id }) => id),
    services: Object.fromEntries(
      names.map((name) => [name, { url: `${origin}/${name}`, direct: `http://${localHost}:${ports.services[name]}` }]),
    ),
    mail: { url: `${origin}/mail`, smtpPort: ports.smtp },
    nats: {
      url: `nats://${localHost}:${ports.nats}`,
      websocketUrl: `ws://${localHost}:${ports.natsWebsocket}`,
      monitorUrl: `http://${localHost}:${ports.natsMonitor}`,
    },
    postgres: { host: localHost, port: ports.postgres },
    logs: paths.logs,
  };
}

/** Says to other commands that the platform is up. */
export async function writePlatformFile(settings: Settings, description: PlatformDescription): Promise<void> {
  await writePrivateFile(settings.paths.platformFile, `${JSON.stringify(description, null, 2)}\n`);
}

/** Takes it back. */
export async function removePlatformFile(settings: Settings): Promise<void> {
  await rm(settings.paths.platformFile, { force: true });
}

/** The platform that is up in this data folder; `undefined` when none is, or when it was killed. */
export async function readPlatformFile(settings: Settings): Promise<PlatformDescription | undefined> {
  const text = await readIfThere(settings.paths.platformFile);
  if (text === undefined || (await findHolder(settings.paths.run)) === undefined) return undefined;
  return platformSchema.parse(JSON.parse(text));
}
