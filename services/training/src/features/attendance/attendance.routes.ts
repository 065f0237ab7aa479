import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { AttendanceStore } from '../enrolment/index.ts';
import { printAttendanceSheet } from './attendance-sheet.route.ts';
import { readCourseAttendance } from './course-attendance.route.ts';
import { headCounts } from './head-counts.route.ts';
import { readAttendance } from './read-attendance.route.ts';
import { recordAttendance } from './record-attendance.route.ts';
import { walkIn } from './walk-in.route.ts';

/** What the feature's routes work with. */
export interface AttendanceContext {
  app: App;
  store: AttendanceStore;
  database: Database;
  clock: Clock;
}

/** Every use case of attendance over HTTP; staff's, all of them. */
export function attendanceRoutes(context: AttendanceContext): void {
  readAttendance(context);
  recordAttendance(context);
  walkIn(context);
  headCounts(context);
  readCourseAttendance(context);
  printAttendanceSheet(context);
}
