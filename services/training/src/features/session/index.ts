export { SessionEntity, type SessionRow } from './session.entity.ts';
export { sessionNotFound } from './session.errors.ts';
export { sessionRoutes } from './session.routes.ts';
export { createSessionStore, lockSession, type SessionEnrolments, type SessionStore } from './session.store.ts';
export { meetingData } from './session.publications.ts';
export { type Meeting, sessionModes, sessionStatuses } from './session.ts';
