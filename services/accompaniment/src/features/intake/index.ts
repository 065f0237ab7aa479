export { forgetUnconfirmed } from './forget-unconfirmed.job.ts';
export { IntakeEntity } from './intake.entity.ts';
export { intakeRoutes } from './intake.routes.ts';
export { createIntakeStore } from './intake.store.ts';
