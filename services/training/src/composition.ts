import { type Clock, systemClock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { type ComposeContext, type Composition, connectPlatform, openServiceDatabase } from '@ateneu/service-kit';

import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { issueCertificates } from './features/certificate/index.ts';
import { createCourseStore } from './features/course/index.ts';
import {
  createAttendanceStore,
  createEnrolmentStore,
  createSessionEnrolments,
  expireOffers,
  linksUnder,
} from './features/enrolment/index.ts';
import { forgetRestricted } from './features/privacy/index.ts';
import { remind } from './features/reminder/index.ts';
import { createSessionStore } from './features/session/index.ts';
import { measures } from './measures.ts';
import { inviteToSurveys, shuffleAnswers } from './features/survey/index.ts';
import { subscriptions } from './messaging.ts';
import { scheduleSweeps, type Sweep } from './sweeps.ts';
import { entities, migrations } from './persistence/index.ts';

const service = 'training';

/** The database of training, for serving and for migrating. */
export function openTrainingDatabase(config: Config, context: Pick<ComposeContext, 'logger'>): Promise<Database> {
  return openServiceDatabase(config, context, { service, entities, migrations });
}

/** What a test may bring: a clock of its own, and then its own time to sweep. */
export interface TrainingContext extends ComposeContext {
  clock?: Clock;
  sweepsBySchedule?: boolean;
}

/** Makes every real thing that training consists of. */
export async function compose(
  config: Config,
  context: TrainingContext,
): Promise<Composition & { sweeps: readonly Sweep[] }> {
  const database = await openTrainingDatabase(config, context);
  const platform = await connectPlatform(config, context, { service, database, measures });
  const links = linksUnder(config.PUBLIC_URL);
  const sessionEnrolments = createSessionEnrolments(links);
  const clock = context.clock ?? systemClock;
  const enrolments = createEnrolmentStore(database, links);
  const sweeps: readonly Sweep[] = [
    { name: 'offers', run: (at) => expireOffers(database, enrolments, at) },
    { name: 'certificates', run: (at) => issueCertificates(database, links, at) },
    { name: 'reminders', run: (at) => remind(database, links, at) },
    { name: 'surveys', run: (at) => inviteToSurveys(database, links.survey, at) },
    { name: 'audit-retention', run: (at) => forgetRestricted(database, at) },
    { name: 'survey-answers', run: () => shuffleAnswers(database) },
  ];
  const app = await buildApp({
    ...platform.appOptions,
    database,
    clock,
    sessions: createSessionStore(database, sessionEnrolments),
    courses: createCourseStore(database, sessionEnrolments),
    enrolments,
    attendance: createAttendanceStore(database, links),
    sessionPage: config.SESSION_PAGE,
  });
  const scheduler = scheduleSweeps({ url: config.DATABASE_URL, sweeps, clock, logger: context.logger });
  const composition = platform.composition(app, subscriptions({ links, years: config.SUBSIDY_RETENTION_YEARS }), {
    start: async () => {
      if (context.sweepsBySchedule !== false) await scheduler.start();
    },
    stop: () => scheduler.stop(),
  });
  return { ...composition, sweeps };
}
