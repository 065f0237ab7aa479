import { type Clock, systemClock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { type ComposeContext, type Composition, connectPlatform, openServiceDatabase } from '@ateneu/service-kit';

import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { createCourseStore } from './features/course/index.ts';
import {
  createAttendanceStore,
  createEnrolmentStore,
  createSessionEnrolments,
  linksUnder,
} from './features/enrolment/index.ts';
import { createSessionStore } from './features/session/index.ts';
import { measures } from './measures.ts';
import { subscriptions } from './messaging.ts';
import { entities, migrations } from './persistence/index.ts';

const service = 'training';

/** The database of training, for serving and for migrating. */
export function openTrainingDatabase(config: Config, context: Pick<ComposeContext, 'logger'>): Promise<Database> {
  return openServiceDatabase(config, context, { service, entities, migrations });
}

/** Makes every real thing that training consists of; a test may bring its own clock. */
export async function compose(config: Config, context: ComposeContext & { clock?: Clock }): Promise<Composition> {
  const database = await openTrainingDatabase(config, context);
  const platform = await connectPlatform(config, context, { service, database, measures });
  const links = linksUnder(config.PUBLIC_URL);
  const sessionEnrolments = createSessionEnrolments(links);
  const app = await buildApp({
    ...platform.appOptions,
    database,
    clock: context.clock ?? systemClock,
    sessions: createSessionStore(database, sessionEnrolments),
    courses: createCourseStore(database, sessionEnrolments),
    enrolments: createEnrolmentStore(database, links),
    attendance: createAttendanceStore(database, links),
    sessionPage: config.SESSION_PAGE,
  });
  return platform.composition(app, subscriptions);
}
