export { accompanimentAbandonReasons } from './accompaniment-abandon-reasons.ts';
export { correctionRejectionReasons } from './correction-rejection-reasons.ts';
export { initiativeRejectionReasons } from './initiative-rejection-reasons.ts';
export { modalityTerms } from './modalities.ts';
export { referralDeclineReasons } from './referral-decline-reasons.ts';
export { referralOutcomes } from './referral-outcomes.ts';
export { referralCodesVersion } from './referral-codes-version.ts';
export { referralStatusTerms } from './referral-statuses.ts';
export { findTerm, type Term } from './term.ts';
