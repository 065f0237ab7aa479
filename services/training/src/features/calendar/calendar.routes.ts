import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { PersonLinks } from '../enrolment/index.ts';
import { atomFeed } from './atom-feed.route.ts';
import { ownCalendars } from './own-calendar.route.ts';
import { publicCalendars } from './public-calendars.route.ts';

/** What the feature's routes work with. */
export interface CalendarContext {
  app: App;
  database: Database;
  clock: Clock;
  links: PersonLinks;
  /** The page of a session, for whoever wants to know more. */
  sessionUrl: (sessionId: string) => string;
  /** Where the service is reached from outside. */
  serviceUrl: string;
}

/** Every calendar over HTTP. */
export function calendarRoutes(context: CalendarContext): void {
  publicCalendars(context);
  atomFeed(context);
  ownCalendars(context);
}
