import type { Language } from '@ateneu/kernel';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Accepts, ExistingPartner, PartnerContact } from './partner.ts';

/** The row of a partner. API keys are in a table of their own. */
export const PartnerEntity = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    status: p.string().$type<ExistingPartner['status']>(),
    name: p.string(),
    contactEmail: p.string(),
    contacts: p.json<PartnerContact[]>(),
    languages: p.array<Language>(),
    accepts: p.json<Accepts>(),
    accountKey: p.string().nullable(),
    accountSeed: p.string().nullable(),
    credentialsSince: p.datetime().nullable(),
    revokedBefore: p.datetime().nullable(),
    revokeNextBefore: p.datetime().nullable(),
    revokeNextAt: p.datetime().nullable(),
    claimsStale: p.boolean(),
    suspensionReason: p.string().nullable(),
    /** The version that the platform was last told of, as code from before announcements were numbered keeps it. */
    toldVersion: p.integer().nullable(),
    /** How many times the platform was told of it, which orders what it is told. */
    announcement: p.integer(),
    /** The version that it was last told of. */
    announcedVersion: p.integer().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type PartnerRow = InferEntity<typeof PartnerEntity>;

/** The state as columns; the sealed seed is the store's own business. */
export function toColumns(state: ExistingPartner) {
  return {
    status: state.status,
    name: state.profile.name,
    contactEmail: state.profile.contactEmail,
    contacts: [...state.profile.contacts],
    languages: [...state.profile.languages],
    accepts: state.profile.accepts,
    accountKey: state.accountKey ?? null,
    credentialsSince: state.credentialsSince ?? null,
    revokedBefore: state.revokedBefore ?? null,
    revokeNextBefore: state.revokeNext?.before ?? null,
    revokeNextAt: state.revokeNext?.at ?? null,
    suspensionReason: state.status === 'suspended' ? (state.reason ?? null) : null,
  };
}

/** The state that a row holds. */
export function toState(row: PartnerRow): ExistingPartner {
  const common = {
    id: row.id,
    profile: profileOf(row),
    accountKey: row.accountKey ?? undefined,
    credentialsSince: row.credentialsSince ?? undefined,
    revokedBefore: row.revokedBefore ?? undefined,
    revokeNext: revokeNextOf(row),
  };
  return row.status === 'suspended'
    ? { status: row.status, ...common, reason: row.suspensionReason ?? undefined }
    : { status: row.status, ...common };
}

function profileOf({ name, contactEmail, contacts, languages, accepts }: PartnerRow): ExistingPartner['profile'] {
  return { name, contactEmail, contacts, languages, accepts };
}

function revokeNextOf({ revokeNextBefore: before, revokeNextAt: at }: PartnerRow): ExistingPartner['revokeNext'] {
  return before instanceof Date && at instanceof Date ? { before, at } : undefined;
}
