export { catalogueRoutes } from './catalogue.routes.ts';
export { catalogueConditions, type CatalogueWords, wordsOf } from './catalogue.query.ts';
