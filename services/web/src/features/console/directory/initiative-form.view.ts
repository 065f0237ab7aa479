import { legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import type { ConflictingField } from '../conflict.view.ts';

interface Words {
  ca: string;
  es?: string;
  en?: string;
}

/** What the form speaks of. */
export interface InitiativeDetails {
  name: Words;
  summary?: Words;
  description?: Words;
  legalForm: string;
  sectors: string[];
  neighbourhood?: string;
  address?: string;
  website?: string;
  taxId?: string;
}

/** The form's fields as the form itself holds them. */
export function initiativeValues(details: InitiativeDetails): Record<string, string | string[]> {
  const { name, summary, description } = details;
  return {
    'name.ca': name.ca,
    'name.es': name.es ?? '',
    'summary.ca': summary?.ca ?? '',
    'summary.es': summary?.es ?? '',
    'description.ca': description?.ca ?? '',
    'description.es': description?.es ?? '',
    legalForm: details.legalForm,
    sectors: details.sectors,
    neighbourhood: details.neighbourhood ?? '',
    address: details.address ?? '',
    website: details.website ?? '',
    taxId: details.taxId ?? '',
  };
}

/** What a form says; English texts, which it does not speak of, stay. */
export function readInitiative(fields: Fields, stored: InitiativeDetails): InitiativeDetails {
  const words = (name: 'name' | 'summary' | 'description'): Words | undefined => {
    const ca = fields.text(`${name}.ca`);
    if (ca === undefined) return undefined;
    return { ca, ...given({ es: fields.text(`${name}.es`), en: stored[name]?.en }) };
  };
  return {
    name: words('name') ?? { ca: '' },
    legalForm: fields.required('legalForm'),
    sectors: fields.list('sectors'),
    ...given({
      summary: words('summary'),
      description: words('description'),
      neighbourhood: fields.text('neighbourhood'),
      address: fields.text('address'),
      website: fields.text('website'),
      taxId: fields.text('taxId'),
    }),
  };
}

/** The fields of the form. */
export function initiativeFields(view: DeskView, state: FormState): Html {
  const { directory: t } = view.t;
  const form = formWriter(view, state);
  const choices = (list: readonly { code: string; label: Record<'ca' | 'es' | 'en', string> }[]) =>
    list.map(({ code, label }) => ({ value: code, text: label[view.language] }));
  return html`${form.summary()} ${form.text('name.ca', `${t.name} (ca)`, { required: true })}
  ${form.text('name.es', `${t.name} (es)`)} ${form.text('summary.ca', t.summaryCa)}
  ${form.text('summary.es', t.summaryEs)} ${form.area('description.ca', `${t.description} (ca)`)}
  ${form.area('description.es', `${t.description} (es)`)}
  ${form.select('legalForm', t.legalForm, choices(legalForms), { required: true })}
  ${form.checks('sectors', t.sectors, choices(sectors), { required: true })}
  ${form.select(
    'neighbourhood',
    t.neighbourhood,
    neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
  )}
  ${form.text('address', t.address)} ${form.text('website', view.t.shell.website, { type: 'url' })}
  ${form.text('taxId', 'NIF')}`;
}

/** What two people wrote, field by field. */
export function initiativeConflict(view: DeskView, stored: InitiativeDetails, written: Fields): ConflictingField[] {
  const { directory: t } = view.t;
  const labels: Record<string, string> = {
    'name.ca': `${t.name} (ca)`,
    'name.es': `${t.name} (es)`,
    'summary.ca': t.summaryCa,
    'summary.es': t.summaryEs,
    'description.ca': `${t.description} (ca)`,
    'description.es': `${t.description} (es)`,
    legalForm: t.legalForm,
    sectors: t.sectors,
    neighbourhood: t.neighbourhood,
    address: t.address,
    website: view.t.shell.website,
    taxId: 'NIF',
  };
  const now = initiativeValues(stored);
  const asText = (value: string | readonly string[] | undefined): string => [value ?? ''].flat().toSorted().join(', ');
  return Object.entries(labels).map(([name, label]) => ({
    label,
    stored: asText(now[name]),
    written: asText(written.values[name]),
  }));
}
