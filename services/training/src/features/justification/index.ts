export { justificationRoutes } from './justification.routes.ts';
