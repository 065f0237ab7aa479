import { randomUUID } from 'node:crypto';

import { districts, legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';
import type { FastifyRequest } from 'fastify';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { folded } from '../../../ui/lists.ts';
import { initiativeStatuses, initiativeStatusName } from './initiatives.page.ts';

/** What an export may be limited to, by the names of the form’s fields. */
const filterNames = ['status', 'sector', 'legalForm', 'neighbourhood', 'district'] as const;
type FilterName = (typeof filterNames)[number];

/** The form as an address fills it in: `?status=published&sector=cures`; its fields are called as the service has them. */
export function exportStateOf(request: FastifyRequest | undefined): FormState {
  const { values } = fieldsOf(request?.query);
  const filled = Object.entries(values).flatMap(([name, value]) =>
    isFilter(name) ? [[`filters.${name}`, value]] : [],
  );
  return { values: Object.fromEntries(filled), errors: {} };
}

function isFilter(name: string): name is FilterName {
  return filterNames.some((one) => one === name);
}

/** The form that begins an export. */
export function exportForm(view: DeskView, state: FormState): Html {
  const { consoleDirectory: t, desk: words, directory: d } = view.t;
  const form = formWriter(view, state);
  const summary = form.summary();
  const more = (['sector', 'legalForm', 'neighbourhood', 'district'] as const).some(
    (name) => state.values[`filters.${name}`] !== undefined,
  );
  return view.form(
    view.at('/exports'),
    summary,
    form.hidden('key', randomUUID()),
    form.radios(
      'format',
      t.exportFormat,
      [
        { value: 'csv', text: t.exportCsv },
        { value: 'geojson', text: t.exportGeoJson },
      ],
      { required: true, initial: 'csv' },
    ),
    form.checks(
      'filters.status',
      words.status,
      initiativeStatuses.map((value) => ({ value, text: initiativeStatusName(view, value) })),
      { hint: t.exportFilterHint },
    ),
    folded(
      t.exportMore,
      html`${form.checks(
        'filters.sector',
        d.sectors,
        sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
      )}
      ${form.checks(
        'filters.legalForm',
        d.legalForm,
        legalForms.map(({ code, label }) => ({ value: code, text: label[view.language] })),
      )}
      ${form.checks(
        'filters.district',
        d.district,
        districts.map(({ code, name }) => ({ value: code, text: name })),
      )}
      ${form.checks(
        'filters.neighbourhood',
        d.neighbourhood,
        neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
      )}`,
      more,
    ),
    html`<p class="actions"><button class="button" type="submit">${t.exportBegin}</button></p>`,
  );
}

/** What the form asks for, as the service takes it; a list of which nothing is chosen limits nothing. */
export function readExportOrder(fields: Fields) {
  const chosen = (name: FilterName): string[] | undefined => {
    const list = fields.list(`filters.${name}`);
    return list.length === 0 ? undefined : list;
  };
  const filters = given({
    // What is no state is refused by the service, which says so.
    status: chosen('status') as (typeof initiativeStatuses)[number][] | undefined,
    sector: chosen('sector'),
    legalForm: chosen('legalForm'),
    neighbourhood: chosen('neighbourhood'),
    district: chosen('district'),
  });
  return { format: fields.required('format') as 'csv' | 'geojson', filters };
}
