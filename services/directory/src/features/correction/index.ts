export { correctionEmpty } from './correction.errors.ts';
export { changesFrom, correctableSchema } from './correction.schemas.ts';
export { type CorrectionStore, createCorrectionStore } from './correction.store.ts';
export type { ProposedChange } from './correction.ts';
export { correctionRoutes, type CorrectionRoutes } from './review-corrections.route.ts';
