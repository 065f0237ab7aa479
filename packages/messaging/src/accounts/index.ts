/**
 * Who may do what at the broker: the operator's keys, the accounts of the platform and of each partner, and the
 * credentials of services and people. Everything is signed here; the broker only verifies.
 *
 * @packageDocumentation
 */
export { pushAccountClaims } from './claims.ts';
export { type CoreAccount, createCoreAccount } from './core-account.ts';
export {
  createPartnerConsumer,
  deletePartnerConsumer,
  issuePartnerAccount,
  type PartnerAccount,
  partnerApiPrefix,
  rotatePartnerUser,
  suspendPartnerAccount,
} from './partner-account.ts';
export { renderServerConfig, type ServerConfigOptions } from './server-config.ts';
export { coreAdminUser, coreServiceUser, inboxPrefixOf, refusedConnectionSubjects, systemUser } from './users.ts';
export { createTrust, type Trust } from './trust.ts';
