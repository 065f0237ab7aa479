import { legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter } from '../../../ui/form.ts';
import { folded } from '../../../ui/lists.ts';
import {
  commonColumns,
  type FileHead,
  guessColumns,
  type ImportColumn,
  otherColumns,
  readWords,
} from './import-columns.model.ts';
import { keep, type Upload } from './upload.form.ts';

/** The columns whose words may stand for codes, or may be the same for a whole file. */
const coded = { legal_form: legalForms, sectors, neighbourhood: neighbourhoods } as const;

/** What a column of ours is called. */
export function columnName(
  { t: { directory: t, consoleDirectory: d, shell } }: Pick<DeskView, 't'>,
  column: ImportColumn,
): string {
  const words: Partial<Record<ImportColumn, string>> = {
    external_id: 'ID',
    id: 'ID (ateneu)',
    name_ca: `${t.name} (ca)`,
    name_es: `${t.name} (es)`,
    summary_ca: t.summaryCa,
    summary_es: t.summaryEs,
    description_ca: `${t.description} (ca)`,
    description_es: `${t.description} (es)`,
    legal_form: t.legalForm,
    sectors: t.sectors,
    neighbourhood: t.neighbourhood,
    address: t.address,
    website: shell.website,
    longitude: d.longitude,
    latitude: d.latitude,
    tax_id: 'NIF',
  };
  return words[column] ?? column;
}

/** The form that sends a file. */
export function importForm(view: DeskView, action: string, state: FormState = emptyForm): Html {
  const t = view.t.consoleDirectory;
  const form = formWriter(view, state);
  const error = state.errors['file'];
  return view.fileForm(
    action,
    html`<div class="field">
      <label for="file">${t.file} <span class="requirement">${view.t.shell.required}</span></label>
      ${error && html`<p class="field-error" id="file-error">${error}</p>`}
      <input
        id="file"
        name="file"
        type="file"
        required
        accept=".csv,.txt,.tsv,.json,.geojson,text/csv,application/geo+json"
        ${error && html` aria-invalid="true" aria-describedby="file-error"`}
      />
    </div>`,
    form.text('source', t.source, { required: true, hint: t.sourceHint }),
    form.radios(
      'mode',
      t.mode,
      [
        { value: 'all-or-nothing', text: t.allOrNothing },
        { value: 'best-effort', text: t.bestEffort },
      ],
      { required: true, initial: 'all-or-nothing' },
    ),
    form.check('publish', t.publishNew),
    html`<button class="button" type="submit">${t.check}</button>`,
  );
}

/** Which column of the file is which of ours: what was recognised is chosen already. */
export function mappingForm(
  view: DeskView,
  action: string,
  { fields, file, head, state }: { fields: Fields; file: Upload; head: FileHead; state: FormState },
): Html {
  const t = view.t.consoleDirectory;
  const guessed = guessColumns(head.columns);
  const form = formWriter(view, state);
  const choices = head.columns.map((column) => ({ value: column, text: column }));
  const select = (column: ImportColumn): Html =>
    form.select(`column.${column}`, columnName(view, column), choices, {
      empty: t.notInFile,
      initial: guessed[column],
      required: column === 'name_ca',
    });
  const waiting = keep(file);
  return view.fileForm(
    action,
    form.hidden('step', 'mapping'),
    form.hidden('source', fields.text('source') ?? ''),
    form.hidden('mode', fields.text('mode') ?? ''),
    fields.flag('publish') && form.hidden('publish', 'yes'),
    waiting === undefined
      ? html`<div class="field">
          <label for="file">${t.file} <span class="requirement">${view.t.shell.required}</span></label>
          <p class="hint" id="file-hint">${t.fileAgain}</p>
          <input id="file" name="file" type="file" required aria-describedby="file-hint" />
        </div>`
      : [form.hidden('kept', waiting), form.hidden('kept.name', file.name)],
    commonColumns.map((column) => select(column)),
    folded(
      t.values,
      html`${Object.entries(coded).map(([column, list]) => {
        const name = columnName(view, column as ImportColumn);
        const terms = list.map((term) => ({
          value: term.code,
          text: 'label' in term ? term.label[view.language] : term.name,
        }));
        return html`${form.select(`default.${column}`, t.defaultOf(name), terms)}
        ${form.area(`words.${column}`, t.wordsOf(name), {
          rows: 2,
          hint: `${t.wordsHint} ${t.codes(list.map(({ code }) => code).join(', '))}`,
        })}`;
      })}`,
    ),
    folded(t.moreColumns, html`${otherColumns.map((column) => select(column))}`),
    html`<p class="actions"><button class="button" type="submit">${t.check}</button></p>`,
  );
}

/** The plan that the two forms describe. */
export function readPlan(fields: Fields, head: FileHead) {
  const all = [...commonColumns, ...otherColumns];
  const pairs = <T>(read: (column: ImportColumn) => T | undefined): Partial<Record<ImportColumn, T>> =>
    Object.fromEntries(
      all.flatMap((column) => {
        const value = read(column);
        return value === undefined ? [] : [[column, value] as const];
      }),
    );
  return {
    format: head.format,
    delimiter: head.delimiter,
    source: fields.required('source'),
    mode: fields.text('mode') === 'best-effort' ? ('best-effort' as const) : ('all-or-nothing' as const),
    publish: fields.flag('publish'),
    mapping: given({
      columns: pairs((column) => fields.text(`column.${column}`)),
      values: pairs((column) => readWords(fields.text(`words.${column}`))),
      defaults: pairs((column) => fields.text(`default.${column}`)),
    }),
  };
}
