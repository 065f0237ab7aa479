import { writeWorkbook } from '@ateneu/reference-data/filled-workbook';
import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { missingPart, notice, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { type JustificationPart, justifying, readJustification } from '../../../upstream/justification.ts';
import { paramOf, queryOf, table } from '../../../ui/lists.ts';
import { isCoordinator } from '../roles.ts';
import { indicatorChart } from './indicators.view.ts';
import { keptList, readKeptList } from './kept-list.view.ts';
import { problemTable } from './kept.view.ts';
import { joinSheets } from './workbook.file.ts';

/** The funder's workbook: what is wrong with it first, and then the file, which is whole or not given. */
export function workbookPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/justification', {
    get: async (view, request) => {
      const { consolePartners: t } = view.t;
      const calls = await settle(view.api.training.GET('/v1/staff/funder-calls'));
      const items = calls.kind === 'ok' ? calls.data.items : [];
      const call = queryOf(request, 'call') ?? items.at(-1)?.code;
      const body = call === undefined ? undefined : await callPart(view, call);
      return {
        title: t.workbookTitle,
        section: 'justification',
        body: html`<h1>${t.workbookTitle}</h1>
          <p class="lead">${t.workbookLead}</p>
          ${missingPart(view, t.partCalls, calls)}
          <form action="${view.at('/justification')}">
            <div class="field">
              <label for="call">${t.call}</label>
              <select id="call" name="call">
                ${items.map(({ code, name }) => html`<option value="${code}" ${code === call && html` selected`}>${name}</option>`)}
              </select>
            </div>
            <p class="actions"><button class="button button-quiet" type="submit">${t.show}</button></p>
          </form>
          ${body}`,
      };
    },
  });
  deskPage(app, desk, '/justification/:call/workbook', {
    get: async (view, request) => {
      const call = paramOf(request, 'call');
      const { parts, missing } = await readParts(view, call);
      const back = view.at('/justification', { call });
      if (missing.length > 0) {
        return {
          redirect: back,
          flash: { tone: 'danger', text: view.t.consolePartners.incomplete(missing.join(', ')) },
        };
      }
      const file = await writeWorkbook(joinSheets(parts));
      const name = `justificacio-${call.replaceAll(/[^\w-]+/g, '-')}.xlsx`;
      return { file, name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
    },
  });
}

async function readParts(view: DeskView, call: string): Promise<{ parts: JustificationPart[]; missing: string[] }> {
  const names = { training: view.t.console.sessions, accompaniment: view.t.console.accompaniments };
  const answers = await Promise.all(
    justifying.map(async (service) => [service, await readJustification(view.api, service, call)] as const),
  );
  return {
    parts: answers.flatMap(([, answer]) => (answer.kind === 'ok' ? [answer.data] : [])),
    missing: answers.flatMap(([service, answer]) => (answer.kind === 'ok' ? [] : [names[service]])),
  };
}

async function callPart(view: DeskView, call: string) {
  const { consolePartners: t } = view.t;
  const [{ parts, missing }, kept, indicators] = await Promise.all([
    readParts(view, call),
    readKeptList(view, call),
    settle(view.api.accompaniment.GET('/v1/staff/justification/{call}/indicators', { params: { path: { call } } })),
  ]);
  const problems = parts.flatMap((part) => part.problems);
  const sheets = joinSheets(parts);
  return html`${missing.length > 0 && notice('danger', t.incomplete(missing.join(', ')))}
    <h2>${t.problems}</h2>
    ${problemTable(view, problems)}
    ${
      missing.length === 0 &&
      html`<p class="actions">
        <a class="button button-quiet" href="${view.at(`/justification/${encodeURIComponent(call)}/workbook`)}"
          >${t.download}</a
        >
      </p>`
    }
    ${table(view, t.workbookTitle, { headings: [t.sheet, t.rows], rows: sheets.map(({ name, rows }) => [name, rows.length]) })}
    ${keptList(view, call, kept)}
    <h2>${t.indicators}</h2>
    ${partOf(view, t.indicators.toLowerCase(), indicators, ({ items }) => indicatorChart(view, items))}
    ${
      isCoordinator(view) &&
      html`<p class="actions">
        <a class="button button-quiet" href="${view.at(`/justification/${encodeURIComponent(call)}/targets`)}"
          >${t.targetsEdit}</a
        >
      </p>`
    }`;
}
