export { type Availability, availabilities, availabilityOf, freePlaces } from './availability.ts';
export { EnrolmentEntity } from './enrolment.entity.ts';
export { enrolmentRoutes } from './enrolment.routes.ts';
export { createSessionEnrolments } from './enrolment.session-port.ts';
export { manageUrlUnder } from './enrolment.saving.ts';
export { createEnrolmentStore, type EnrolmentStore } from './enrolment.store.ts';
export { onDeliveryFailed } from './on-delivery-failed.subscriber.ts';
