export { createProject } from './accompaniment.origin.ts';
export { AccompanimentEntity } from './accompaniment.entity.ts';
export { accompanimentRoutes } from './accompaniment.routes.ts';
export { createAccompanimentStore } from './accompaniment.store.ts';
export { onInitiativePublished } from './on-initiative-published.subscriber.ts';
export { ProjectEntity } from './project.entity.ts';
