import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { cancelEnrolment } from './cancel-enrolment.route.ts';
import { enrolInCourse } from './enrol-in-course.route.ts';
import { enrolParty } from './enrol-party.route.ts';
import { explainEnrolment } from './explain-enrolment.route.ts';
import { staffEnrolment } from './staff-enrolment.route.ts';
import { enrolParticipant } from './enrol-participant.route.ts';
import { changeOwnEnrolment } from './change-own-enrolment.route.ts';
import type { PersonLinks } from './enrolment.links.ts';
import type { EnrolmentStore } from './enrolment.store.ts';
import { listEnrolments } from './list-enrolments.route.ts';
import { manageOwnEnrolment } from './manage-own-enrolment.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  store: EnrolmentStore;
  database: Database;
  clock: Clock;
  links: PersonLinks;
}

/** Every use case of enrolments over HTTP. */
export function enrolmentRoutes(context: RouteContext): void {
  // The public
  enrolParticipant(context);
  enrolParty(context);
  enrolInCourse(context);
  manageOwnEnrolment(context);
  changeOwnEnrolment(context);
  // Staff
  listEnrolments(context);
  cancelEnrolment(context);
  staffEnrolment(context);
  explainEnrolment(context);
}
