export { freshnessRoutes, type FreshnessRoutes } from './freshness.routes.ts';
export { createFreshnessStore, type FreshnessStore } from './freshness.store.ts';
