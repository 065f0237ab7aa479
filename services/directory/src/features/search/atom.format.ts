import { type Language, localize, type LocalizedText } from '@ateneu/kernel';
import { findSector } from '@ateneu/reference-data';
import { Feed } from 'feed';

/** What a feed is about. */
export type FeedTopic = 'initiatives' | 'good-practices';

const titles: Record<FeedTopic, Record<Language, string>> = {
  initiatives: {
    ca: 'Iniciatives de l’economia social i solidària de L’Hospitalet',
    es: 'Iniciativas de la economía social y solidaria de L’Hospitalet',
    en: 'Initiatives of the social and solidarity economy of L’Hospitalet',
  },
  'good-practices': {
    ca: 'Bones pràctiques de l’economia social i solidària de L’Hospitalet',
    es: 'Buenas prácticas de la economía social y solidaria de L’Hospitalet',
    en: 'Good practices of the social and solidarity economy of L’Hospitalet',
  },
};

/** One thing that a feed tells of. */
export interface FeedEntry {
  id: string;
  name: LocalizedText;
  summary: LocalizedText;
  sectors: readonly string[];
  /** The page for people. */
  link: string;
  publishedAt: string;
  updatedAt: string;
}

/** Where a feed is, and what it is about. */
export interface FeedAddresses {
  self: string;
  website: string;
  of: FeedTopic;
}

/** Entries as an Atom 1.0 feed (RFC 4287), in one language. */
export function toFeed(entries: readonly FeedEntry[], language: Language, addresses: FeedAddresses): string {
  const latest = entries.map((entry) => entry.updatedAt).reduce((left, right) => (left > right ? left : right), '');
  const feed = new Feed({
    id: new URL(addresses.self).href,
    title: titles[addresses.of][language],
    link: addresses.website,
    feed: addresses.self,
    language,
    updated: latest === '' ? new Date(0) : new Date(latest),
    author: { name: 'Ateneu cooperatiu' },
    generator: false,
  });
  for (const entry of entries) {
    feed.addItem({
      id: `urn:uuid:${entry.id}`,
      title: escapeMarkup(localize(entry.name, language).text),
      description: escapeMarkup(localize(entry.summary, language).text),
      link: entry.link,
      date: new Date(entry.updatedAt),
      published: new Date(entry.publishedAt),
      category: entry.sectors.map((code) => ({ name: labelOf(code, language), term: code })),
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
