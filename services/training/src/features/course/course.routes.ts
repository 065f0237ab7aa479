import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { changeCourse } from './change-course.route.ts';
import { cloneCourse } from './clone-course.route.ts';
import type { CourseStore } from './course.store.ts';
import { readCoursesRoutes } from './read-courses.route.ts';

/** What the feature's routes work with. */
export interface CourseContext {
  app: App;
  store: CourseStore;
  database: Database;
  clock: Clock;
}

/** Every use case of courses over HTTP. */
export function courseRoutes(context: CourseContext): void {
  readCoursesRoutes(context);
  changeCourse(context);
  cloneCourse(context);
}
