import { resolve } from 'node:path';

import { baseConfig, type Environment, readConfig as read } from '@ateneu/service-kit';
import { workbooksKeptDays } from '@ateneu/service-kit/kept-workbooks';
import { z } from 'zod';

import type { StorageLocation } from './features/document/index.ts';

const sealingKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What accompaniment needs besides what every service does: the keys with which it makes partners' accounts. */
export const configSchema = z.object({
  ...baseConfig,
  NATS_PUBLIC_URL: z
    .string()
    .regex(/^(nats|tls|ws|wss):\/\/\S+$/)
    .transform((text) => text.split(',').map((part) => part.trim()))
    .optional()
    .describe('The broker as partners reach it, if not by NATS_URL; several with commas between them.')
    .meta({ example: 'tls://nats.example.org:4222' }),
  NATS_OPERATOR_SIGNING_SEED: z
    .string()
    .regex(/^SO[A-Z2-7]{56}$/)
    .describe('The seed of the operator’s signing key (`SO…`), which signs partners’ accounts. A secret.'),
  NATS_CORE_ACCOUNT: z
    .string()
    .regex(/^A[A-Z2-7]{55}$/)
    .describe('The public key of the services’ account (`A…`), whose exports partners import.'),
  NATS_SYSTEM_CREDS: baseConfig.NATS_CREDS.describe(
    'The `.creds` file of the system account’s user `claims`, which hands account claims to the broker: its path, or its contents.',
  ),
  REFERRAL_REMINDER_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(10)
    .describe(
      'After how many days without an answer the receiver of a referral is reminded, once; before it expires, or never.',
    ),
  REFERRAL_EXPIRY_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('After how many days without an answer a referral expires.'),
  REFERRAL_LINK_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_095)
    .default(365)
    .describe('For how many days after its acceptance a partner’s link is good, to tell how the work goes.'),
  DOCUMENTS_FOLDER: z
    .string()
    .min(1)
    .default('.data/accompaniment-documents')
    .describe('The folder that documents are kept in, where no bucket is named. Back it up with the database.'),
  DOCUMENTS_S3_BUCKET: z
    .string()
    .min(1)
    .optional()
    .describe('The bucket that documents are kept in instead, of any store that speaks S3; needs the keys too.'),
  DOCUMENTS_S3_ENDPOINT: z.url().optional().describe('Where the store is, if it is not Amazon’s.'),
  DOCUMENTS_S3_REGION: z.string().min(1).default('eu-south-2').describe('The region of the bucket.'),
  DOCUMENTS_S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('The access key to the bucket.'),
  DOCUMENTS_S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('Its secret. A secret.'),
  RETENTION_MONTHS: z.coerce
    .number()
    .int()
    .min(1)
    .max(240)
    .default(24)
    .describe('After how many months without anything happening a person’s data is made anonymous.'),
  RETENTION_WARNING_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('How many days before that the person is warned.'),
  SUBSIDY_RETENTION_YEARS: z.coerce
    .number()
    .int()
    .min(0)
    .max(30)
    .default(5)
    .describe(
      'For how many years from the end of a call the funder may audit it; what it needs is kept apart until then.',
    ),
  WORKBOOKS_KEPT_DAYS: workbooksKeptDays,
  INTAKE_CONFIRM_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(72)
    .describe('How many hours the link is good for with which a person confirms a request.'),
  INTAKE_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(10)
    .describe('Requests for accompaniment a minute that one address may send to one process.'),
  PARTNER_SIGN_IN_PAGE: z
    .string()
    .refine((text) => text.includes('{secret}') && URL.canParse(text.replace('{secret}', 'x')))
    .optional()
    .describe('The page that a link leads to with which a partner signs in; by default the desk’s at `PUBLIC_URL`.')
    .meta({ example: 'https://ateneu.example/desk/enter/{secret}' }),
  PARTNER_LINK_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_440)
    .default(20)
    .describe('How many minutes such a link is good for.'),
  PARTNER_SESSION_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(168)
    .default(8)
    .describe('How many hours a partner is signed in for.'),
  PARTNER_SIGN_INS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(5)
    .describe('Requests for such links a minute that one address may send to one process.'),
  CREDENTIALS_KEY: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .pipe(z.tuple([sealingKey], sealingKey))
    .describe(
      '32 random bytes as base64url, without padding: seals the seeds of partners’ accounts in the database. Several with ' +
        'commas between them: the first seals, all open, and a start seals everything with the first. A secret.',
    ),
});

export type Config = z.output<typeof configSchema>;

/** The page on which a partner signs in with its link, with `{secret}` in it. */
export function partnerSignInPage({ PARTNER_SIGN_IN_PAGE, PUBLIC_URL }: Config): string {
  return PARTNER_SIGN_IN_PAGE ?? `${PUBLIC_URL.replace(/\/$/, '')}/desk/enter/{secret}`;
}

/**
 * Where documents are kept.
 *
 * @throws TypeError where a bucket is named without its keys
 */
export function documentsLocation(config: Config): StorageLocation {
  const { DOCUMENTS_S3_BUCKET: bucket, DOCUMENTS_S3_ACCESS_KEY_ID: accessKeyId } = config;
  const { DOCUMENTS_S3_SECRET_ACCESS_KEY: secretAccessKey, DOCUMENTS_S3_REGION: region } = config;
  if (bucket === undefined) return { kind: 'folder', path: resolve(config.DOCUMENTS_FOLDER) };
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new TypeError('DOCUMENTS_S3_BUCKET needs DOCUMENTS_S3_ACCESS_KEY_ID and DOCUMENTS_S3_SECRET_ACCESS_KEY.');
  }
  return { kind: 's3', bucket, region, endpoint: config.DOCUMENTS_S3_ENDPOINT, accessKeyId, secretAccessKey };
}

/** Reads the process's environment; the only place that does. */
export function readConfig(env: Environment): Config {
  return read(configSchema, env);
}
