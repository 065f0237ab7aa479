import { newId } from '@ateneu/kernel';
import { writeWorkbook } from '@ateneu/reference-data/filled-workbook';
import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { emptyForm, type FormState } from '../../../ui/form.ts';
import { paramOf } from '../../../ui/lists.ts';
import { breadcrumb, notice } from '../../../ui/parts.ts';
import type { Answer } from '../../../upstream/answer.ts';
import { justifying } from '../../../upstream/justification.ts';
import { type KeptId, keptWorkbooks } from '../../../upstream/workbooks.ts';
import { refusalOf } from '../refusal.view.ts';
import { keptPath, partName, presentIn, readKept, stateOf, sumOf } from './kept.model.ts';
import { keptFacts, keptProgress, problemTable, sentPart } from './kept.view.ts';
import { datedFile, joinSheets } from './workbook.file.ts';

/** Copies of the funder's workbook: begun in both services under one id, left, found again, and the same ever after. */
export function keptPages(app: App, desk: Desk): void {
  const page = '/justification/:call/workbooks/:id';
  deskPage(app, desk, '/justification/:call/workbooks', {
    post: async (view, request) => {
      const call = paramOf(request, 'call');
      // The form brings the id, so that one which is sent twice begins one copy.
      const path = { call, id: fieldsOf(request.body).text('id') ?? newId() };
      const answers = await Promise.all(justifying.map((service) => keptWorkbooks(view.api, service).keep(path)));
      const begun = answers.find(({ kind }) => kind === 'ok');
      if (begun !== undefined) return { redirect: view.at(keptPath(path)) };
      const refused = answers.find(({ kind }) => kind === 'refused') ?? { kind: 'down' as const };
      return outcome(view, refused, { done: '', to: view.at('/justification', { call }) });
    },
  });
  deskPage(app, desk, page, { get: (view, request) => keptPage(view, pathOf(request), emptyForm) });
  for (const service of justifying) {
    deskPage(app, desk, `${page}/${service}`, {
      post: async (view, request) => {
        const path = pathOf(request);
        const answer = await keptWorkbooks(view.api, service).keep(path);
        return outcome(view, answer, { done: view.t.workbooks.begun, to: view.at(keptPath(path)) });
      },
    });
  }
  deskPage(app, desk, `${page}/workbook`, { get: (view, request) => download(view, pathOf(request)) });
  deskPage(app, desk, `${page}/sent`, {
    post: async (view, request) => {
      const path = pathOf(request);
      const fields = fieldsOf(request.body);
      const note = fields.text('note');
      const body = { on: fields.required('on'), ...(note === undefined ? {} : { note }) };
      const answers = await Promise.all(justifying.map((service) => keptWorkbooks(view.api, service).mark(path, body)));
      const failed = worst(answers);
      if (failed === undefined) {
        return { redirect: view.at(keptPath(path)), flash: { tone: 'success', text: view.t.workbooks.marked } };
      }
      // Where one service has it and the other has not, the page says so, and offers to mark it again.
      if (answers.some(({ kind }) => kind === 'ok')) return { redirect: view.at(keptPath(path)) };
      const { state, status } = refusalOf(view, failed, fields.values);
      return keptPage(view, path, state, status);
    },
  });
  deskPage(app, desk, `${page}/unsent`, {
    post: async (view, request) => {
      const path = pathOf(request);
      const answers = await Promise.all(justifying.map((service) => keptWorkbooks(view.api, service).unmark(path)));
      const to = view.at(keptPath(path));
      const failed = worst(answers);
      if (failed !== undefined) return outcome(view, failed, { done: '', to });
      return { redirect: to, flash: { tone: 'success', text: view.t.workbooks.unmarked } };
    },
  });
}

/** Which copy a request is about. */
export function pathOf(request: Parameters<typeof paramOf>[0]): KeptId {
  return { call: paramOf(request, 'call'), id: paramOf(request, 'id') };
}

function worst(answers: readonly Answer<unknown>[]): Exclude<Answer<unknown>, { kind: 'ok' }> | undefined {
  return answers.find((answer) => answer.kind === 'refused') ?? answers.find((answer) => answer.kind === 'down');
}

async function keptPage(view: DeskView, path: KeptId, state: FormState, status = 200): Promise<DeskAnswer> {
  const { workbooks: t, consolePartners, shell } = view.t;
  const parts = await readKept(view, path);
  const present = presentIn(parts);
  const stands = stateOf(present, present.length === parts.length);
  const ready = parts.flatMap(({ service, answer }) =>
    answer.kind === 'ok' && answer.data.status === 'ready' ? [service] : [],
  );
  // Whoever waits for the rest looks again and again: only what is finished is read, once.
  const found =
    stands === 'working'
      ? []
      : await Promise.all(ready.map(async (of) => ({ of, answer: await keptWorkbooks(view.api, of).problems(path) })));
  const problems = found.flatMap(({ answer }) => (answer.kind === 'ok' ? answer.data.items : []));
  const sum = sumOf(present);
  return {
    status,
    title: `${status === 200 ? '' : shell.errorPrefix}${t.title(path.call)}`,
    section: 'justification',
    scripts: ['progress.js'],
    body: html`${breadcrumb(view, [
        { href: view.at('/justification', { call: path.call }), text: consolePartners.workbookTitle },
      ])}
      <h1>${t.title(path.call)}</h1>
      <p class="lead">${t.lead}</p>
      ${keptProgress(view, path, parts, stands === 'working')}
      ${
        stands !== 'working' &&
        sum !== undefined &&
        html`${keptFacts(view, sum, present)}
          <h2>${consolePartners.problems}</h2>
          ${found.map(
            ({ of, answer }) => answer.kind === 'down' && notice('warning', shell.partDown(partName(view, of))),
          )}
          ${(problems.length > 0 || found.every(({ answer }) => answer.kind === 'ok')) && problemTable(view, problems)}
          ${
            stands === 'ready'
              ? html`<p class="actions">
                    <a class="button" href="${view.at(keptPath(path, '/workbook'))}">${consolePartners.download}</a>
                    <a class="button button-quiet" href="${view.at(keptPath(path, '/changes'))}">${t.changesLink}</a>
                  </p>
                  ${sentPart(view, path, { parts, sent: sum.sent, state })}`
              : notice('warning', t.notWhole)
          }`
      }`,
  };
}

async function download(view: DeskView, path: KeptId): Promise<DeskAnswer> {
  const [kept, answers] = await Promise.all([
    readKept(view, path),
    Promise.all(justifying.map((service) => keptWorkbooks(view.api, service).part(path))),
  ]);
  const parts = answers.flatMap((answer) => (answer.kind === 'ok' ? [answer.data] : []));
  const moments = presentIn(kept).flatMap(({ takenAt }) => takenAt ?? []);
  const taken = moments.toSorted().at(-1);
  if (parts.length < justifying.length || taken === undefined) {
    return { redirect: view.at(keptPath(path)), flash: { tone: 'danger', text: view.t.workbooks.notWhole } };
  }
  const file = datedFile(await writeWorkbook(joinSheets(parts)), new Date(taken));
  // The end of the id tells two copies of one day apart.
  const name = ['justificacio', path.call, taken.slice(0, 10), path.id.slice(-6)].join('-');
  return {
    file,
    name: `${name.replaceAll(/[^\w-]+/g, '-')}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}
