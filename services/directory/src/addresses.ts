import { publicBaseUrl } from '@ateneu/service-kit';

import type { Config } from './config.ts';
import type { SearchFilters } from './features/search/index.ts';

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
  /** The list of the initiatives that a search finds, for people. */
  list(filters: SearchFilters): string;
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
    list: (filters) => `${website}/initiatives${queryOf(filters)}`,
  };
}

/** The filters as the search's own query, the newest first. */
function queryOf(filters: SearchFilters): string {
  const query = new URLSearchParams({ sort: 'newest' });
  const add = (name: string, values: readonly string[] | undefined): void => {
    for (const value of values ?? []) query.append(name, value);
  };
  if (filters.text !== undefined) query.set('q', filters.text);
  if (filters.cooperative !== undefined) query.set('cooperative', filters.cooperative ? 'yes' : 'no');
  add('sector', filters.sectors);
  add('legalForm', filters.legalForms);
  add('neighbourhood', filters.neighbourhoods);
  add('district', filters.districts);
  add('need', filters.needs);
  add('network', filters.networks);
  return `?${query.toString()}`;
}
