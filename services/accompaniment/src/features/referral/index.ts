export { type ReferralCommand, decide as decideReferral } from './referral.decide.ts';
export { ReferralEntity } from './referral.entity.ts';
export { referralRoutes } from './referral.routes.ts';
export { createReferralStore, type ReferralStore } from './referral.store.ts';
