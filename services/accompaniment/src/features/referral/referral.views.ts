import { partnerSight } from './partner-sight.ts';
import { type ReferralRow, toState } from './referral.entity.ts';
import { consentHolds, type ExistingReferral } from './referral.ts';

/** What both sides may read whatever happens: how it stands. */
function outlineOf(row: ReferralRow, state: ExistingReferral) {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    direction: row.direction,
    partnerReference: state.partnerReference ?? null,
    modality: row.modality,
    reasonCode: state.status === 'declined' ? state.reason : null,
    outcome: state.status === 'closed' ? state.outcome : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** How much its partner may see of a referral now. */
export function partnerSightOf(row: ReferralRow) {
  return partnerSight(toState(row));
}

/** A referral as its partner may read it now; `undefined` where for the partner it does not exist. */
export function partnerViewOf(row: ReferralRow) {
  const state = toState(row);
  const sight = partnerSight(state);
  if (sight === 'nothing') return undefined;
  return {
    ...outlineOf(row, state),
    project: sight === 'outline' ? null : state.project,
    person: sight === 'contact' ? state.person : null,
    consent: { withdrawnAt: state.consent?.withdrawnAt?.toISOString() ?? null },
  };
}

/** A referral as staff read it. A consent that was taken back hides the person and the project from them as well. */
export function staffViewOf(row: ReferralRow) {
  const state = toState(row);
  const { consent } = state;
  const readable = consent === undefined || consentHolds(consent);
  return {
    ...outlineOf(row, state),
    project: readable ? state.project : null,
    person: readable ? state.person : null,
    consent: consent === undefined ? null : { ...consent, withdrawnAt: consent.withdrawnAt?.toISOString() ?? null },
    note: state.status === 'declined' ? (state.note ?? null) : null,
    reroutedTo: state.status === 'rerouted' ? state.reroutedTo : null,
    reroutedFrom: state.reroutedFrom?.id ?? null,
    remindedAt: state.remindedAt?.toISOString() ?? null,
  };
}
