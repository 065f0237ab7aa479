export { becomeConfirmed } from './submission.confirmed.ts';
export { forgetSubmissions } from './forget-unconfirmed.job.ts';
export { linkExpired, linkUnknown } from './intake.errors.ts';
export { intakeRoutes, type IntakeRoutes } from './intake.routes.ts';
export { authorSchema, honeypot, refuseAutomatic } from './intake.schemas.ts';
export { answerLink } from './link.answer.ts';
export { type Author, createSubmissionStore, type NewSubmission, type SubmissionStore } from './submission.store.ts';
