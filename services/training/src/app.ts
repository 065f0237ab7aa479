import { readFileSync } from 'node:fs';

import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { type App, type AppOptions, auditTrailRoute, createApp, publicBaseUrl } from '@ateneu/service-kit';
import { keptWorkbookRoutes, type KeptWorkbookRoutes } from '@ateneu/service-kit/kept-workbooks';

import { sessionAddress } from './addresses.ts';
import { attendanceRoutes } from './features/attendance/index.ts';
import { calendarRoutes } from './features/calendar/index.ts';
import { catalogueRoutes } from './features/catalogue/index.ts';
import { certificateRoutes } from './features/certificate/index.ts';
import { checkInRoutes } from './features/check-in/index.ts';
import { courseRoutes, type CourseStore } from './features/course/index.ts';
import { type AttendanceStore, enrolmentRoutes, type EnrolmentStore, linksUnder } from './features/enrolment/index.ts';
import { justificationRoutes } from './features/justification/index.ts';
import { exportPerson } from './features/privacy/index.ts';
import { referenceRoutes } from './features/programme/index.ts';
import { roomRoutes } from './features/room/index.ts';
import { staffSearchRoutes } from './features/staff-search/index.ts';
import { surveyRoutes } from './features/survey/index.ts';
import { sessionRoutes, type SessionStore } from './features/session/index.ts';

/** What the app is built from. */
export interface AppDependencies extends Pick<AppOptions, 'config' | 'logger' | 'auth' | 'readiness' | 'metrics'> {
  database: Database;
  clock: Clock;
  sessions: SessionStore;
  courses: CourseStore;
  enrolments: EnrolmentStore;
  attendance: AttendanceStore;
  /** The website's page of a session, with `{id}` in it; without one, addresses lead to the API's own answer. */
  sessionPage?: string | undefined;
  /** How parts of the funder's workbook are kept, and what has the job look at once. */
  workbooks: Pick<KeptWorkbookRoutes, 'source' | 'wake'>;
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Builds the service's HTTP app; it reads no environment and never listens. */
export function buildApp(dependencies: AppDependencies): Promise<App> {
  const { database, clock, sessions, courses, enrolments, attendance, sessionPage, workbooks, ...shell } = dependencies;
  const links = linksUnder(shell.config.PUBLIC_URL);
  const serviceUrl = publicBaseUrl({ name: 'training' }, shell.config);
  const sessionUrl = sessionAddress({ PUBLIC_URL: shell.config.PUBLIC_URL, sessionPage });
  return createApp({
    ...shell,
    service: {
      name: 'training',
      title: 'Training',
      description:
        'The workshops of the ateneu: the public catalogue, enrolment without an account and with a waiting list, and ' +
        'what staff need to run them.',
      version,
      tags: {
        Catalogue: 'What anybody can read.',
        Enrolment: 'What a person does without an account.',
        Sessions: 'What staff do with sessions.',
        Enrolments: 'What staff do with enrolments.',
        Courses: 'What staff do with courses.',
        Attendance: 'Who was there.',
        Certificates: 'What says that somebody attended, and how anybody checks it.',
        Surveys: 'What people thought, without their names.',
        Rooms: 'The rooms that sessions take.',
        Privacy: 'What is kept of a person, and who looked at what.',
        Justification: 'What is told to the funder.',
      },
    },
    routes: (app) => {
      catalogueRoutes({ app, database, clock, sessionUrl });
      calendarRoutes({ app, database, clock, links, sessionUrl, serviceUrl });
      enrolmentRoutes({ app, database, clock, links, store: enrolments });
      roomRoutes({ app, database, clock });
      staffSearchRoutes({ app, database });
      referenceRoutes(app);
      checkInRoutes({ app, database, clock, store: attendance, serviceUrl, codeUrl: links.checkIn });
      certificateRoutes({ app, database, clock, links });
      surveyRoutes({ app, database, clock });
      exportPerson({ app, database });
      auditTrailRoute(app, database);
      justificationRoutes({ app, database, clock, sessionUrl });
      keptWorkbookRoutes({ app, database, clock, ...workbooks });
      attendanceRoutes({ app, database, clock, store: attendance });
      courseRoutes({ app, database, clock, store: courses });
      sessionRoutes({ app, database, clock, store: sessions });
    },
  });
}
