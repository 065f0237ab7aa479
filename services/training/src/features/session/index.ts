export { courseOf, type CourseFacts, effectiveProgramme } from './course-of-session.query.ts';
export { decide as decideSession } from './session.decide.ts';
export { SessionEntity, type SessionRow, toState as sessionState } from './session.entity.ts';
export { courseNotFound, sessionNotFound } from './session.errors.ts';
export { sessionRoutes } from './session.routes.ts';
export {
  createSession,
  createSessionStore,
  lockSession,
  type SessionEnrolments,
  type SessionStore,
  updateSession,
} from './session.store.ts';
export { type AttendanceTally, courseData, meetingData } from './session.publications.ts';
export { initialSession, type Meeting, type SessionDetails, sessionModes, sessionStatuses } from './session.ts';
