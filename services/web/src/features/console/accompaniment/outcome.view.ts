import { legalForms, sectors } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { formatDate } from '../../../ui/dates.ts';
import type { Fields } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { nameOf } from '../../../ui/parts.ts';
import type { ConflictingField } from '../conflict.view.ts';

/** How an accompaniment ended, as the service keeps it. */
export type Outcome = ReturnType<typeof readOutcome>;

/** Fields of the form as the refusals of the service name them. */
export const outcomePlaces = {
  'accompaniment.outcome.tax-id-invalid': 'outcome.entity.taxId',
  'accompaniment.outcome.constituted-in-future': 'outcome.entity.constitutedOn',
  'accompaniment.outcome.legal-form-unchanged': 'outcome.to',
};

/** The form's outcome. */
export function readOutcome(fields: Fields) {
  const text = (name: string) => fields.required(`outcome.${name}`);
  switch (fields.text('outcome.kind')) {
    case 'entity-created':
      return {
        kind: 'entity-created' as const,
        entity: {
          name: text('entity.name'),
          taxId: text('entity.taxId'),
          legalForm: text('entity.legalForm'),
          constitutedOn: text('entity.constitutedOn'),
          sectors: fields.list('outcome.entity.sectors'),
        },
      };
    case 'legal-form-transformed':
      return { kind: 'legal-form-transformed' as const, from: text('from'), to: text('to') };
    case 'consolidated':
      return {
        kind: 'consolidated' as const,
        through: fields.text('outcome.through') === 'new-line' ? ('new-line' as const) : ('new-market' as const),
        description: text('description'),
      };
    case 'job-insertions':
      return { kind: 'job-insertions' as const, jobs: fields.number('outcome.jobs') ?? 0 };
    default:
      return { kind: 'none' as const, why: text('why') };
  }
}

/** What the form holds of an outcome that is kept. */
export function outcomeValues(outcome: Outcome): FormState['values'] {
  const at = (values: Record<string, string | string[]>) =>
    Object.fromEntries(
      Object.entries({ kind: outcome.kind, ...values }).map(([name, value]) => [`outcome.${name}`, value]),
    );
  switch (outcome.kind) {
    case 'entity-created': {
      const { name, taxId, legalForm, constitutedOn, sectors: of } = outcome.entity;
      return at({
        'entity.name': name,
        'entity.taxId': taxId,
        'entity.legalForm': legalForm,
        'entity.constitutedOn': constitutedOn,
        'entity.sectors': of,
      });
    }
    case 'legal-form-transformed':
      return at({ from: outcome.from, to: outcome.to });
    case 'consolidated':
      return at({ through: outcome.through, description: outcome.description });
    case 'job-insertions':
      return at({ jobs: String(outcome.jobs) });
    case 'none':
      return at({ why: outcome.why });
  }
}

/** An outcome in one sentence. */
export function outcomeText(view: DeskView, outcome: Outcome): string {
  const { cases, outcomes: t } = view.t;
  const form = (code: string) => nameOf('legalForm', code, view.language);
  switch (outcome.kind) {
    case 'entity-created': {
      const { name, taxId, legalForm, constitutedOn } = outcome.entity;
      return `${cases.entityCreated}: ${name} (${taxId}), ${form(legalForm)}, ${formatDate(view.language, 'day', constitutedOn)}`;
    }
    case 'legal-form-transformed':
      return `${t.transformed}: ${form(outcome.from)} → ${form(outcome.to)}`;
    case 'consolidated':
      return `${t.consolidated}. ${outcome.through === 'new-line' ? t.newLine : t.newMarket}: ${outcome.description}`;
    case 'job-insertions':
      return `${cases.jobInsertions}: ${outcome.jobs}`;
    case 'none':
      return `${cases.noOutcome}: ${outcome.why}`;
  }
}

/** The fields of an outcome: what it is, and what there is to say of it. */
export function outcomeFields(view: DeskView, state: FormState): Html {
  const { cases, outcomes: t, directory } = view.t;
  const form = formWriter(view, state);
  const labelled = (items: readonly { code: string; label: Record<'ca' | 'es' | 'en', string> }[]) =>
    items.map(({ code, label }) => ({ value: code, text: label[view.language] }));
  const part = (legend: string, ...fields: readonly Html[]) =>
    html`<fieldset class="field">
      <legend>${legend}</legend>
      ${fields}
    </fieldset>`;
  return html`${form.radios(
    'outcome.kind',
    t.kind,
    [
      { value: 'entity-created', text: cases.entityCreated },
      { value: 'legal-form-transformed', text: t.transformed },
      { value: 'consolidated', text: t.consolidated },
      { value: 'job-insertions', text: cases.jobInsertions },
      { value: 'none', text: cases.noOutcome },
    ],
    { required: true, hint: t.kindHint },
  )}
  ${part(
    cases.entityCreated,
    form.text('outcome.entity.name', cases.entityName),
    form.text('outcome.entity.taxId', cases.entityTaxId),
    form.select('outcome.entity.legalForm', directory.legalForm, labelled(legalForms)),
    form.checks('outcome.entity.sectors', directory.sectors, labelled(sectors)),
    form.text('outcome.entity.constitutedOn', cases.entityDay, { type: 'date' }),
  )}
  ${part(
    t.transformed,
    form.select('outcome.from', t.transformedFrom, labelled(legalForms)),
    form.select('outcome.to', t.transformedTo, labelled(legalForms)),
  )}
  ${part(
    t.consolidated,
    form.radios('outcome.through', t.through, [
      { value: 'new-market', text: t.newMarket },
      { value: 'new-line', text: t.newLine },
    ]),
    form.area('outcome.description', t.consolidatedText, { rows: 3 }),
  )}
  ${part(cases.jobInsertions, form.text('outcome.jobs', cases.jobs, { inputmode: 'numeric' }))}
  ${part(cases.noOutcome, form.area('outcome.why', cases.why, { rows: 3 }))}`;
}

/** What two people said of the end, part by part and in words. */
export function outcomeConflict(view: DeskView, stored: Outcome | null, written: Outcome): ConflictingField[] {
  const now = stored === null ? {} : outcomeParts(view, stored);
  const then = outcomeParts(view, written);
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].map((label) => ({
    label,
    stored: now[label] ?? '—',
    written: then[label] ?? '—',
  }));
}

/** An outcome as what each of its fields is called, and what it says. */
function outcomeParts(view: DeskView, outcome: Outcome): Record<string, string> {
  const { cases, outcomes: t, directory } = view.t;
  const form = (code: string) => nameOf('legalForm', code, view.language);
  switch (outcome.kind) {
    case 'entity-created': {
      const { name, taxId, legalForm, constitutedOn, sectors: of } = outcome.entity;
      return {
        [t.kind]: cases.entityCreated,
        [cases.entityName]: name,
        [cases.entityTaxId]: taxId,
        [directory.legalForm]: form(legalForm),
        [directory.sectors]: of.map((code) => nameOf('sector', code, view.language)).join(', '),
        [cases.entityDay]: constitutedOn === '' ? '' : formatDate(view.language, 'day', constitutedOn),
      };
    }
    case 'legal-form-transformed':
      return {
        [t.kind]: t.transformed,
        [t.transformedFrom]: form(outcome.from),
        [t.transformedTo]: form(outcome.to),
      };
    case 'consolidated':
      return {
        [t.kind]: t.consolidated,
        [t.through]: outcome.through === 'new-line' ? t.newLine : t.newMarket,
        [t.consolidatedText]: outcome.description,
      };
    case 'job-insertions':
      return { [t.kind]: cases.jobInsertions, [cases.jobs]: String(outcome.jobs) };
    case 'none':
      return { [t.kind]: cases.noOutcome, [cases.why]: outcome.why };
  }
}
