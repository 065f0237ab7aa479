import { randomUUID } from 'node:crypto';

import { html, type Html } from '../../html.ts';
import type { View } from '../../shell/view.ts';
import { type FormState, type FormWriter, formWriter } from '../../ui/form.ts';
import { trap } from '../../ui/parts.ts';
import type { Answer } from '../../upstream/answer.ts';
import type { Question, Session, Vocabularies } from './session.model.ts';

/** The form to enrol, or to join the waiting list; the fields are the service's. */
export function enrolForm(
  view: View,
  session: Session,
  { state, words }: { state: FormState; words: Answer<Vocabularies> },
): Html {
  const t = view.t.training;
  const form = formWriter(view, state);
  const key = state.values['key'];
  const waiting = session.availability === 'waiting-list';
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
      ${session.mode === 'hybrid' && placeField(view, form, session)}
      ${form.area('accessibility', t.accessibility, { rows: 2, hint: t.accessibilityHint })}
      ${session.programme.questions.length > 0 && html`<h3>${t.questions}</h3>`}
      ${session.programme.questions.map((question) => questionField(view, form, question))}
      <h3>${t.about}</h3>
      <p class="small">${t.aboutWhy}</p>
      ${form.text('birthYear', t.birthYear, { inputmode: 'numeric', autocomplete: 'bday-year' })}
      ${form.text('municipality', t.municipality, { autocomplete: 'address-level2' })}
      ${words.kind === 'ok' && aboutFields(view, form, words.data)}
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

function placeField(view: View, form: FormWriter, { places }: Session): Html {
  const t = view.t.training;
  const left = (count: number | undefined): string => (count === undefined ? '' : ` (${t.placesLeft(count)})`);
  return form.radios(
    'place',
    t.place,
    [
      { value: 'room', text: t.placeRoom + left(places?.room.placesLeft) },
      { value: 'online', text: t.placeOnline + left(places?.online.placesLeft) },
    ],
    { required: true },
  );
}

function aboutFields(view: View, form: FormWriter, words: Vocabularies): Html {
  const t = view.t.training;
  const choices = (list: Vocabularies['genders']) =>
    list.map(({ code, label }) => ({ value: code, text: view.plain(label) }));
  return html`${form.select('profile.gender', t.gender, choices(words.genders))}
  ${form.select('profile.employmentSituation', t.employment, choices(words.employmentSituations))}
  ${form.select('profile.studyLevel', t.studies, choices(words.studyLevels))}
  ${form.select('profile.discovery', t.discovery, choices(words.discoveryChannels))}`;
}

/** A question of the session's own, in the field that fits its sort. */
function questionField(view: View, form: FormWriter, question: Question): Html {
  const { training: t } = view.t;
  const name = `answers.${question.id}`;
  const label = view.plain(question.label);
  const help = view.plain(question.help);
  const options = { required: question.required, ...(help === '' ? {} : { hint: help }) };
  const choices =
    'options' in question ? question.options.map(({ value, label: text }) => ({ value, text: view.plain(text) })) : [];
  switch (question.type) {
    case 'choice':
      return form.radios(name, label, choices, options);
    case 'several':
      return form.checks(name, label, choices, options);
    case 'yes-no':
      return form.radios(
        name,
        label,
        [
          { value: 'yes', text: t.yes },
          { value: 'no', text: t.no },
        ],
        options,
      );
    case 'number':
      return form.text(name, label, { ...options, inputmode: 'decimal' });
    case 'date':
      return form.text(name, label, { ...options, type: 'date' });
    case 'text':
      return form.area(name, label, { ...options, rows: 2 });
  }
}
