import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { type FormState, refusedForm } from '../../../ui/form.ts';
import { paramOf, step } from '../../../ui/lists.ts';
import { facts } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { asItComes } from '../../../upstream/patience.ts';
import { countOf, sizeOf } from '../../../ui/numbers.ts';
import { isCoordinator } from '../roles.ts';
import { directoryNav } from '../section-nav.view.ts';
import { exportForm, readExportOrder } from './export-form.view.ts';
import { type Export, exportProgress, filtersText, formatName, isBeingWritten } from './export.view.ts';

/** One export: begun by its form, followed on its page, fetched when it is ready, begun again where it failed. */
export function exportPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/exports', {
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.directory.POST('/v1/staff/exports', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: readExportOrder(fields),
        }),
      );
      if (answer.kind === 'ok') return { redirect: view.at(`/exports/${answer.data.id}`) };
      return againPage(
        view,
        answer.kind === 'down'
          ? { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }
          : refusedForm(fields.values, answer.problem),
      );
    },
  });
  deskPage(app, desk, '/exports/:id', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      return exportPage(
        view,
        must(await settle(view.api.directory.GET('/v1/staff/exports/{id}', { params: { path } }))),
      );
    },
  });
  deskPage(app, desk, '/exports/:id/restart', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(
        view.api.directory.POST('/v1/staff/exports/{id}/restart', { params: { path: { id } } }),
      );
      return outcome(view, answer, { done: view.t.consoleDirectory.exportBegun, to: view.at(`/exports/${id}`) });
    },
  });
  deskPage(app, desk, '/exports/:id/delete', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(view.api.directory.DELETE('/v1/staff/exports/{id}', { params: { path: { id } } }));
      const to = answer.kind === 'ok' ? '/imports' : `/exports/${id}`;
      return outcome(view, answer, { done: view.t.consoleDirectory.exportDeleted, to: view.at(to) });
    },
  });
  deskPage(app, desk, '/exports/:id/file', { get: (view, request) => filePage(view, paramOf(request, 'id')) });
}

/** The file as it comes: it may be far larger than what a page may keep in memory. */
async function filePage(view: DeskView, id: string): Promise<DeskAnswer> {
  const call = view.api.directory.GET('/v1/staff/exports/{id}/file', {
    params: { path: { id } },
    parseAs: 'stream',
    fetch: asItComes,
  });
  const answer = await settle(call);
  if (answer.kind !== 'ok') return outcome(view, answer, { done: '', to: view.at(`/exports/${id}`) });
  const { headers } = (await call).response;
  const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'iniciatives';
  const size = headers.get('content-length');
  return {
    file: Readable.fromWeb(answer.data),
    name,
    type: headers.get('content-type') ?? 'application/octet-stream',
    ...(size === null ? {} : { size: Number(size) }),
  };
}

function exportPage(view: DeskView, item: Export): DeskAnswer {
  const { consoleDirectory: t, desk: words } = view.t;
  const at = view.at(`/exports/${item.id}`);
  const isReady = item.status === 'ready';
  const isOver = item.status === 'failed' || item.status === 'expired';
  return {
    title: t.exportOf(formatName(item)),
    section: 'initiatives',
    scripts: ['progress.js'],
    body: html`${directoryNav(view, '/imports')}
      <h1>${t.exportOf(formatName(item))}</h1>
      ${exportProgress(view, item)}
      <div class="actions">
        ${isReady && html`<a class="button" href="${at}/file" download>${t.exportDownload}</a>`}
        ${isOver && step(view, `${at}/restart`, t.exportRestart)}
        ${
          (item.own || isCoordinator(view)) &&
          step(view, `${at}/delete`, isBeingWritten(item) ? t.exportStop : t.exportDelete, { sure: true })
        }
      </div>
      ${facts([
        [t.exportWhich, filtersText(view, item)],
        [t.exportRows, item.total !== null && item.status !== 'failed' && countOf(view, item.total)],
        [t.exportSize, isReady && sizeOf(view, item.size)],
        [t.exportAsOf, item.asOf !== null && time(view.language, 'moment', item.asOf)],
        [t.exportKept, isReady && item.expiresAt !== null && time(view.language, 'moment', item.expiresAt)],
        [t.by, item.createdBy],
        [words.created, time(view.language, 'short', item.createdAt)],
      ])}
      <p><a href="${view.at('/imports')}#exports">${t.exportsAll}</a></p>`,
  };
}

/** The form once more, with what is wrong. */
function againPage(view: DeskView, state: FormState): DeskAnswer {
  const t = view.t.consoleDirectory;
  return {
    status: 422,
    title: `${view.t.shell.errorPrefix}${t.exportTitle}`,
    section: 'initiatives',
    body: html`${directoryNav(view, '/imports')}
      <div class="narrow">
        <h1>${t.exportTitle}</h1>
        ${exportForm(view, state)}
      </div>`,
  };
}
