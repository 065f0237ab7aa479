import { neighbourhoods, sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import type { Desk, DeskView } from '../../../shell/desk-page.ts';
import { modalities, modalityChoices } from '../../../ui/cases.ts';
import { type Fields, type FormValues, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { folded, versioned } from '../../../ui/lists.ts';
import { closeRanks, rowCount } from '../../../ui/rows.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/accompaniment.ts';
import { type Editor, editorPages } from '../editor.pages.ts';
import { rows } from '../training/programme-form.view.ts';

type Partner = paths['/v1/staff/partners/{id}']['get']['responses'][200]['content']['application/json'];

const languages = ['ca', 'es', 'en'] as const;
const contactFields = ['name', 'role', 'email', 'phone'] as const;

/** An entity that is onboarded, and what is known of one: who its people are, and what it takes on. */
export function partnerEditPages(app: App, desk: Desk): void {
  editorPages(app, desk, editor);
}

/** What the form says; what is best comes first among the languages. */
function readPartner(fields: Fields) {
  const chosen = <T extends string>(name: string, among: readonly T[]): T[] | undefined => {
    const list = among.filter((one) => fields.list(name).includes(one));
    return list.length === 0 ? undefined : list;
  };
  const languagesSaid = languages.filter((one) => one === fields.text('language'));
  return {
    name: fields.required('name'),
    contactEmail: fields.required('contactEmail'),
    languages: [
      ...languagesSaid,
      ...languages.filter((one) => fields.list('languages').includes(one) && one !== fields.text('language')),
    ],
    contacts: Array.from({ length: rowCount(fields.values, 'contacts') }, (_, row) => ({
      name: fields.required(`contacts.${row}.name`),
      email: fields.required(`contacts.${row}.email`),
      ...given({ role: fields.text(`contacts.${row}.role`), phone: fields.text(`contacts.${row}.phone`) }),
    })),
    accepts: given({
      modalities: chosen('accepts.modalities', modalities),
      sectors: chosen(
        'accepts.sectors',
        sectors.map(({ code }) => code),
      ),
      neighbourhoods: chosen(
        'accepts.neighbourhoods',
        neighbourhoods.map(({ code }) => code),
      ),
    }),
  };
}

function partnerValues({ name, contactEmail, contacts, languages: spoken, accepts }: Partner): FormValues {
  return {
    name,
    contactEmail,
    language: spoken[0] ?? 'ca',
    // The others are no part of the form, and stay.
    languages: spoken,
    'accepts.modalities': accepts.modalities ?? [],
    'accepts.sectors': accepts.sectors ?? [],
    'accepts.neighbourhoods': accepts.neighbourhoods ?? [],
    ...Object.fromEntries(
      contacts.flatMap((contact, row) =>
        contactFields.map((field) => [`contacts.${row}.${field}`, contact[field] ?? ''] as const),
      ),
    ),
  };
}

function partnerFields(view: DeskView, state: FormState): Html {
  const { consolePartners: t, desk: words, training, directory } = view.t;
  const form = formWriter(view, state);
  const spoken = [state.values['languages'] ?? []].flat();
  const holds = (name: string): boolean => [state.values[name] ?? []].flat().length > 0;
  return html`${form.summary()} ${form.text('name', words.name, { required: true })}
    ${form.text('contactEmail', t.contactEmail, { required: true, type: 'email' })}
    ${form.radios(
      'language',
      t.writtenIn,
      [
        { value: 'ca', text: 'Català' },
        { value: 'es', text: 'Castellano' },
      ],
      { required: true, initial: 'ca' },
    )}
    ${spoken.map((one) => form.hidden('languages', one))}
    ${form.checks('accepts.modalities', t.acceptsModalities, modalityChoices(view), { hint: t.acceptsHint })}
    ${folded(
      t.acceptsMore,
      html`${form.checks(
        'accepts.sectors',
        directory.sectors,
        sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
        { hint: t.acceptsHint },
      )}
      ${form.checks(
        'accepts.neighbourhoods',
        directory.neighbourhood,
        neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
        { hint: t.acceptsHint },
      )}`,
      holds('accepts.sectors') || holds('accepts.neighbourhoods'),
    )}
    <h2>${t.contacts}</h2>
    <p class="hint">${t.contactsHint}</p>
    ${rows(
      state,
      'contacts',
      1,
      (at, n) =>
        html`<fieldset class="field row">
          <legend>${t.contact(n)}</legend>
          <div class="pair">
            ${form.text(`${at}.name`, training.name)} ${form.text(`${at}.role`, t.role)}
            ${form.text(`${at}.email`, training.email, { type: 'email' })}
            ${form.text(`${at}.phone`, training.phone, { type: 'tel' })}
          </div>
        </fieldset>`,
    )}`;
}

const editor: Editor<Partner> = {
  path: '/partners',
  section: 'partners',
  title: ({ t }, stored) => (stored === undefined ? t.consolePartners.newPartner : t.consolePartners.editPartner),
  read: async (view, id) =>
    must(await settle(view.api.accompaniment.GET('/v1/staff/partners/{id}', { params: { path: { id } } }))),
  tidy: (values) => closeRanks(values, 'contacts', contactFields),
  values: partnerValues,
  fields: partnerFields,
  labels: ({ t: { consolePartners: t, desk, directory } }, values) => ({
    name: desk.name,
    contactEmail: t.contactEmail,
    language: t.writtenIn,
    'accepts.modalities': t.acceptsModalities,
    'accepts.sectors': directory.sectors,
    'accepts.neighbourhoods': directory.neighbourhood,
    ...Object.fromEntries(
      Array.from({ length: rowCount(values, 'contacts') }, (_, row) =>
        contactFields.map((field) => [`contacts.${row}.${field}`, t.contact(row + 1)] as const),
      ).flat(),
    ),
  }),
  create: (view, fields, key) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/partners', {
        params: { header: { 'Idempotency-Key': key } },
        body: readPartner(fields),
      }),
    ),
  save: (view, fields, stored) =>
    settle(
      view.api.accompaniment.PUT('/v1/staff/partners/{id}', {
        ...versioned(stored.id, fields.text('version')),
        body: readPartner(fields),
      }),
    ),
};
