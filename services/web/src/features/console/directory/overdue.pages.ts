import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { paramOf, queryOf, step, table } from '../../../ui/lists.ts';
import { pager, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { directoryNav } from '../section-nav.view.ts';

/** Published initiatives that nobody answers for any more, the longest first, and what is done about each. */
export function overduePages(app: App, desk: Desk): void {
  deskPage(app, desk, '/overdue', {
    get: async (view, request) => {
      const { consoleDirectory: t, console: c, desk: words } = view.t;
      const cursor = queryOf(request, 'cursor');
      const list = await settle(
        view.api.directory.GET('/v1/staff/overdue-initiatives', {
          params: { query: { ...given({ cursor }), limit: 50 } },
        }),
      );
      return {
        title: t.overdue,
        section: 'initiatives',
        body: html`${directoryNav(view, '/overdue')}
          <h1>${t.overdue}</h1>
          <p class="lead">${t.overdueLead}</p>
          ${partOf(view, t.overdue.toLowerCase(), list, ({ items, next }) =>
            items.length === 0
              ? html`<p>${t.overdueNone}</p>`
              : html`${table(view, t.overdue, {
                  headings: [words.name, t.overdueSince, words.actions],
                  rows: items.map(({ id, name, overdueSince, version }) => [
                    html`<a href="${view.at(`/initiatives/${id}`)}">${name}</a>`,
                    time(view.language, 'day', overdueSince),
                    html`<div class="actions">
                      ${step(view, view.at(`/overdue/${id}/confirm`), t.stillRight)}
                      <a class="button button-quiet" href="${view.at(`/initiatives/${id}/edit`)}">${t.correct}</a>
                      ${step(view, view.at(`/initiatives/${id}/unpublish`), c.unpublish, { version, sure: true })}
                    </div>`,
                  ]),
                })}
                ${pager(view, {
                  next: next === null ? undefined : view.at('/overdue', { cursor: next }),
                  first: cursor === undefined ? undefined : view.at('/overdue'),
                })}`,
          )}`,
      };
    },
  });
  deskPage(app, desk, '/overdue/:id/confirm', {
    post: async (view, request) => {
      const answer = await settle(
        view.api.directory.POST('/v1/staff/initiatives/{id}/confirm-freshness', {
          params: { path: { id: paramOf(request, 'id') } },
        }),
      );
      return outcome(view, answer, { done: view.t.consoleDirectory.stillRightDone, to: view.at('/overdue') });
    },
  });
}
