import { platformMigrations } from '@ateneu/persistence';

import { EnrolmentEntity } from '../features/enrolment/index.ts';
import { SessionEntity } from '../features/session/index.ts';
import { enrolments } from './migrations/202611240110_enrolments.ts';
import { sessions } from './migrations/202611240100_sessions.ts';

/** Every table of the service that the ORM maps. */
export const entities = [SessionEntity, EnrolmentEntity];

/** Every migration of the service, oldest first. */
export const migrations = [...platformMigrations, sessions, enrolments];
