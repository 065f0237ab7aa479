export { siteFiles } from './site-files.route.ts';
