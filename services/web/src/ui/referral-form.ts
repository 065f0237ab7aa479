import { neighbourhoods, sectors } from '@ateneu/reference-data';

import { html, type Html } from '../html.ts';
import type { DeskView } from '../shell/desk-page.ts';
import { consentTextVersion } from '../texts/statements.texts.ts';
import { modalities, modalityChoices, scopeChoices, scopes } from './cases.ts';
import { type Fields, given } from './fields.ts';
import type { FormWriter } from './form.ts';

/** What a form says of a project and its person, whoever refers it. */
export function readReferral(fields: Fields) {
  return {
    modality: modalities.find((one) => one === fields.text('modality')) ?? ('creation' as const),
    project: {
      name: fields.required('project.name'),
      description: fields.required('project.description'),
      ...given({ sector: fields.text('project.sector'), neighbourhood: fields.text('project.neighbourhood') }),
    },
    person: {
      name: fields.required('person.name'),
      email: fields.required('person.email'),
      language: fields.text('person.language') === 'es' ? ('es' as const) : ('ca' as const),
      ...given({ phone: fields.text('person.phone') }),
    },
  };
}

/** What a form says of a person's consent; `undefined` where it has no day. */
export function readConsent(fields: Fields) {
  const givenOn = fields.text('consent.givenOn');
  if (givenOn === undefined) return undefined;
  return {
    scope: scopes.find((one) => one === fields.text('consent.scope')) ?? ('referral' as const),
    givenOn,
    textVersion: consentTextVersion,
  };
}

/** The fields of a person's consent. */
export function consentFields(view: DeskView, form: FormWriter, required = false): Html {
  const t = view.t.cases;
  return html`${form.radios('consent.scope', t.consentScope, scopeChoices(view), { required, initial: 'referral' })}
  ${form.text('consent.givenOn', t.consentDay, { type: 'date', required })}`;
}

/**
 * The fields by which a project is referred, by the ateneu or to it.
 *
 * @param consentRequired a partner refers nothing without; the ateneu’s draft may wait for it
 */
export function referralFields(
  view: DeskView,
  form: FormWriter,
  { beside, consentRequired }: { beside: Html; consentRequired: boolean },
): Html {
  const { desk: words, cases, training, directory, accompaniment } = view.t;
  return html`${form.radios('modality', words.modality, modalityChoices(view), { required: true, initial: 'creation' })}
    ${beside}
    <h2>${words.project}</h2>
    ${form.text('project.name', words.name, { required: true })}
    ${form.area('project.description', accompaniment.projectText, { required: true })}
    ${form.select(
      'project.sector',
      directory.sector,
      sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
    )}
    ${form.select(
      'project.neighbourhood',
      directory.neighbourhood,
      neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
    )}
    <h2>${words.person}</h2>
    ${form.text('person.name', training.name, { required: true })}
    ${form.text('person.email', training.email, { required: true, type: 'email' })}
    ${form.text('person.phone', training.phone, { type: 'tel' })}
    ${form.radios(
      'person.language',
      training.language,
      [
        { value: 'ca', text: 'Català' },
        { value: 'es', text: 'Castellano' },
      ],
      { initial: 'ca' },
    )}
    <h2>${cases.consent}</h2>
    ${consentFields(view, form, consentRequired)}`;
}
