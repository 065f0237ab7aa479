import { type Language, localize } from '@ateneu/kernel';
import { findSector } from '@ateneu/reference-data';
import { Feed } from 'feed';

import type { InitiativeHit } from './search-initiatives.query.ts';

const titles: Record<Language, string> = {
  ca: 'Iniciatives de l’economia social i solidària de L’Hospitalet',
  es: 'Iniciativas de la economía social y solidaria de L’Hospitalet',
  en: 'Initiatives of the social and solidarity economy of L’Hospitalet',
};

/** Where a feed is and where its entries lead. */
export interface FeedAddresses {
  self: string;
  website: string;
  page: (slug: string) => string;
}

/** Hits as an Atom 1.0 feed (RFC 4287), in one language. */
export function toAtom(hits: readonly InitiativeHit[], language: Language, addresses: FeedAddresses): string {
  const latest = hits.map((hit) => hit.updatedAt).reduce((left, right) => (left > right ? left : right), '');
  const feed = new Feed({
    id: new URL(addresses.self).href,
    title: titles[language],
    link: addresses.website,
    feed: addresses.self,
    language,
    updated: latest === '' ? new Date(0) : new Date(latest),
    author: { name: 'Ateneu cooperatiu' },
    generator: false,
  });
  for (const hit of hits) {
    feed.addItem({
      id: `urn:uuid:${hit.id}`,
      title: escapeMarkup(localize(hit.name, language).text),
      description: escapeMarkup(localize(hit.summary, language).text),
      link: addresses.page(hit.slug),
      date: new Date(hit.updatedAt),
      published: new Date(hit.publishedAt),
      category: hit.sectors.map((code) => ({ name: labelOf(code, language), term: code })),
    });
  }
  return feed.atom1();
}

function labelOf(code: string, language: Language): string {
  return findSector(code)?.label[language] ?? code;
}

/**
 * The library declares titles and summaries to be HTML and puts them into CDATA as they are. Escaped, plain text stays
 * plain text, and no `]]>` is left that could end the section. What XML has no place for goes.
 */
function escapeMarkup(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}
