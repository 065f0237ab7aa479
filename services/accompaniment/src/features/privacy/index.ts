export { privacyRoutes } from './privacy.routes.ts';
export { type RetentionPolicy } from './retention.ts';
export { runRetention } from './run-retention.job.ts';
