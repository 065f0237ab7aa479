export { AccompanimentEntity } from './accompaniment.entity.ts';
export { accompanimentRoutes } from './accompaniment.routes.ts';
export { createAccompanimentStore } from './accompaniment.store.ts';
