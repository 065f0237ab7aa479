export { jobInsertionRoutes } from './job-insertion.routes.ts';
export { createInsertionStore } from './job-insertion.store.ts';
