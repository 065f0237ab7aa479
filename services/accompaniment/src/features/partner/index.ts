export { announcePartners } from './announce-partners.job.ts';
export { authenticatePartner } from './authenticate-partner.query.ts';
export { createCredentialsDesk } from './partner.credentials.ts';
export { PartnerEntity } from './partner.entity.ts';
export { partnerRoutes } from './partner.routes.ts';
export { createPartnerStore } from './partner.store.ts';
export { createPartnerAccounts } from './partner-account.broker.ts';
export { createClaimsSync } from './partner-claims.sync.ts';
export { type PartnerStanding, readPartnerStanding } from './partner-standing.query.ts';
