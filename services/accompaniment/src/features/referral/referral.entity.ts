import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Direction, ReferralStatus } from './referral-transitions.ts';
import type {
  Consent,
  DeclineReason,
  ExistingReferral,
  Modality,
  Person,
  ReferralOutcome,
  ReferredProject,
} from './referral.ts';

/** A consent as JSON keeps it. */
type StoredConsent = Omit<Consent, 'withdrawnAt'> & { withdrawnAt?: string | undefined };

/** The row of a referral. */
export const ReferralEntity = defineEntity({
  name: 'Referral',
  tableName: 'referral',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    status: p.string().$type<ReferralStatus>(),
    direction: p.string().$type<Direction>(),
    partnerId: p.uuid(),
    partnerReference: p.string().nullable(),
    modality: p.string().$type<Modality>(),
    project: p.json<ReferredProject>(),
    person: p.json<Person>(),
    consent: p.json<StoredConsent>().nullable(),
    reason: p.string().$type<DeclineReason>().nullable(),
    note: p.string().nullable(),
    outcome: p.string().$type<ReferralOutcome>().nullable(),
    reroutedTo: p.uuid().nullable(),
    reroutedFrom: p.uuid().nullable(),
    /** The first referral of the chain of reroutings; its own id where there is none. */
    chainId: p.uuid(),
    projectId: p.uuid().nullable(),
    documentIds: p.array(),
    sentAt: p.datetime().nullable(),
    remindedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type ReferralRow = InferEntity<typeof ReferralEntity>;

/** The state as columns. */
export function toColumns(state: ExistingReferral) {
  const { consent } = state;
  return {
    status: state.status,
    direction: state.direction,
    partnerId: state.partnerId,
    partnerReference: state.partnerReference ?? null,
    modality: state.modality,
    project: state.project,
    person: state.person,
    consent: consent === undefined ? null : { ...consent, withdrawnAt: consent.withdrawnAt?.toISOString() },
    reason: state.status === 'declined' ? state.reason : null,
    note: state.status === 'declined' ? (state.note ?? null) : null,
    outcome: state.status === 'closed' ? state.outcome : null,
    reroutedTo: state.status === 'rerouted' ? state.reroutedTo : null,
    reroutedFrom: state.reroutedFrom?.id ?? null,
    chainId: state.reroutedFrom?.chainId ?? state.id,
    projectId: state.projectId ?? null,
    documentIds: [...(state.documentIds ?? [])],
    sentAt: state.sentAt ?? null,
    remindedAt: state.remindedAt ?? null,
  };
}

/** The state that a row holds. */
export function toState(row: ReferralRow): ExistingReferral {
  const common = {
    id: row.id,
    direction: row.direction,
    partnerId: row.partnerId,
    partnerReference: row.partnerReference ?? undefined,
    modality: row.modality,
    project: row.project,
    person: row.person,
    consent: consentOf(row.consent ?? undefined),
    reroutedFrom:
      row.reroutedFrom === null || row.reroutedFrom === undefined
        ? undefined
        : { id: row.reroutedFrom, chainId: row.chainId },
    projectId: row.projectId ?? undefined,
    documentIds: row.documentIds,
    sentAt: row.sentAt ?? undefined,
    remindedAt: row.remindedAt ?? undefined,
  };
  switch (row.status) {
    case 'declined':
      return { status: row.status, ...common, reason: row.reason ?? 'other', note: row.note ?? undefined };
    case 'closed':
      return { status: row.status, ...common, outcome: row.outcome ?? 'none' };
    case 'rerouted':
      if (row.reroutedTo === null || row.reroutedTo === undefined) {
        throw new TypeError(`Referral ${row.id} was rerouted nowhere.`);
      }
      return { status: row.status, ...common, reroutedTo: row.reroutedTo };
    default:
      return { status: row.status, ...common };
  }
}

function consentOf(stored: StoredConsent | undefined): Consent | undefined {
  if (stored === undefined) return undefined;
  const { withdrawnAt, ...given } = stored;
  return { ...given, withdrawnAt: withdrawnAt === undefined ? undefined : new Date(withdrawnAt) };
}
