export { sendDigests } from './send-digests.job.ts';
export { subscriptionRoutes, type SubscriptionRoutes } from './subscription.routes.ts';
export { createSubscriptionStore, type SubscriptionStore } from './subscription.store.ts';
