export { accessLinkUnknown } from './access-link.errors.ts';
export {
  extendLinks,
  followLink,
  issueLink,
  type LinkPurpose,
  type LinkTarget,
  revokeLinks,
  useLink,
} from './access-link.store.ts';
export { clearLinks } from './clear-links.job.ts';
export { backToPage } from './back-to-page.route.ts';
