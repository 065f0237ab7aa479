import { studyGrades } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { formatDate } from '../../../ui/dates.ts';
import { fieldsOf, type FormValues } from '../../../ui/fields.ts';
import { type FormState, formWriter, refusedForm } from '../../../ui/form.ts';
import { paramOf } from '../../../ui/lists.ts';
import { closeRanks, rowCount } from '../../../ui/rows.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/training.ts';
import { rows } from './programme-form.view.ts';

type Counts =
  paths['/v1/staff/sessions/{id}/head-counts']['put']['requestBody']['content']['application/json']['items'];
type Grade = Counts[number]['grade'];

/** How many pupils of which school and grade were at a session: by head, and never by name. */
export function headCountPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id/head-counts', {
    get: async (view, request) => {
      const id = paramOf(request, 'id');
      const { items } = must(
        await settle(view.api.training.GET('/v1/staff/sessions/{id}/head-counts', { params: { path: { id } } })),
      );
      const values: Record<string, string> = {};
      for (const [index, { school, grade, pupils }] of items.entries()) {
        values[`items.${index}.school`] = school;
        values[`items.${index}.grade`] = grade;
        values[`items.${index}.pupils`] = String(pupils);
      }
      return countsPage(view, id, { values, errors: {} });
    },
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const values = closeRanks(fieldsOf(request.body).values, 'items', ['school', 'grade', 'pupils']);
      const answer = await settle(
        view.api.training.PUT('/v1/staff/sessions/{id}/head-counts', {
          params: { path: { id } },
          body: { items: readItems(values) },
        }),
      );
      if (answer.kind === 'refused') return countsPage(view, id, refusedForm(values, answer.problem), 422);
      if (answer.kind === 'down')
        return countsPage(view, id, { values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      return outcome(view, answer, { done: view.t.desk.saved, to: view.at(`/sessions/${id}/head-counts`) });
    },
  });
}

function readItems(values: FormValues) {
  const fields = fieldsOf(values);
  return Array.from({ length: rowCount(values, 'items') }, (_, index) => ({
    school: fields.required(`items.${index}.school`),
    // An unknown grade goes to the service as such, which says so at its field.
    grade: fields.required(`items.${index}.grade`) as Grade,
    pupils: fields.number(`items.${index}.pupils`) ?? NaN,
  }));
}

async function countsPage(view: DeskView, id: string, state: FormState, status = 200): Promise<DeskAnswer> {
  const session = must(await settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path: { id } } })));
  const t = view.t.consoleCourses;
  const form = formWriter(view, state);
  const grades = studyGrades.map(({ code, label }) => ({ value: code, text: label[view.language] }));
  const total = readItems(state.values).reduce((sum, { pupils }) => sum + (Number.isFinite(pupils) ? pupils : 0), 0);
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.headCounts}: ${view.plain(session.title)}`,
    section: 'sessions',
    body: html`<div class="narrow">
      <h1>${t.headCounts}</h1>
      <p class="lead">
        <a href="${view.at(`/sessions/${id}`)}">${view.say(session.title)}</a>,
        ${formatDate(view.language, 'short', session.startsAt)}
      </p>
      <p>${t.headCountsLead}</p>
      <p role="status"><strong>${t.pupilsTotal(total)}</strong></p>
      ${form.summary()}
      ${view.form(
        view.at(`/sessions/${id}/head-counts`),
        html`${rows(
          state,
          'items',
          2,
          (at, n) =>
            html`<fieldset class="field row">
              <legend>${t.group(n)}</legend>
              ${form.text(`${at}.school`, t.school)} ${form.select(`${at}.grade`, t.grade, grades)}
              ${form.text(`${at}.pupils`, t.pupils, { inputmode: 'numeric' })}
            </fieldset>`,
        )}`,
        html`<p class="hint">${t.rowHint}</p>`,
        html`<p class="actions actions-sticky"><button class="button" type="submit">${view.t.desk.save}</button></p>`,
      )}
    </div>`,
  };
}
