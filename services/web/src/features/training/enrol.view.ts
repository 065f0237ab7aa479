import { randomUUID } from 'node:crypto';

import { html, type Html } from '../../html.ts';
import type { View } from '../../shell/view.ts';
import { type FormState, formWriter } from '../../ui/form.ts';

/** The form to enrol, or to join the waiting list; the fields are the service's. */
export function enrolForm(view: View, state: FormState, waiting: boolean): Html {
  const t = view.t.training;
  const form = formWriter(view, state);
  const key = state.values['key'];
  const agreement = html`${t.consentData} (<a href="${view.href('privacy')}">${view.t.shell.privacy}</a>)`;
  return html`<section aria-labelledby="enrol">
    <h2 id="enrol">${waiting ? t.waitTitle : t.enrolTitle}</h2>
    <p>${waiting ? t.waitText : t.enrolFree}</p>
    ${form.summary()}
    <form method="post" action="${view.url.split('?', 1)[0]}#enrol" novalidate>
      ${form.hidden('key', typeof key === 'string' ? key : randomUUID())}
      ${form.text('name', t.name, { required: true, autocomplete: 'name' })}
      ${form.text('email', t.email, { required: true, type: 'email', autocomplete: 'email' })}
      ${form.text('phone', t.phone, { type: 'tel', autocomplete: 'tel' })}
      ${form.text('birthYear', t.birthYear, { inputmode: 'numeric', autocomplete: 'bday-year', hint: t.birthYearHint })}
      ${form.text('municipality', t.municipality, { autocomplete: 'address-level2' })}
      ${form.radios(
        'language',
        t.language,
        [
          { value: 'ca', text: 'Català' },
          { value: 'es', text: 'Castellano' },
        ],
        { required: true, initial: view.language === 'es' ? 'es' : 'ca' },
      )}
      <fieldset class="field">
        <legend>${t.consents}</legend>
        ${form.check('consents.data', agreement, { required: true })} ${form.check('consents.images', t.consentImages)}
        ${form.check('consents.news', t.consentNews)}
      </fieldset>
      ${trap()}
      <p class="actions"><button class="button" type="submit">${waiting ? t.join : t.enrol}</button></p>
    </form>
  </section>`;
}

/** A field that no person sees: programs fill it in, and the service then knows. */
export function trap(): Html {
  return html`<div class="trap" aria-hidden="true">
    <label for="homepage">Homepage</label><input id="homepage" name="homepage" tabindex="-1" autocomplete="off" />
  </div>`;
}
