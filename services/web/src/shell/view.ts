import type { Language, LocalizedText } from '@ateneu/kernel';
import type { FastifyRequest } from 'fastify';

import type { Config } from '../config.ts';
import { html, type Html } from '../html.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import type { ClientFactory, Clients } from '../upstream/clients.ts';
import { type PageName, pathTo, type Query, withQuery } from './paths.ts';

/** What every page is made with. */
export interface SiteContext {
  readonly config: Config;
  readonly clients: ClientFactory;
}

/** One reader of one page. */
export interface View {
  readonly language: Language;
  readonly t: Texts;
  readonly config: Config;
  readonly api: Clients;
  /** The address that was asked for, with its query, from the root of the site. */
  readonly url: string;
  /** The address of a public page in the reader's language. */
  href(page: PageName, parameters?: Readonly<Record<string, string>>, query?: Query): string;
  /** The reader's text, marked with its language where it is another one. */
  say(text: LocalizedText | null | undefined): Html | undefined;
  /** The same, as plain text. */
  plain(text: LocalizedText | null | undefined): string;
}

/** What {@link createView} needs besides the site. */
export interface ViewOf {
  readonly request: FastifyRequest;
  readonly language: Language;
  readonly bearer?: string | undefined;
}

/** Makes the view of one request. */
export function createView({ config, clients }: SiteContext, { request, language, bearer }: ViewOf): View {
  const chosen = (text: LocalizedText): [string, Language] => {
    const wanted = text[language]?.trim();
    return wanted === undefined || wanted === '' ? [text.ca, 'ca'] : [wanted, language];
  };
  return {
    language,
    t: textsFor(language),
    config,
    api: clients({ request, language, bearer }),
    url: request.url,
    href: (page, parameters, query = {}) => withQuery(pathTo(language, page, parameters), query),
    say: (text) => {
      if (text === null || text === undefined) return undefined;
      const [words, of] = chosen(text);
      return of === language ? html`${words}` : html`<span lang="${of}">${words}</span>`;
    },
    plain: (text) => (text === null || text === undefined ? '' : chosen(text)[0]),
  };
}
