export { InitiativeEntity } from './initiative.entity.ts';
export { createInitiativeStore, type InitiativeStore } from './initiative.store.ts';
export { initiativeRoutes, type InitiativeRoutes } from './initiative.routes.ts';
export { onEntityCreated } from './on-entity-created.subscriber.ts';
