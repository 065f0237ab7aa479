export { clearFeed } from './clear-feed.job.ts';
export { publishWithFeed } from './feed.publishing.ts';
export { readPartnerFeed } from './read-feed.route.ts';
