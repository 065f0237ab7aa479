export { goodPracticeRoutes, type GoodPracticeRoutes } from './good-practice.routes.ts';
export { createGoodPracticeStore, type GoodPracticeStore } from './good-practice.store.ts';
