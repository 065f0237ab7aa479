export { AccompanimentEntity } from './accompaniment.entity.ts';
export { accompanimentNotFound } from './accompaniment.errors.ts';
export { accompanimentRoutes } from './accompaniment.routes.ts';
export { createAccompanimentStore } from './accompaniment.store.ts';
export { isTaxId } from './tax-id.ts';
