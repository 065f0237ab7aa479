import { type Clock, systemClock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { type ComposeContext, type Composition, connectPlatform, openServiceDatabase } from '@ateneu/service-kit';
import { forgetOldWorkbooks, keepWorkbooks } from '@ateneu/service-kit/kept-workbooks';
import type { BackgroundJob } from '@ateneu/service-kit/scheduler';

import { sessionAddress } from './addresses.ts';
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
import { workbookSource } from './features/justification/index.ts';
import { forgetRestricted } from './features/privacy/index.ts';
import { remind } from './features/reminder/index.ts';
import { createSessionStore } from './features/session/index.ts';
import { measures } from './measures.ts';
import { inviteToSurveys, shuffleAnswers } from './features/survey/index.ts';
import { subscriptions } from './messaging.ts';
import { scheduleSweeps, type Sweep } from './sweeps.ts';
import { entities, migrations } from './persistence/index.ts';

const service = 'training';
/** The queue of the parts of the funder's workbook that are to be kept. */
const workbookQueue = 'training-workbooks';

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
): Promise<Composition & { sweeps: readonly Sweep[]; workbooks: BackgroundJob['run'] }> {
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
    { name: 'kept-workbooks', run: (at) => forgetOldWorkbooks(database, { at, days: config.WORKBOOKS_KEPT_DAYS }) },
  ];
  const sessionUrl = sessionAddress({ PUBLIC_URL: config.PUBLIC_URL, sessionPage: config.SESSION_PAGE });
  const source = workbookSource({ database, clock, sessionUrl }, { years: config.SUBSIDY_RETENTION_YEARS });
  const workbooks = (signal: AbortSignal) => keepWorkbooks({ database, clock, source, logger: context.logger }, signal);
  const scheduler = scheduleSweeps({
    url: config.DATABASE_URL,
    sweeps,
    clock,
    logger: context.logger,
    jobs: [{ name: workbookQueue, cron: '* * * * *', keptSeconds: 3_600, run: workbooks }],
  });
  const bySchedule = context.sweepsBySchedule !== false;
  const wake = (): void => {
    if (!bySchedule) return;
    // The job looks every minute anyway.
    scheduler
      .trigger(workbookQueue)
      .catch((err: unknown) => context.logger.warn({ err }, 'A job could not be asked for.'));
  };
  const app = await buildApp({
    ...platform.appOptions,
    database,
    clock,
    sessions: createSessionStore(database, sessionEnrolments),
    courses: createCourseStore(database, sessionEnrolments),
    enrolments,
    attendance: createAttendanceStore(database, links),
    sessionPage: config.SESSION_PAGE,
    workbooks: { source, wake },
  });
  const composition = platform.composition(app, subscriptions({ links, years: config.SUBSIDY_RETENTION_YEARS }), {
    start: async () => {
      if (bySchedule) await scheduler.start();
    },
    stop: () => scheduler.stop(),
  });
  return { ...composition, sweeps, workbooks };
}
