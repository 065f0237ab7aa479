import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { withQuery } from '../../shell/paths.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { formatDate } from '../../ui/dates.ts';
import { given } from '../../ui/fields.ts';
import { pager, partOf } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';
import { type ListedSession, sessionCard } from './session-card.view.ts';

/** The catalogue: what is to come, by month, with its calendar. */
export function trainingPage(app: App, site: SiteContext): void {
  publicPage(app, site, 'training', {
    get: async (view, request) => {
      const t = view.t.training;
      const asked = request.query as { q?: unknown; cursor?: unknown };
      const text = (value: unknown): string | undefined =>
        typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;
      const [q, cursor] = [text(asked.q), text(asked.cursor)];
      const query = given({ q, cursor });
      const list = await settle(view.api.training.GET('/v1/sessions', { params: { query: { ...query, limit: 30 } } }));
      const page = (at: string | undefined) => view.href('training', {}, { q, cursor: at });
      return {
        title: t.title,
        description: t.lead,
        hidden: cursor !== undefined,
        body: html`<h1>${t.title}</h1>
          <p class="lead">${t.lead}</p>
          <form class="search" action="${view.href('training')}" role="search">
            <label for="q">${t.searchLabel}</label>
            <div class="search-row">
              <input id="q" name="q" type="search" value="${q}" />
              <button class="button" type="submit">${t.search}</button>
            </div>
          </form>
          ${partOf(
            view,
            t.part,
            list,
            ({ items, next }) =>
              html`${items.length === 0 ? html`<p>${t.none}</p>` : byMonth(view, items)}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}
          <p>
            <a href="${withQuery('/training/v1/sessions.ics', { q, lang: view.language })}">${t.subscribe}</a> ·
            <a href="${view.href('certificate')}">${t.verify}</a>
          </p>`,
      };
    },
  });
}

function byMonth(view: View, sessions: readonly ListedSession[]): Html {
  const months = Map.groupBy(sessions, ({ startsAt }) => formatDate(view.language, 'month', startsAt));
  return html`${[...months].map(
    ([month, items]) =>
      html`<section>
        <h2 class="month">${month}</h2>
        <ul class="cards cards-list">
          ${items.map((session) => sessionCard(view, session))}
        </ul>
      </section>`,
  )}`;
}
