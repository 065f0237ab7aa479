export { type ReferralCommand, decide as decideReferral, decideAll as decideAllReferral } from './referral.decide.ts';
export { ReferralEntity } from './referral.entity.ts';
export type { ReferralLinks } from './referral.links.ts';
export { createRerouting } from './referral.rerouting.ts';
export { referralRoutes } from './referral.routes.ts';
export { consentSchema, personSchema, projectSchema } from './referral.schemas.ts';
export { createReferralStore, type ReferralStore } from './referral.store.ts';
export { declineReasons, modalities, type Person, type ReferredProject } from './referral.ts';
export { sweepDeadlines } from './sweep-deadlines.job.ts';
