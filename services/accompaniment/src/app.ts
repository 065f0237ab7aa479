import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import {
  type App,
  type AppConfig,
  type AppOptions,
  type Authenticators,
  createApp,
  type Logger,
  type Readiness,
  type Registry,
} from '@ateneu/service-kit';
import { keptWorkbookRoutes, type KeptWorkbookRoutes } from '@ateneu/service-kit/kept-workbooks';

import { accompanimentRoutes } from './features/accompaniment/index.ts';
import { documentRoutes } from './features/document/index.ts';
import { readPartnerFeed } from './features/feed/index.ts';
import { intakeRoutes } from './features/intake/index.ts';
import { jobInsertionRoutes } from './features/job-insertion/index.ts';
import { justificationRoutes } from './features/justification/index.ts';
import { partnerRoutes, watchRequests } from './features/partner/index.ts';
import { privacyRoutes } from './features/privacy/index.ts';
import { projectRoutes } from './features/project/index.ts';
import { referralRoutes } from './features/referral/index.ts';
import { staffDeskRoutes } from './features/staff-desk/index.ts';

/** What the app is built from. */
export interface AppDependencies {
  /** How parts of the funder's workbook are kept, and what has the job look at once. */
  workbooks: Pick<KeptWorkbookRoutes, 'source' | 'wake'>;
  config: AppConfig;
  logger: Logger;
  metrics?: Registry | undefined;
  database: Database;
  clock: Clock;
  readiness: Readiness;
  deadLetters?: AppOptions['deadLetters'];
  authenticatePartner: NonNullable<Authenticators['partner']>;
  partners: Omit<Parameters<typeof partnerRoutes>[0], 'app' | 'database' | 'clock'>;
  referrals: Omit<Parameters<typeof referralRoutes>[0], 'app' | 'database' | 'clock'>;
  intake: Omit<Parameters<typeof intakeRoutes>[0], 'app' | 'database' | 'clock'>;
  documents: Omit<Parameters<typeof documentRoutes>[0], 'app' | 'database' | 'clock'>;
  projects: Omit<Parameters<typeof projectRoutes>[0], 'app' | 'database' | 'clock'>;
  privacy: Omit<Parameters<typeof privacyRoutes>[0], 'app' | 'database' | 'clock'>;
  insertions: Parameters<typeof jobInsertionRoutes>[0]['insertions'];
  accompaniments: Parameters<typeof accompanimentRoutes>[0]['store'];
}

/** Builds the service's app; it reads no environment and does not listen. */
export async function buildApp(dependencies: AppDependencies): Promise<App> {
  const { config, logger, metrics, database, clock, readiness, deadLetters } = dependencies;
  return createApp({
    service: {
      name: 'accompaniment',
      title: 'Accompaniment',
      description:
        'Requests for accompaniment, partners, referrals in both directions, and the accompaniment of projects from the ' +
        'idea to its outcome.',
      version: '0.1.0',
      tags: {
        Reference: 'The codes that referrals and accompaniments use, and their names.',
        'Partner API': 'For partner entities, with their API key: refer, answer, follow.',
        'Answer by link': 'For partners and people without an account: what the links in their e-mails open.',
        Intake: 'For everybody: ask for accompaniment. For staff: what was asked, by how long it waits.',
        Referrals: 'For staff: what partners refer to the ateneu, and what it refers to them.',
        Accompaniments: 'For staff: accompaniments, their consultancy sessions and outcomes.',
        Projects: 'For staff: the projects that are accompanied, their groups and documents.',
        'Staff desk': 'For staff: their own work, what needs action, what waits, who has how much, and search.',
        Justification: 'For coordinators: the funder’s rows of a call, what is wrong with them, and how the call goes.',
        Privacy: 'For coordinators: what people ask about their data, retention, and who looked at what.',
        Partners: 'For staff: the registry of partners and their credentials.',
      },
    },
    config,
    logger,
    metrics,
    readiness,
    deadLetters,
    auth: { partner: dependencies.authenticatePartner },
    routes: (app) => {
      watchRequests(app, database);
      partnerRoutes({ app, database, clock, ...dependencies.partners });
      referralRoutes({ app, database, clock, ...dependencies.referrals });
      readPartnerFeed({ app, database, clock });
      intakeRoutes({ app, database, clock, ...dependencies.intake });
      projectRoutes({ app, database, clock, ...dependencies.projects });
      documentRoutes({ app, database, clock, ...dependencies.documents });
      jobInsertionRoutes({ app, database, clock, insertions: dependencies.insertions });
      privacyRoutes({ app, database, clock, ...dependencies.privacy });
      justificationRoutes({ app, database, clock });
      keptWorkbookRoutes({ app, database, clock, ...dependencies.workbooks });
      staffDeskRoutes({ app, database, clock });
      accompanimentRoutes({ app, database, clock, store: dependencies.accompaniments });
    },
  });
}
