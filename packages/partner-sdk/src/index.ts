/**
 * What a partner of the Ateneu Cooperatiu de L’Hospitalet installs: receive the events about your referrals, refer
 * projects and answer those referred to you, and verify webhooks.
 *
 * @packageDocumentation
 */
export { type ApiRefusal, type FieldProblem, PartnerApiError, PartnerUnreachableError } from './api-errors.ts';
export {
  type ConsumeReferralsOptions,
  consumeReferrals,
  type ConsumptionStatus,
  type ReferralConsumption,
} from './consume-referrals.ts';
export { accountKeyOf, CredentialsFormatError, CredentialsRefusedError } from './credentials.ts';
export * from './events.ts';
export {
  FeedCursorExpiredError,
  type FeedFollowing,
  type FeedPage,
  type FeedStatus,
  followFeed,
  type FollowFeedOptions,
} from './follow-feed.ts';
export { createPartnerClient, type PartnerClient, type PartnerClientOptions } from './partner-client.ts';
export type {
  NewReferral,
  PartnerReferral,
  ReferralLine,
  ReferredPerson,
  ReferredProject,
  SharedDocument,
  StepResult,
} from './referral.ts';
export { verifyWebhook, type VerifyWebhookOptions, WebhookRefusedError } from './verify-webhook.ts';
export {
  createWebhooksClient,
  type WebhookAttempt,
  type WebhookEndpoint,
  type WebhookEndpointWithSecret,
  type WebhookMessage,
  type WebhooksClient,
} from './webhooks-client.ts';
