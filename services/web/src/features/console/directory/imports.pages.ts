import type { App } from '@ateneu/service-kit';

import type { FastifyRequest } from 'fastify';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { emptyForm, type FormState, refusedForm } from '../../../ui/form.ts';
import { paramOf, queryOf, table } from '../../../ui/lists.ts';
import { pager, partOf } from '../../../ui/parts.ts';
import { type Answer, settle } from '../../../upstream/answer.ts';
import { patiently } from '../../../upstream/patience.ts';
import { directoryNav } from '../section-nav.view.ts';
import { type FileHead, headOf, saysEnough } from './import-columns.model.ts';
import { importForm, mappingForm, readPlan } from './import-form.view.ts';
import { exportForm, exportStateOf } from './export-form.view.ts';
import { isCoordinator } from '../roles.ts';
import { exportsTable } from './export.view.ts';
import { type Import, importBadge } from './import-report.view.ts';
import { acceptUploads, readUpload, type Upload } from './upload.form.ts';

/** Files in and out of the directory: what was imported and exported so far, and the forms for more. */
export async function importsPages(app: App, desk: Desk): Promise<void> {
  deskPage(app, desk, '/imports', { get: (view, request) => listPage(view, emptyForm, { request }) });
  await app.register(async (uploads) => {
    await acceptUploads(uploads);
    deskPage(uploads, desk, '/imports', {
      post: async (view, request) => {
        const { fields, file } = readUpload(request);
        const t = view.t.consoleDirectory;
        const again = (message: string) =>
          listPage(view, { values: fields.values, errors: { file: message } }, { status: 422 });
        if (file === undefined) return again(t.fileMissing);
        if (file.tooLarge) return again(t.fileTooLarge);
        const head = headOf(file.content, file.name);
        if (head === undefined) return again(t.fileUnreadable);
        const mapped = fields.text('step') === 'mapping';
        const state = { values: fields.values, errors: {} };
        const ask = (of: FormState, status = 200) => mappingPage(view, { fields, file, head, state: of }, status);
        if (!mapped && fields.text('source') !== undefined && !saysEnough(head.columns)) return ask(state);
        const answer = await begin(view, readPlan(fields, head), file);
        if (answer.kind === 'ok') return { redirect: view.at(`/imports/${answer.data.id}`) };
        const refused =
          answer.kind === 'down'
            ? { ...state, problem: view.t.shell.serviceDown }
            : refusedForm(fields.values, answer.problem);
        return mapped ? ask(refused, 422) : listPage(view, refused, { status: 422 });
      },
    });
  });
  deskPage(app, desk, '/imports/:id/apply', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(
        view.api.directory.POST('/v1/staff/imports/{id}/apply', { params: { path: { id } } }),
      );
      return outcome(view, answer, { done: view.t.consoleDirectory.applied, to: view.at(`/imports/${id}`) });
    },
  });
}

/** Says how the file is to be read, and sends it; what it would do is found out in the background. */
async function begin(view: DeskView, plan: ReturnType<typeof readPlan>, file: Upload): Promise<Answer<{ id: string }>> {
  const begun = await settle(view.api.directory.POST('/v1/staff/imports', { body: plan }));
  if (begun.kind !== 'ok') return begun;
  return settle(
    view.api.directory.PUT('/v1/staff/imports/{id}/file', {
      params: { path: { id: begun.data.id } },
      // The description has no schema for a file: it goes as it is.
      body: file.content as never,
      bodySerializer: (body: unknown) => body as Buffer<ArrayBuffer>,
      headers: { 'content-type': plan.format === 'csv' ? 'text/csv' : 'application/geo+json' },
      fetch: patiently,
    }),
  );
}

async function listPage(
  view: DeskView,
  state: FormState,
  { status = 200, request }: { status?: number; request?: FastifyRequest } = {},
): Promise<DeskAnswer> {
  const t = view.t.consoleDirectory;
  const mayImport = isCoordinator(view);
  const cursor = request && queryOf(request, 'cursor');
  const [imports, exports] = await Promise.all([
    mayImport ? settle(view.api.directory.GET('/v1/staff/imports')) : undefined,
    settle(view.api.directory.GET('/v1/staff/exports', { params: { query: { ...given({ cursor }), limit: 25 } } })),
  ]);
  const page = (at: string | undefined) => `${view.at('/imports', { cursor: at })}#exports`;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.exchange}`,
    section: 'initiatives',
    body: html`${directoryNav(view, '/imports')}
      <h1>${t.exchange}</h1>
      ${
        imports &&
        html`<section aria-labelledby="import">
          <div class="narrow">
            <h2 id="import">${t.importTitle}</h2>
            <p>${t.importLead}</p>
            ${state.problem && html`<p class="field-error" role="alert">${state.problem}</p>`}
            ${importForm(view, view.at('/imports'), state)}
          </div>
          <h2>${t.importsTitle}</h2>
          ${partOf(view, t.importsTitle.toLowerCase(), imports, ({ items }) => importsTable(view, items))}
        </section>`
      }
      <section aria-labelledby="export">
        <div class="narrow">
          <h2 id="export">${t.exportTitle}</h2>
          <p>${t.exportLead}</p>
          ${exportForm(view, exportStateOf(request))}
        </div>
        <h2 id="exports">${t.exportsTitle}</h2>
        ${partOf(view, t.exportsTitle.toLowerCase(), exports, ({ items, next }) => html`${exportsTable(view, items)}${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`)}
      </section>`,
  };
}

function importsTable(view: DeskView, items: readonly Import[]): Html {
  const { consoleDirectory: t, desk: words } = view.t;
  return table(view, t.importsTitle, {
    headings: [t.source, words.status, t.lines, t.by, words.created],
    rows: items.map(({ id, source, status, lines, createdBy, createdAt }) => [
      html`<a href="${view.at(`/imports/${id}`)}">${source}</a>`,
      importBadge(view, status),
      lines,
      createdBy,
      time(view.language, 'short', createdAt),
    ]),
  });
}

function mappingPage(
  view: DeskView,
  form: { fields: Parameters<typeof mappingForm>[2]['fields']; file: Upload; head: FileHead; state: FormState },
  status: number,
): DeskAnswer {
  const t = view.t.consoleDirectory;
  const { errors, problem } = form.state;
  const wrong = [...(problem === undefined ? [] : [problem]), ...Object.values(errors)];
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.mappingTitle}`,
    section: 'initiatives',
    body: html`<div class="narrow">
      <h1>${t.mappingTitle}</h1>
      <p class="lead">${t.mappingLead(form.file.name, form.head.columns.length)}</p>
      ${
        wrong.length > 0 &&
        html`<div class="error-summary" role="alert">
          <h2>${view.t.shell.errorSummary}</h2>
          ${wrong.map((message) => html`<p>${message}</p>`)}
        </div>`
      }
      ${mappingForm(view, view.at('/imports'), form)}
    </div>`,
  };
}
