import { randomUUID } from 'node:crypto';

import { neighbourhoods, sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../shell/desk-page.ts';
import { consentTextVersion } from '../../texts/statements.texts.ts';
import { modalities, modalityChoices, scopeChoices, scopes } from '../../ui/cases.ts';
import { fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../ui/form.ts';
import { settle } from '../../upstream/answer.ts';

/** A partner refers a project to the ateneu. */
export function referPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/refer', {
    get: (view) => formPage(view, emptyForm),
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/partner/referrals', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: {
            modality: modalities.find((one) => one === fields.text('modality')) ?? 'creation',
            project: {
              name: fields.required('project.name'),
              description: fields.required('project.description'),
              ...given({ sector: fields.text('project.sector'), neighbourhood: fields.text('project.neighbourhood') }),
            },
            person: {
              name: fields.required('person.name'),
              email: fields.required('person.email'),
              language: fields.text('person.language') === 'es' ? 'es' : 'ca',
              ...given({ phone: fields.text('person.phone') }),
            },
            consent: {
              scope: scopes.find((one) => one === fields.text('consent.scope')) ?? 'referral',
              givenOn: fields.required('consent.givenOn'),
              textVersion: consentTextVersion,
            },
            ...given({ partnerReference: fields.text('partnerReference') }),
          },
        }),
      );
      if (answer.kind === 'ok') {
        return {
          redirect: view.at(`/referrals/${answer.data.id}`),
          flash: { tone: 'success', text: view.t.partnerDesk.referralSent },
        };
      }
      if (answer.kind === 'down')
        return formPage(view, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      return formPage(view, refusedForm(fields.values, answer.problem), 422);
    },
  });
}

function formPage(view: DeskView, state: FormState, status = 200): DeskAnswer {
  const { partnerDesk: t, desk: words, cases, training, directory, accompaniment } = view.t;
  const form = formWriter(view, state);
  const key = state.values['key'];
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.refer}`,
    section: 'refer',
    body: html`<div class="narrow">
      <h1>${t.refer}</h1>
      <p class="lead">${t.referLead}</p>
      ${form.summary()}
      ${view.form(
        view.at('/refer'),
        form.hidden('key', typeof key === 'string' ? key : randomUUID()),
        form.radios('modality', words.modality, modalityChoices(view), { required: true, initial: 'creation' }),
        form.text('partnerReference', cases.reference),
        html`<h2>${words.project}</h2>`,
        form.text('project.name', words.name, { required: true }),
        form.area('project.description', accompaniment.projectText, { required: true }),
        form.select(
          'project.sector',
          directory.sector,
          sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
        ),
        form.select(
          'project.neighbourhood',
          directory.neighbourhood,
          neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
        ),
        html`<h2>${words.person}</h2>`,
        form.text('person.name', training.name, { required: true }),
        form.text('person.email', training.email, { required: true, type: 'email' }),
        form.text('person.phone', training.phone, { type: 'tel' }),
        form.radios(
          'person.language',
          training.language,
          [
            { value: 'ca', text: 'Català' },
            { value: 'es', text: 'Castellano' },
          ],
          { initial: 'ca' },
        ),
        html`<h2>${cases.consent}</h2>`,
        form.radios('consent.scope', cases.consentScope, scopeChoices(view), { required: true, initial: 'referral' }),
        form.text('consent.givenOn', cases.consentDay, { type: 'date', required: true }),
        html`<p class="actions"><button class="button" type="submit">${t.sendReferral}</button></p>`,
      )}
    </div>`,
  };
}
