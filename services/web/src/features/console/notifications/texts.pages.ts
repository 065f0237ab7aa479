import type { App } from '@ateneu/service-kit';

import { attribute, html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { queryOf, table } from '../../../ui/lists.ts';
import { partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { noticesNav } from '../section-nav.view.ts';

/** The languages that messages are written in. */
export const textLanguages = ['ca', 'es', 'en'] as const;

/** One of them. */
export type TextLanguage = (typeof textLanguages)[number];

/** What a language is called. */
export function languageName({ t: { consoleNotices: t } }: Pick<DeskView, 't'>, language: TextLanguage): string {
  return { ca: t.catalan, es: t.spanish, en: t.english }[language];
}

/** What a message is called; its own title where nobody has words for it yet. */
export function kindName({ t: { noticeKinds } }: Pick<DeskView, 't'>, kind: string, title = kind): string {
  return (noticeKinds as Readonly<Record<string, string>>)[kind] ?? title;
}

/** Which messages there are, each with its languages. */
export function textsPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/texts', {
    get: async (view, request) => {
      const { consoleNotices: t } = view.t;
      const language = textLanguages.find((one) => one === queryOf(request, 'in')) ?? 'ca';
      const list = await settle(view.api.notifications.GET('/v1/staff/templates'));
      return {
        title: t.texts,
        section: 'deliveries',
        body: html`${noticesNav(view, '/texts')}
          <h1>${t.texts}</h1>
          <p class="lead">${t.textsLead}</p>
          <nav class="tabs" aria-label="${t.language}">
            <ul>
              ${textLanguages.map(
                (one) =>
                  html`<li>
                    <a
                      href="${view.at('/texts', { in: one })}"
                      ${attribute('aria-current', one === language ? 'true' : undefined)}
                      >${languageName(view, one)}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
          ${partOf(view, t.texts.toLowerCase(), list, ({ items }) =>
            table(view, t.texts, {
              headings: [t.message],
              rows: items
                .filter(({ languages }) => languages.includes(language))
                .map(({ kind, title }) => ({ kind, name: kindName(view, kind, title) }))
                .toSorted((a, b) => a.name.localeCompare(b.name, view.language))
                .map(({ kind, name }) => [html`<a href="${view.at(`/texts/${kind}/${language}`)}">${name}</a>`]),
            }),
          )}`,
      };
    },
  });
}
