import { type App, type AppOptions, createApp } from '@ateneu/service-kit';

import type { Config } from './config.ts';
import { accompanimentPage, requestPage } from './features/accompaniment/index.ts';
import { componentsPage } from './features/components/index.ts';
import { staffConsole } from './features/console/index.ts';
import { partnerDesk } from './features/desk/index.ts';
import { correctPage, directoryPage, initiativePage, practicePages, proposePage } from './features/directory/index.ts';
import { homePage } from './features/home/index.ts';
import { siteFiles } from './features/site-files/index.ts';
import { statementPages } from './features/statements/index.ts';
import { certificatePage, sessionPage, trainingPage } from './features/training/index.ts';
import type { Issuer } from './sessions/issuer.ts';
import { registerSessions } from './sessions/session.ts';
import { serveAssets } from './shell/assets.ts';
import { createPageShell } from './shell/error-page.ts';
import type { SiteContext } from './shell/view.ts';

/** What the app is made of: everything real comes from the composition, or from a test. */
export type AppDependencies = SiteContext &
  Pick<AppOptions, 'logger' | 'metrics'> & { readonly config: Config; readonly issuer: Issuer };

/** Builds the site; it reads no environment and never listens. */
export function buildApp({ config, logger, metrics, clients, issuer }: AppDependencies): Promise<App> {
  const site: SiteContext = { config, clients };
  return createApp({
    service: {
      name: 'web',
      title: 'Web',
      description: 'The public site, the staff console and the partner’s desk.',
      version: '0.1.0',
    },
    config,
    logger,
    metrics,
    // It has nothing of its own: a service that is down takes its part of a page, and no more.
    readiness: () => Promise.resolve({}),
    pages: createPageShell(config),
    routes: async (app) => {
      await serveAssets(app);
      siteFiles(app, site);
      homePage(app, site);
      directoryPage(app, site);
      proposePage(app, site);
      initiativePage(app, site);
      correctPage(app, site);
      practicePages(app, site);
      trainingPage(app, site);
      certificatePage(app, site);
      sessionPage(app, site);
      accompanimentPage(app, site);
      requestPage(app, site);
      statementPages(app, site);
      componentsPage(app, site);
      // Only here are cookies read or set.
      await app.register(async (desks) => {
        await registerSessions(desks, config);
        await staffConsole(desks, { ...site, issuer });
        partnerDesk(desks, { ...site, issuer });
      });
    },
  });
}
