export type { Contact } from './details.ts';
export { type DetailField, differences, type FieldChange, isSame, withChanges } from './differences.ts';
export { decide as decideInitiative } from './initiative.decide.ts';
export { publicFacts } from './initiative.publications.ts';
export { detailsOf, InitiativeEntity, type InitiativeRow, toState } from './initiative.entity.ts';
export {
  initiativeCodeUnknown,
  initiativeNotFound,
  initiativeSummaryMissing,
  initiativeWrongState,
} from './initiative.errors.ts';
export { createInitiativeStore, type InitiativeStore, type InitiativeVersion } from './initiative.store.ts';
export { initiativeRoutes, type InitiativeRoutes } from './initiative.routes.ts';
export { type ConsentContext, detailsFrom, detailsSchema, fieldsFrom, positionSchema } from './details.schemas.ts';
export { localizedSchema, publicInitiativeSchema } from './initiative.schemas.ts';
export { type LocalizedFields, localizedFields } from './localized-fields.ts';
export {
  type InitiativeEvent,
  initialInitiative,
  type InitiativeDetails,
  initiativeStatuses,
  type Proposer,
} from './initiative.ts';
export { findFreeSlugs } from './slug.store.ts';
export { evolve as evolveInitiative } from './initiative.ts';
export { onEntityCreated, type OpenCorrection } from './on-entity-created.subscriber.ts';
export { positionColumn, type PublicInitiative } from './read-initiatives.query.ts';
export { readPublicInitiative, readStaffInitiative } from './read-initiatives.query.ts';
export { freeSlug, slugOf } from './slug.ts';
