export { catalogueRoutes } from './catalogue.routes.ts';
export { catalogueFilters } from './catalogue.schemas.ts';
export { catalogueConditions, type CatalogueWords, wordsOf } from './catalogue.query.ts';
