export { staffDeskRoutes } from './staff-desk.routes.ts';
