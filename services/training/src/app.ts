import { readFileSync } from 'node:fs';

import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { type App, type AppOptions, createApp } from '@ateneu/service-kit';

import { catalogueRoutes } from './features/catalogue/index.ts';
import { enrolmentRoutes, type EnrolmentStore } from './features/enrolment/index.ts';
import { sessionRoutes, type SessionStore } from './features/session/index.ts';

/** What the app is built from. */
export interface AppDependencies extends Pick<AppOptions, 'config' | 'logger' | 'auth' | 'readiness' | 'metrics'> {
  database: Database;
  clock: Clock;
  sessions: SessionStore;
  enrolments: EnrolmentStore;
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Builds the service's HTTP app; it reads no environment and never listens. */
export function buildApp(dependencies: AppDependencies): Promise<App> {
  const { database, clock, sessions, enrolments, ...shell } = dependencies;
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
      },
    },
    routes: (app) => {
      catalogueRoutes({ app, database, clock });
      enrolmentRoutes({ app, database, clock, store: enrolments });
      sessionRoutes({ app, database, clock, store: sessions });
    },
  });
}
