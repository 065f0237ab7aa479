import type { App } from '@ateneu/service-kit';

import { attribute, html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { paramOf, queryOf, step, table } from '../../../ui/lists.ts';
import { badge, facts, notice, pager, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { directoryNav } from '../section-nav.view.ts';
import { type Import, importProgress, isAtWork, lineOutcomeName, lineOutcomes } from './import-report.view.ts';

/** One import: how far it got, what each line of its file does, and letting it be done. */
export function importPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/imports/:id', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      const outcome = lineOutcomes.find((one) => one === queryOf(request, 'outcome'));
      const cursor = queryOf(request, 'cursor');
      const [found, report] = await Promise.all([
        settle(view.api.directory.GET('/v1/staff/imports/{id}', { params: { path } })),
        settle(
          view.api.directory.GET('/v1/staff/imports/{id}/lines', {
            params: { path, query: { ...given({ outcome, cursor }), limit: 100 } },
          }),
        ),
      ]);
      const item = must(found);
      const { consoleDirectory: t, desk: words } = view.t;
      const page = (at: string | undefined) => view.at(`/imports/${item.id}`, { outcome, cursor: at });
      // Where lines that are wrong stop everything, applying it would change nothing.
      const stopped = item.status === 'checked' && item.mode === 'all-or-nothing' && item.outcomes.refused > 0;
      const appliable = item.status === 'checked' && !stopped && item.outcomes.create + item.outcomes.update > 0;
      return {
        title: t.importOf(item.source),
        section: 'initiatives',
        scripts: ['progress.js'],
        body: html`${directoryNav(view, '/imports')}
          <h1>${t.importOf(item.source)}</h1>
          ${importProgress(view, item)}
          ${
            !isAtWork(item) &&
            html`${stopped && notice('warning', t.stopped)}
              <div class="actions">
                ${appliable && step(view, view.at(`/imports/${item.id}/apply`), t.apply, { sure: true })}
              </div>
              ${facts([
                [t.lines, String(item.lines)],
                [t.mode, item.mode === 'best-effort' ? t.bestEffort : t.allOrNothing],
                [t.publishShort, item.publish ? view.t.consoleCourses.yes : view.t.consoleCourses.no],
                [t.by, item.createdBy],
                [words.created, time(view.language, 'short', item.createdAt)],
              ])}
              <h2>${t.report}</h2>
              ${outcomes(view, item, outcome)}
              ${partOf(
                view,
                t.report.toLowerCase(),
                report,
                ({ items, next }) =>
                  html`${table(view, t.report, {
                    headings: [t.line, t.result, words.note],
                    rows: items.map(({ line, outcome: is, problems, initiativeId }) => [
                      line,
                      is !== null &&
                        badge(
                          is === 'refused' ? 'bad' : is === 'unchanged' ? 'neutral' : 'good',
                          lineOutcomeName(view, is),
                        ),
                      html`${problems.map(({ pointer, message }) => html`<p>${pointer !== '' && html`<code>${pointer.slice(1)}</code>: `}${message}</p>`)}
                      ${initiativeId !== null && html`<a href="${view.at(`/initiatives/${initiativeId}`)}">${t.see}</a>`}`,
                    ]),
                  })}
                  ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
              )}`
          }`,
      };
    },
  });
}

/** How many lines come to what; each is a way to see those alone. */
function outcomes(view: DeskView, { id, lines, outcomes: counts }: Import, chosen: string | undefined): Html {
  const choices = [
    [undefined, view.t.consoleDirectory.allLines, lines] as const,
    ...lineOutcomes.map((one) => [one, lineOutcomeName(view, one), counts[one]] as const),
  ];
  return html`<nav class="tabs" aria-label="${view.t.consoleDirectory.result}">
    <ul>
      ${choices.map(
        ([value, text, count]) =>
          html`<li>
            <a
              href="${view.at(`/imports/${id}`, { outcome: value })}"
              ${attribute('aria-current', value === chosen ? 'true' : undefined)}
              >${text} (${count})</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
