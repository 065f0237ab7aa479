import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../shell/desk-page.ts';
import { consentTextVersion } from '../../texts/statements.texts.ts';
import { fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../ui/form.ts';
import { readConsent, readReferral, referralFields } from '../../ui/referral-form.ts';
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
            ...readReferral(fields),
            consent: readConsent(fields) ?? { scope: 'referral', givenOn: '', textVersion: consentTextVersion },
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
  const t = view.t.partnerDesk;
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
        referralFields(view, form, {
          beside: form.text('partnerReference', view.t.cases.reference),
          consentRequired: true,
        }),
        html`<p class="actions"><button class="button" type="submit">${t.sendReferral}</button></p>`,
      )}
    </div>`,
  };
}
