import { type Language, localize } from '@ateneu/kernel';
import { Feed } from 'feed';

import { timeZone } from '../../madrid.ts';
import type { CalendarSession } from './calendar.document.ts';

const titles: Record<Language, string> = {
  ca: 'Formació de l’Ateneu Cooperatiu de L’Hospitalet',
  es: 'Formación del Ateneu Cooperatiu de L’Hospitalet',
  en: 'Training at the Ateneu Cooperatiu of L’Hospitalet',
};

/** Sessions as an Atom 1.0 feed (RFC 4287), in one language; the date and place are in the summary, for feed readers. */
export function sessionsFeed(
  sessions: readonly CalendarSession[],
  { language, self, sessionUrl }: { language: Language; self: string; sessionUrl: (id: string) => string },
): string {
  const latest = sessions.reduce((last, { changedAt }) => Math.max(last, changedAt.getTime()), 0);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone });
  const feed = new Feed({
    id: self,
    title: titles[language],
    link: self,
    feed: self,
    language,
    updated: new Date(latest),
    author: { name: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat' },
    generator: false,
  });
  for (const session of sessions) {
    const range = when.formatRange(session.startsAt, session.endsAt);
    const place = session.venue === null ? [] : [session.venue];
    feed.addItem({
      id: `urn:uuid:${session.id}`,
      title: asText(localize(session.title, language).text),
      description: asText([[range, ...place].join(' · '), localize(session.summary, language).text].join('\n\n')),
      link: sessionUrl(session.id),
      date: session.changedAt,
    });
  }
  return feed.atom1();
}

/**
 * The library calls titles and summaries HTML and puts them into CDATA as they are: escaped, text stays text, and no
 * `]]>` is left that would end the section.
 */
function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
