import { platformMigrations } from '@ateneu/persistence';

import { InitiativeEntity } from '../features/initiative/index.ts';
import { initiatives } from './migrations/202611240100_initiatives.ts';

/** Every table of the service that the ORM maps. */
export const entities = [InitiativeEntity];

/** Every migration of the service, oldest first. */
export const migrations = [...platformMigrations, initiatives];
