import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter } from '../../../ui/form.ts';
import { paramOf, versioned } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { conflict } from '../conflict.view.ts';
import { refusalOf } from '../refusal.view.ts';
import { outcomeConflict, outcomeFields, outcomePlaces, outcomeValues, readOutcome } from './outcome.view.ts';

/** The end of an accompaniment: its outcome, and corrections of it. */
export function outcomePages(app: App, desk: Desk): void {
  for (const step of ['complete', 'correct-outcome'] as const) {
    deskPage(app, desk, `/accompaniments/:id/${step}`, {
      get: async (view, request) => {
        const it = await read(view, paramOf(request, 'id'));
        const values = it.outcome === null ? emptyForm.values : outcomeValues(it.outcome);
        return outcomePage(view, it, step, { values, errors: {} });
      },
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        const fields = fieldsOf(request.body);
        if (fields.text('outcome.kind') === undefined) {
          const errors = { 'outcome.kind': view.t.outcomes.kindMissing };
          return outcomePage(view, await read(view, id), step, { values: fields.values, errors }, 422);
        }
        const at = versioned(id, fields.text('version'));
        const outcome = readOutcome(fields);
        const answer =
          step === 'complete'
            ? await settle(
                view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/complete', { ...at, body: { outcome } }),
              )
            : await settle(
                view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/correct-outcome', {
                  ...at,
                  body: { outcome, why: fields.required('why') },
                }),
              );
        if (answer.kind === 'ok')
          return { redirect: view.at(`/accompaniments/${id}`), flash: { tone: 'success', text: view.t.desk.saved } };
        const { state, status, stale } = refusalOf(view, answer, fields.values, outcomePlaces);
        const stored = await read(view, id);
        const above = stale && conflict(view, outcomeConflict(view, stored.outcome, outcome));
        return outcomePage(view, stored, step, state, status, above);
      },
    });
  }
}

async function read(view: DeskView, id: string) {
  return must(await settle(view.api.accompaniment.GET('/v1/staff/accompaniments/{id}', { params: { path: { id } } })));
}

function outcomePage(
  view: DeskView,
  { id, version, project }: Awaited<ReturnType<typeof read>>,
  step: 'complete' | 'correct-outcome',
  state: FormState,
  status = 200,
  above?: Html | false,
): DeskAnswer {
  const { outcomes: t, cases } = view.t;
  const form = formWriter(view, state);
  const title = step === 'complete' ? cases.complete : t.correct;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${title}: ${project.name}`,
    section: 'accompaniments',
    body: html`<div class="narrow">
      <h1>${title} <small>${project.name}</small></h1>
      ${above} ${form.summary()}
      ${view.form(
        view.at(`/accompaniments/${id}/${step}`),
        html`<input type="hidden" name="version" value="${version}" />`,
        outcomeFields(view, state),
        step === 'correct-outcome' && form.area('why', t.correctWhy, { required: true, rows: 3, hint: t.correctHint }),
        html`<p class="actions">
          <button class="button" type="submit">${title}</button>
          <a href="${view.at(`/accompaniments/${id}`)}">${cases.backToAccompaniment}</a>
        </p>`,
      )}
    </div>`,
  };
}
