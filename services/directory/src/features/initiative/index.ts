export { InitiativeEntity } from './initiative.entity.ts';
export { initiativeCodeUnknown } from './initiative.errors.ts';
export { createInitiativeStore, type InitiativeStore } from './initiative.store.ts';
export { initiativeRoutes, type InitiativeRoutes } from './initiative.routes.ts';
export { positionSchema, publicInitiativeSchema } from './initiative.schemas.ts';
export { onEntityCreated } from './on-entity-created.subscriber.ts';
export { iso, positionColumn, type PublicInitiative } from './read-initiatives.query.ts';
