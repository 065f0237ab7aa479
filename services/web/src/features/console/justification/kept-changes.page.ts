import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { formatDate } from '../../../ui/dates.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { queryOf, table } from '../../../ui/lists.ts';
import { breadcrumb, notice } from '../../../ui/parts.ts';
import { justifying } from '../../../upstream/justification.ts';
import { type KeptChanges, type KeptId, keptWorkbooks } from '../../../upstream/workbooks.ts';
import { keptPath, partName, presentIn, readKept, sumOf } from './kept.model.ts';
import { readKeptList } from './kept-list.view.ts';
import { pathOf } from './kept.pages.ts';

/** What changed between a copy and what is there now, or another copy. */
export function keptChangesPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/justification/:call/workbooks/:id/changes', {
    get: (view, request) => changesPage(view, pathOf(request), queryOf(request, 'to')),
  });
}

async function changesPage(view: DeskView, path: KeptId, to: string | undefined): Promise<DeskAnswer> {
  const t = view.t.workbooks;
  const [parts, list, answers] = await Promise.all([
    readKept(view, path),
    readKeptList(view, path.call),
    Promise.all(
      justifying.map(async (service) => ({
        service,
        answer: await keptWorkbooks(view.api, service).changes(path, to),
      })),
    ),
  ]);
  const sum = sumOf(presentIn(parts));
  const form = formWriter(view, emptyForm);
  const others = list.items.filter(({ id, state }) => id !== path.id && state === 'ready');
  const sheets = joined(answers.flatMap(({ answer }) => (answer.kind === 'ok' ? answer.data.sheets : [])));
  const rows = sheets.flatMap((sheet) => sheet.rows.map((row) => ({ ...row, sheet: sheet.name })));
  const words = { added: t.oneAdded, removed: t.oneRemoved, changed: t.oneChanged };
  return {
    title: t.changesTitle(path.call),
    section: 'justification',
    body: html`${breadcrumb(view, [
        { href: view.at('/justification', { call: path.call }), text: view.t.consolePartners.workbookTitle },
        { href: view.at(keptPath(path)), text: t.title(path.call) },
      ])}
      <h1>${t.changesTitle(path.call)}</h1>
      ${sum && html`<p class="lead">${t.changesLead(formatDate(view.language, 'short', sum.requestedAt))}</p>`}
      <form action="${view.at(keptPath(path, '/changes'))}">
        ${form.select(
          'to',
          t.until,
          others.map(({ id, requestedAt, by }) => ({
            value: id,
            text: `${formatDate(view.language, 'short', requestedAt)} · ${by}`,
          })),
          { empty: t.now, initial: to },
        )}
        <p class="actions"><button class="button button-quiet" type="submit">${t.compare}</button></p>
      </form>
      ${answers.map(
        ({ service, answer }) =>
          answer.kind !== 'ok' &&
          notice(
            'warning',
            answer.kind === 'down'
              ? view.t.shell.partDown(partName(view, service))
              : t.partRefused(partName(view, service), answer.problem.detail),
          ),
      )}
      ${table(view, t.changesTitle(path.call), {
        headings: [view.t.consolePartners.sheet, t.added, t.removed, t.changed],
        rows: sheets.map(({ name, added, removed, changed }) => [name, added, removed, changed]),
      })}
      ${
        rows.length === 0
          ? sheets.length > 0 && notice('success', t.nothingChanged)
          : table(view, t.change, {
              headings: [t.row, view.t.consolePartners.sheet, t.change, t.columns],
              rows: rows.map(({ label, sheet, change, headings }) => [
                label,
                sheet,
                words[change],
                headings.join(', '),
              ]),
            })
      }
      <p class="actions"><a class="button button-quiet" href="${view.at(keptPath(path))}">${t.back}</a></p>`,
  };
}

/** One of each name: two services have rows in the same sheet. */
function joined(sheets: KeptChanges['sheets']): KeptChanges['sheets'] {
  return [...Map.groupBy(sheets, ({ name }) => name)].map(([name, same]) => ({
    name,
    added: same.reduce((sum, { added }) => sum + added, 0),
    removed: same.reduce((sum, { removed }) => sum + removed, 0),
    changed: same.reduce((sum, { changed }) => sum + changed, 0),
    rows: same.flatMap(({ rows }) => rows),
  }));
}
