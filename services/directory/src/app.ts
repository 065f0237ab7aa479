import { type App, type AppOptions, auditTrailRoute, createApp } from '@ateneu/service-kit';

import { correctionRoutes, type CorrectionRoutes } from './features/correction/index.ts';
import { exchangeRoutes, type ExchangeRoutes } from './features/exchange/index.ts';
import { freshnessRoutes, type FreshnessRoutes } from './features/freshness/index.ts';
import { goodPracticeRoutes, type GoodPracticeRoutes } from './features/good-practice/index.ts';
import { initiativeRoutes, type InitiativeRoutes } from './features/initiative/index.ts';
import { intakeRoutes, type IntakeRoutes } from './features/intake/index.ts';
import { exportPerson } from './features/privacy/index.ts';
import { referenceRoutes } from './features/reference/index.ts';
import { searchRoutes } from './features/search/index.ts';

import { subscriptionRoutes, type SubscriptionRoutes } from './features/subscription/index.ts';

/** What the app is made of: everything real comes from the composition, or from a test. */
export type AppDependencies = InitiativeRoutes &
  CorrectionRoutes &
  ExchangeRoutes &
  FreshnessRoutes &
  GoodPracticeRoutes &
  Pick<SubscriptionRoutes, 'subscriptions'> & { intake: Omit<IntakeRoutes, 'database' | 'clock'> } & Pick<
    AppOptions,
    'config' | 'logger' | 'readiness' | 'metrics' | 'deadLetters'
  >;

/** Builds the directory's HTTP app; it reads no environment and never listens. */
export function buildApp(dependencies: AppDependencies): Promise<App> {
  return createApp({
    ...dependencies,
    service: {
      name: 'directory',
      title: 'Directory',
      description: "Initiatives of the social and solidarity economy of L'Hospitalet: search, proposals, moderation.",
      version: '0.1.0',
    },
    routes: (app) => {
      searchRoutes(app, dependencies);
      initiativeRoutes(app, dependencies);
      intakeRoutes(app, { ...dependencies, ...dependencies.intake });
      correctionRoutes(app, dependencies);
      exchangeRoutes(app, dependencies);
      freshnessRoutes(app, dependencies);
      goodPracticeRoutes(app, dependencies);
      subscriptionRoutes(app, { ...dependencies, perMinute: dependencies.intake.perMinute });
      exportPerson(app, dependencies);
      auditTrailRoute(app, dependencies.database);
      referenceRoutes(app);
    },
  });
}
