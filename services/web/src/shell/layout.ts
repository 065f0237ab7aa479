import { isLanguage, type Language } from '@ateneu/kernel';

import type { Config } from '../config.ts';
import { attribute, dataBlock, html, type Html, nothing } from '../html.ts';
import { asset } from './assets.ts';

/** What every page says in its head. */
export interface Head {
  readonly language: Language;
  readonly title: string;
  readonly organisation: string;
  readonly description?: string | undefined;
  /** The same page in other languages, by language, from the root of the site. */
  readonly alternates?: Partial<Record<Language, string>> | undefined;
  /** Kept out of search engines. */
  readonly hidden?: boolean | undefined;
  /** Linked data about the page's subject. */
  readonly jsonLd?: unknown;
  /** Names of assets. */
  readonly scripts?: readonly string[] | undefined;
  readonly styles?: readonly string[] | undefined;
}

/** One entry of a menu. */
export interface MenuEntry {
  readonly href: string;
  readonly text: string;
  /** Whether the page being read is in this part. */
  readonly current?: boolean;
}

/** Writes a whole document around its body. */
export function document(config: Config, head: Head, body: Html): string {
  const { language, title, organisation, description, alternates = {}, hidden, jsonLd, scripts = [] } = head;
  const absolute = (path: string): string => `${config.PUBLIC_URL}${path}`;
  const canonical = alternates[language];
  const fullTitle = title === organisation ? title : `${title} · ${organisation}`;
  const styles = ['site.css', ...(head.styles ?? [])];
  return `<!doctype html>\n${html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${fullTitle}</title>
      ${description && html`<meta name="description" content="${description}" />`}
      ${hidden === true && html`<meta name="robots" content="noindex" />`}
      ${canonical && html`<link rel="canonical" href="${absolute(canonical)}" />`}
      ${Object.entries(alternates)
        .filter(([code]) => isLanguage(code))
        .map(([code, path]) => html`<link rel="alternate" hreflang="${code}" href="${absolute(path ?? '')}" />`)}
      <meta property="og:title" content="${title}" />
      <meta property="og:site_name" content="${organisation}" />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content="${language}" />
      ${description && html`<meta property="og:description" content="${description}" />`}
      ${canonical && html`<meta property="og:url" content="${absolute(canonical)}" />`}
      <meta property="og:image" content="${absolute(asset('card.png'))}" />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml" />
      ${styles.map((name) => html`<link rel="stylesheet" href="${asset(name)}" />`)}
      ${scripts.map((name) => html`<script src="${asset(name)}" defer></script>`)}
      ${jsonLd === undefined ? nothing : dataBlock('application/ld+json', jsonLd)}
    </head>
    <body>
      ${body}
    </body>
  </html>`}`;
}

/** A menu: a list of links, the current one marked. */
export function menu(label: string, className: string, entries: readonly MenuEntry[]): Html {
  return html`<nav class="${className}" aria-label="${label}">
    <ul>
      ${entries.map(
        ({ href, text, current }) =>
          html`<li>
            <a href="${href}" ${attribute('aria-current', current === true ? 'true' : undefined)}>${text}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}
