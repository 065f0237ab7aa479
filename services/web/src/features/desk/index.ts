export { partnerDesk } from './desk.routes.ts';
