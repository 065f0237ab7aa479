export { programmeFrom, programmeSchema, publicProgramme, publicProgrammeSchema } from './programme.schemas.ts';
export { referenceRoutes } from './reference.routes.ts';
