import { randomUUID } from 'node:crypto';

import { html, type Html } from '../../../html.ts';
import type { DeskAnswer, DeskView } from '../../../shell/desk-page.ts';
import { modalities, modalityChoices } from '../../../ui/cases.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';

/** What the form says. */
export function readPartner(fields: Fields) {
  const accepted = fields.list('accepts.modalities');
  return {
    name: fields.required('name'),
    contactEmail: fields.required('contactEmail'),
    accepts: given({
      modalities: accepted.length === 0 ? undefined : modalities.filter((one) => accepted.includes(one)),
    }),
  };
}

/** The form's fields as the form itself holds them. */
export function partnerValues({
  name,
  contactEmail,
  accepts,
}: {
  name: string;
  contactEmail: string;
  accepts: { modalities?: string[] };
}) {
  return { name, contactEmail, 'accepts.modalities': accepts.modalities ?? [] };
}

interface PartnerForm {
  readonly stored?: { readonly id: string; readonly version: number };
  readonly state: FormState;
  readonly status?: number;
  readonly above?: Html;
}

/** The form of a partner, new or edited. */
export function partnerForm(view: DeskView, { stored, state, status = 200, above }: PartnerForm): DeskAnswer {
  const { consolePartners: t, desk: words } = view.t;
  const form = formWriter(view, state);
  const title = stored === undefined ? t.newPartner : t.editPartner;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${title}`,
    section: 'partners',
    body: html`<div class="narrow">
      <h1>${title}</h1>
      ${above} ${form.summary()}
      ${view.form(
        stored === undefined ? view.at('/partners/new') : view.at(`/partners/${stored.id}/edit`),
        stored === undefined ? form.hidden('key', randomUUID()) : form.hidden('version', String(stored.version)),
        form.text('name', words.name, { required: true }),
        form.text('contactEmail', t.contactEmail, { required: true, type: 'email' }),
        form.checks('accepts.modalities', t.acceptsModalities, modalityChoices(view), { hint: t.acceptsHint }),
        html`<p class="actions"><button class="button" type="submit">${words.save}</button></p>`,
      )}
    </div>`,
  };
}
