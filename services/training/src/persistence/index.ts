import { platformMigrations } from '@ateneu/persistence';

import { EnrolmentEntity } from '../features/enrolment/index.ts';
import { SessionEntity } from '../features/session/index.ts';
import { attendance } from './migrations/202611240220_attendance.ts';
import { enrolments } from './migrations/202611240110_enrolments.ts';
import { calendars } from './migrations/202611240200_calendars.ts';
import { reschedules } from './migrations/202611240210_reschedules.ts';
import { sessions } from './migrations/202611240100_sessions.ts';

/** Every table of the service that the ORM maps. */
export const entities = [SessionEntity, EnrolmentEntity];

/** Every migration of the service, oldest first. */
export const migrations = [...platformMigrations, sessions, enrolments, calendars, reschedules, attendance];
