import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { emptyForm, type FormState } from '../../../ui/form.ts';
import { settle } from '../../../upstream/answer.ts';
import { refusalOf } from '../refusal.view.ts';
import { projectFields, readProjectForm } from './project-form.view.ts';

/** A project that comes in by the door or the telephone, without a request or a referral. */
export function projectNewPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/projects/new', {
    get: (view) => formPage(view, emptyForm),
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/projects', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: readProjectForm(fields),
        }),
      );
      if (answer.kind === 'ok')
        return {
          redirect: view.at(`/projects/${answer.data.id}`),
          flash: { tone: 'success', text: view.t.desk.saved },
        };
      const { state, status } = refusalOf(view, answer, fields.values);
      return formPage(view, state, status);
    },
  });
}

function formPage(view: DeskView, state: FormState, status = 200): DeskAnswer {
  const { desk, projects: t } = view.t;
  const key = state.values['key'];
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.newProject}`,
    section: 'accompaniments',
    body: html`<div class="narrow">
      <h1>${t.newProject}</h1>
      ${view.form(
        view.at('/projects/new'),
        html`<input type="hidden" name="key" value="${typeof key === 'string' ? key : randomUUID()}" />`,
        projectFields(view, state),
        html`<p class="actions">
          <button class="button" type="submit">${desk.save}</button>
          <a href="${view.at('/projects')}">${view.t.consoleCourses.withoutSaving}</a>
        </p>`,
      )}
    </div>`,
  };
}
