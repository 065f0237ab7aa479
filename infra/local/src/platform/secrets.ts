import { randomBytes } from 'node:crypto';

import { coreAdminUser, coreServiceUser, createTrust, systemUser, type Trust } from '@ateneu/messaging/accounts';
import { join } from 'node:path';
import { z } from 'zod';

import { keepJson, writePrivateFile } from '../files.ts';
import { serviceNames } from '../settings.ts';

const secretsSchema = z.object({
  superuser: z.string().min(20),
  postgres: z.record(z.enum(serviceNames), z.string().min(20)),
  /** Seals the seeds of partners' accounts in accompaniment's database. */
  credentialsKey: z.string().length(43),
});

/** What this machine alone knows: database passwords, and the key of sealed columns. */
export type Secrets = z.infer<typeof secretsSchema>;

/** Reads the local secrets, or makes them the first time. */
export async function keepSecrets(path: string): Promise<Secrets> {
  const password = (): string => randomBytes(24).toString('base64url');
  return keepJson(path, secretsSchema, () =>
    Promise.resolve({
      superuser: password(),
      postgres: {
        directory: password(),
        training: password(),
        accompaniment: password(),
        notifications: password(),
      },
      credentialsKey: randomBytes(32).toString('base64url'),
    }),
  );
}

const account = z.looseObject({ publicKey: z.string(), seed: z.string(), jwt: z.string() });
const trustSchema: z.ZodType<Trust> = z.object({
  operator: z.object({
    publicKey: z.string(),
    seed: z.string(),
    signingPublicKey: z.string(),
    signingSeed: z.string(),
    jwt: z.string(),
  }),
  system: account,
  core: account as unknown as z.ZodType<Trust['core']>,
});

/** Reads the broker's trust, or makes it the first time: partners' credentials hang from it, so it must not change. */
export async function keepTrust(path: string): Promise<Trust> {
  return keepJson(path, trustSchema, createTrust);
}

/** The `.creds` files of a folder, by who uses them. */
export interface CredentialFiles {
  service(name: string): string;
  readonly admin: string;
  readonly system: string;
}

/** Where credentials are, in a folder that {@link writeCredentials} fills. */
export function credentialFiles(folder: string): CredentialFiles {
  return {
    service: (name) => join(folder, `${name}.creds`),
    admin: join(folder, 'admin.creds'),
    system: join(folder, 'system.creds'),
  };
}

/**
 * Writes a `.creds` file for every service, for the administrator of the streams and for whoever pushes account
 * claims. They are made anew each time; older ones stay good as long as the trust does.
 */
export async function writeCredentials(trust: Trust, folder: string): Promise<{ admin: string }> {
  const files = credentialFiles(folder);
  const admin = await coreAdminUser(trust.core.seed);
  await Promise.all([
    writePrivateFile(files.admin, admin),
    systemUser(trust.system.seed).then((text) => writePrivateFile(files.system, text)),
    ...serviceNames.map(async (name) =>
      writePrivateFile(files.service(name), await coreServiceUser(trust.core.seed, name)),
    ),
  ]);
  return { admin };
}
