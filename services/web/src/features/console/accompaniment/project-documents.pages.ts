import multipart from '@fastify/multipart';
import { type App, kitErrors } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import { html } from '../../../html.ts';
import { sessionValue } from '../../../sessions/session.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { type Fields, fieldsOf } from '../../../ui/fields.ts';
import type { FormState } from '../../../ui/form.ts';
import { paramOf } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { refusalOf } from '../refusal.view.ts';
import { readProject } from './project.pages.ts';
import { documentKinds } from './project.names.ts';
import { uploadForm } from './project-documents.view.ts';

/** What the accompaniment service takes at most, in bytes. */
const maxBytes = 20 * 1024 * 1024;
/** A document of twenty megabytes may take longer than a part of a page, in milliseconds. */
const patienceMs = 60_000;

const patient = { fetch: (call: Request) => fetch(call, { signal: AbortSignal.timeout(patienceMs) }) };

/** Where a refusal belongs that names no field. */
const places = {
  'accompaniment.document.type-refused': 'file',
  'accompaniment.document.too-large': 'file',
  'accompaniment.document.missing': 'file',
};

/** The documents of a project: upload, download, share with a partner and stop, delete. */
export function projectDocumentPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/projects/:id/documents/:document/content', {
    get: async (view, request) => {
      const [id, documentId] = [paramOf(request, 'id'), paramOf(request, 'document')];
      const list = must(
        await settle(view.api.accompaniment.GET('/v1/staff/projects/{id}/documents', { params: { path: { id } } })),
      );
      const found = list.items.find((document) => document.id === documentId);
      if (found === undefined) throw kitErrors.routeNotFound();
      const contents = must(
        await settle(
          view.api.accompaniment.GET('/v1/staff/projects/{id}/documents/{documentId}/content', {
            params: { path: { id, documentId } },
            parseAs: 'arrayBuffer',
            ...patient,
          }),
        ),
      );
      // As a download and never as a page: what it holds was written by others.
      return { file: Buffer.from(contents), name: found.fileName, type: 'application/octet-stream' };
    },
  });
  const act = (
    name: string,
    call: (view: DeskView, request: FastifyRequest, fields: Fields) => ReturnType<typeof settle>,
  ) => {
    deskPage(app, desk, `/projects/:id/documents/:document/${name}`, {
      post: async (view, request) => {
        const answer = await call(view, request, fieldsOf(request.body));
        const to = `${view.at(`/projects/${paramOf(request, 'id')}`)}#documents`;
        return outcome(view, answer, { done: view.t.desk.saved, to });
      },
    });
  };
  act('remove', (view, request) =>
    settle(
      view.api.accompaniment.DELETE('/v1/staff/projects/{id}/documents/{documentId}', {
        params: { path: { id: paramOf(request, 'id'), documentId: paramOf(request, 'document') } },
      }),
    ),
  );
  act('share', (view, request, fields) =>
    settle(view.api.accompaniment.PUT('/v1/staff/referrals/{id}/documents/{documentId}', shared(request, fields))),
  );
  act('unshare', (view, request, fields) =>
    settle(view.api.accompaniment.DELETE('/v1/staff/referrals/{id}/documents/{documentId}', shared(request, fields))),
  );
  // Only here are forms with files read.
  void app.register(async (scope) => {
    // Nobody but staff makes this process hold a file.
    scope.addHook('onRequest', (request, _reply, next) => {
      if (sessionValue(request, 'staff') === undefined) next(kitErrors.authenticationRequired());
      else next();
    });
    await scope.register(multipart, {
      attachFieldsToBody: 'keyValues',
      throwFileSizeLimit: false,
      // One byte more than is taken, so that what is too large can be told at its field.
      limits: { fileSize: maxBytes + 1, files: 1, fields: 4, fieldSize: 1_000, headerPairs: 50, parts: 5 },
      onFile: async (part) => {
        const contents = await part.toBuffer();
        Object.assign(part, { value: { fileName: part.filename, contents } });
      },
    });
    deskPage(scope, desk, '/projects/:id/documents', {
      post: (view, request) => upload(view, paramOf(request, 'id'), request.body),
    });
  });
}

function shared(request: FastifyRequest, fields: Fields) {
  return {
    params: {
      path: { id: fields.required('referral'), documentId: paramOf(request, 'document') },
      header: { 'If-Match': `"${fields.text('version') ?? ''}"` },
    },
  };
}

interface SentFile {
  readonly fileName: string;
  readonly contents: Buffer<ArrayBuffer>;
}

async function upload(view: DeskView, id: string, body: unknown): Promise<DeskAnswer> {
  const t = view.t.projects;
  const { file } = body as { file?: SentFile };
  const fields = fieldsOf(body);
  const values = { kind: fields.text('kind') ?? '' };
  const kind = documentKinds.find((one) => one === values.kind);
  const errors = {
    ...(kind === undefined ? { kind: t.kindMissing } : {}),
    ...(file === undefined || file.fileName === '' || file.contents.length === 0 ? { file: t.fileMissing } : {}),
    ...(file !== undefined && file.contents.length > maxBytes ? { file: t.fileTooLarge } : {}),
  };
  if (file === undefined || kind === undefined || Object.keys(errors).length > 0)
    return uploadPage(view, id, { values, errors }, 422);
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', new Blob([file.contents]), file.fileName);
  const answer = await settle(
    view.api.accompaniment.POST('/v1/staff/projects/{id}/documents', {
      params: { path: { id } },
      // The document of the API does not describe the fields of a form with a file.
      body: form as never,
      ...patient,
    }),
  );
  if (answer.kind === 'ok')
    return { redirect: `${view.at(`/projects/${id}`)}#documents`, flash: { tone: 'success', text: view.t.desk.saved } };
  const { state, status } = refusalOf(view, answer, values, places);
  return uploadPage(view, id, state, status);
}

async function uploadPage(view: DeskView, id: string, state: FormState, status: number): Promise<DeskAnswer> {
  const t = view.t.projects;
  const project = await readProject(view, id);
  return {
    status,
    title: `${view.t.shell.errorPrefix}${t.uploadTitle}: ${project.name}`,
    section: 'accompaniments',
    body: html`<h1>${project.name}</h1>
      ${uploadForm(view, id, state)}
      <p><a href="${view.at(`/projects/${id}`)}">${t.seeProjectSheet}</a></p>`,
  };
}
