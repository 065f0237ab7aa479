import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { consentTextVersion } from '../../../texts/statements.texts.ts';
import { scopeChoices, scopes } from '../../../ui/cases.ts';
import type { Fields } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';

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
export function consentFields(view: DeskView): Html {
  const t = view.t.cases;
  const form = formWriter(view, emptyForm);
  return html`${form.radios('consent.scope', t.consentScope, scopeChoices(view), { initial: 'referral' })}
  ${form.text('consent.givenOn', t.consentDay, { type: 'date' })}`;
}
