export { staffConsole } from './console.routes.ts';
