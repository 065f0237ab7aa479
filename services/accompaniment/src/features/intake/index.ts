export { forgetUnconfirmed } from './forget-unconfirmed.job.ts';
export { IntakeEntity } from './intake.entity.ts';
export { intakeRoutes } from './intake.routes.ts';
export { onSurveyAnswered } from './on-survey-answered.subscriber.ts';
export { createIntakeStore, type IntakeStore } from './intake.store.ts';
