import { platformMigrations } from '@ateneu/persistence';
import { keptWorkbooks } from '@ateneu/service-kit/kept-workbooks';

import { CourseEntity } from '../features/course/index.ts';
import { EnrolmentEntity } from '../features/enrolment/index.ts';
import { SessionEntity } from '../features/session/index.ts';
import { attendance } from './migrations/202611240220_attendance.ts';
import { enrolments } from './migrations/202611240110_enrolments.ts';
import { calendars } from './migrations/202611240200_calendars.ts';
import { reschedules } from './migrations/202611240210_reschedules.ts';
import { courses } from './migrations/202611251000_courses.ts';
import { rooms } from './migrations/202611251010_rooms.ts';
import { offersAndAnswers } from './migrations/202611251020_offers_and_answers.ts';
import { checkInDesks } from './migrations/202611251100_check_in_desks.ts';
import { certificates } from './migrations/202611251200_certificates.ts';
import { surveys } from './migrations/202611251300_surveys.ts';
import { reminders } from './migrations/202611251400_reminders.ts';
import { remindersOfADate } from './migrations/202611260100_reminders_of_a_date.ts';
import { erasures } from './migrations/202611251600_erasures.ts';
import { shuffledAnswers } from './migrations/202611251500_shuffled_answers.ts';
import { sessions } from './migrations/202611240100_sessions.ts';

/** Every table of the service that the ORM maps. */
export const entities = [CourseEntity, SessionEntity, EnrolmentEntity];

/** Every migration of the service, oldest first. */
export const migrations = [
  ...platformMigrations,
  sessions,
  enrolments,
  calendars,
  reschedules,
  attendance,
  courses,
  rooms,
  offersAndAnswers,
  checkInDesks,
  certificates,
  surveys,
  reminders,
  shuffledAnswers,
  erasures,
  remindersOfADate,
  keptWorkbooks,
];
