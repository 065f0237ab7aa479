import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { emptyForm, type FormState, refusedForm } from '../../../ui/form.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { conflict } from '../conflict.view.ts';
import { paramOf, versioned } from '../../../ui/lists.ts';
import { readSession, sessionConflict, sessionFields, sessionValues } from './session-form.view.ts';

/** A new session, and one that is edited. */
export function sessionEditPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/new', {
    get: (view) => formPage(view, { state: emptyForm }),
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: readSession(fields),
        }),
      );
      if (answer.kind === 'ok')
        return {
          redirect: view.at(`/sessions/${answer.data.id}`),
          flash: { tone: 'success', text: view.t.desk.saved },
        };
      if (answer.kind === 'down')
        return formPage(view, {
          state: { values: fields.values, errors: {}, problem: view.t.shell.serviceDown },
          status: 503,
        });
      return formPage(view, { state: refusedForm(fields.values, answer.problem), status: 422 });
    },
  });
  deskPage(app, desk, '/sessions/:id/edit', {
    get: async (view, request) => {
      const stored = await read(view, paramOf(request, 'id'));
      return formPage(view, { stored, state: { values: sessionValues(stored), errors: {} } });
    },
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const stored = await read(view, id);
      const answer = await settle(
        view.api.training.PUT('/v1/staff/sessions/{id}', {
          ...versioned(id, fields.text('version')),
          body: readSession(fields, stored),
        }),
      );
      // What is not ticked is not sent, and must not look as if nobody had said.
      const values = { waitingListEnabled: 'no', ...fields.values };
      if (answer.kind === 'ok')
        return { redirect: view.at(`/sessions/${id}`), flash: { tone: 'success', text: view.t.desk.saved } };
      if (answer.kind === 'down')
        return formPage(view, {
          stored,
          state: { values, errors: {}, problem: view.t.shell.serviceDown },
          status: 503,
        });
      if (answer.problem.status !== 412)
        return formPage(view, { stored, state: refusedForm(values, answer.problem), status: 422 });
      const above = conflict(view, sessionConflict(view, stored, fields));
      return formPage(view, { stored, state: { values, errors: {} }, status: 412, above });
    },
  });
}

async function read(view: DeskView, id: string) {
  return must(await settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path: { id } } })));
}

interface FormPage {
  readonly stored?: { readonly id: string; readonly version: number };
  readonly state: FormState;
  readonly status?: number;
  readonly above?: Html;
}

function formPage(view: DeskView, { stored, state, status = 200, above }: FormPage): DeskAnswer {
  const t = view.t.consoleSessions;
  const title = stored === undefined ? t.create : t.editTitle;
  const key = state.values['key'];
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${title}`,
    section: 'sessions',
    body: html`<div class="narrow">
      <h1>${title}</h1>
      ${above}
      ${view.form(
        stored === undefined ? view.at('/sessions/new') : view.at(`/sessions/${stored.id}/edit`),
        stored === undefined
          ? html`<input type="hidden" name="key" value="${typeof key === 'string' ? key : randomUUID()}" />`
          : html`<input type="hidden" name="version" value="${stored.version}" />`,
        sessionFields(view, state),
        html`<p class="actions"><button class="button" type="submit">${view.t.desk.save}</button></p>`,
      )}
    </div>`,
  };
}
