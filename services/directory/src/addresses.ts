import { publicBaseUrl } from '@ateneu/service-kit';

import type { Config } from './config.ts';

/** The absolute addresses that feeds, files and linked data carry. */
export interface Addresses {
  /** The directory's API, without a final slash: `https://ateneu.example/directory`. */
  api: string;
  /** Where the links in e-mails lead, without a final slash. */
  selfService: string;
  /** The website's start, or the API where there is no website. */
  website: string;
  /** The page of an initiative for people. */
  page(slug: string): string;
  /** The page of a good practice for people. */
  goodPractice(slug: string): string;
}

export function createAddresses(config: Pick<Config, 'PUBLIC_URL' | 'WEBSITE_URL'>): Addresses {
  const api = publicBaseUrl({ name: 'directory' }, config);
  const website = (config.WEBSITE_URL ?? `${api}/v1`).replace(/\/+$/, '');
  return {
    api,
    selfService: `${api}/v1/self-service`,
    website,
    page: (slug) => `${website}/initiatives/${slug}`,
    goodPractice: (slug) => `${website}/good-practices/${slug}`,
  };
}
