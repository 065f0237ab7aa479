export { clearFeed } from './clear-feed.job.ts';
export { publishWithFeed } from './publish-with-feed.ts';
export { readPartnerFeed } from './read-feed.route.ts';
