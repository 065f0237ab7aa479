import { streams } from '@ateneu/messaging';
import { partnerApiPrefix } from '@ateneu/messaging/accounts';
import { findNeighbourhood, findSector } from '@ateneu/reference-data';
import { emailSchema, languageSchema, personNameSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import type { PartnerCredentials } from './partner.credentials.ts';
import { partnerCodeUnknown } from './partner.errors.ts';
import { type PartnerProfile, partnerStatuses } from './partner.ts';

const acceptsSchema = z
  .object({
    modalities: z
      .array(z.enum(['creation', 'consolidation', 'transformation']))
      .min(1)
      .max(3)
      .optional(),
    sectors: z.array(z.string().max(60)).min(1).max(20).optional().describe('Codes of the sectors.'),
    neighbourhoods: z.array(z.string().max(10)).min(1).max(20).optional().describe('Codes of the barris.'),
  })
  .describe('What it takes on; an absent list means everything of its kind.');

const contactsSchema = z
  .array(
    z.object({
      name: personNameSchema,
      role: safeText({ min: 1, max: 100 }).optional(),
      email: emailSchema,
      phone: safeText({ min: 3, max: 30 }).optional(),
    }),
  )
  .max(20);

export const profileSchema = z.object({
  name: safeText({ min: 2, max: 150 }),
  contactEmail: emailSchema.describe('Where the platform writes to.'),
  contacts: contactsSchema.default([]).describe('Whom staff talk to.'),
  languages: z.array(languageSchema).min(1).max(3).default(['ca']).describe('Best first.'),
  accepts: acceptsSchema.default({}),
});

/** A partner as staff read it. */
export const partnerSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(partnerStatuses),
  name: z.string(),
  contactEmail: z.string(),
  contacts: contactsSchema,
  languages: z.array(languageSchema),
  accepts: acceptsSchema,
  accountKey: z.string().nullable().describe('The public key of its account at the broker.'),
  credentialsSince: z.iso.datetime().nullable(),
  earlierCredentialsUntil: z.iso.datetime().nullable().describe('Until when rotated credentials still work.'),
  suspensionReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** What a change answers with. */
export const versionSchema = z.object({ id: z.uuid(), version: z.int(), status: z.enum(partnerStatuses) });

/** What is handed to a partner, once. */
export const credentialsSchema = z.object({
  creds: z.string().describe('The text of the `.creds` file.'),
  apiKey: z.string().describe('For `Authorization: Bearer …` on the partner API.'),
  nats: z.object({
    servers: z.array(z.string()),
    stream: z.literal('REFERRALS'),
    consumer: z.string().describe('The durable consumer, made for it.'),
    apiPrefix: z.string().describe('The prefix under which it finds its part of the JetStream API.'),
  }),
  earlierUntil: z.iso.datetime().nullable().describe('Until when the earlier ones work; null where none do.'),
});

/** Credentials as they are handed over, with where the broker is. */
export function credentialsView(
  { creds, apiKey, accountKey, earlierUntil }: PartnerCredentials,
  servers: readonly string[],
): z.output<typeof credentialsSchema> {
  const nats = {
    servers: [...servers],
    stream: streams.referrals,
    consumer: accountKey,
    apiPrefix: partnerApiPrefix,
  };
  return { creds, apiKey, nats, earlierUntil: earlierUntil?.toISOString() ?? null };
}

/**
 * Checks the codes against the reference data.
 *
 * @throws DomainError `accompaniment.partner.code-unknown`
 */
export function profileFrom(input: z.output<typeof profileSchema>): PartnerProfile {
  for (const value of input.accepts.sectors ?? []) {
    if (findSector(value) === undefined) throw partnerCodeUnknown({ field: 'accepts.sectors', value });
  }
  for (const value of input.accepts.neighbourhoods ?? []) {
    if (findNeighbourhood(value) === undefined) throw partnerCodeUnknown({ field: 'accepts.neighbourhoods', value });
  }
  return { ...input, languages: [...new Set(input.languages)] };
}
