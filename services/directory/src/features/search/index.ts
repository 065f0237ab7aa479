import type { App } from '@ateneu/service-kit';

import type { InitiativeRoutes } from '../initiative/index.ts';
import { facetsRoute } from './count-facets.route.ts';
import { listInitiatives } from './list-initiatives.route.ts';
import { readSitemap } from './read-sitemap.route.ts';
import { searchStaffRoute } from './search-staff.route.ts';

/** Finding what is published, in every format. */
export function searchRoutes(app: App, context: InitiativeRoutes): void {
  listInitiatives(app, context);
  facetsRoute(app, context);
  readSitemap(app, context);
  searchStaffRoute(app, context);
}

export { toFeed } from './atom.format.ts';
export { readPublicState } from './public-state.query.ts';
export { newsStatement } from './news.query.ts';
export type { SearchFilters } from './search-filters.query.ts';
export { filtersFrom } from './search.schemas.ts';
export { readText } from './text-query.query.ts';
export { compactFacetCounts } from './facet-counts.query.ts';
