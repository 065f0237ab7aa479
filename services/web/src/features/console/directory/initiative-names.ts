import type { DeskView } from '../../../shell/desk-page.ts';
import { type Fields } from '../../../ui/fields.ts';
import { foldedText } from '../../../ui/lists.ts';
import { missingPart } from '../../../ui/parts.ts';
import { rowCount } from '../../../ui/rows.ts';
import { type Answer, settle } from '../../../upstream/answer.ts';
import { html, type Html } from '../../../html.ts';
import type { FormState, FormWriter } from '../../../ui/form.ts';

/** An initiative as people speak of it. */
export interface NamedInitiative {
  readonly id: string;
  readonly name: string;
}

/** What initiatives are called, in the order of their ids; the id itself where nobody knows it. */
export function namesOf(view: DeskView, ids: readonly string[]): Promise<NamedInitiative[]> {
  return Promise.all(
    ids.map(async (id) => {
      const found = await settle(view.api.directory.GET('/v1/staff/initiatives/{id}', { params: { path: { id } } }));
      return { id, name: found.kind === 'ok' ? found.data.name.ca : id };
    }),
  );
}

/** A name as it was typed, and the initiative that is called so; or why there is none. */
async function resolve(view: DeskView, typed: string, known: readonly NamedInitiative[]): Promise<string | Error> {
  const t = view.t.consoleDirectory;
  const same = (name: string): boolean => foldedText(name) === foldedText(typed);
  const stored = known.find(({ name, id }) => same(name) || id === typed);
  if (stored !== undefined) return stored.id;
  const found = await settle(view.api.directory.GET('/v1/initiatives', { params: { query: { q: typed, limit: 5 } } }));
  if (found.kind !== 'ok') return new Error(view.t.shell.serviceDown);
  const exact = found.data.items.find(({ name }) => same(name.ca) || same(name.es ?? ''));
  if (exact !== undefined) return exact.id;
  const near = found.data.items.map(({ name }) => name.ca).join(', ');
  return new Error(t.initiativeUnknown(typed) + (near === '' ? '' : t.perhaps(near)));
}

/**
 * Finds the initiatives whose names the rows of a list say, and goes on with their ids; a name of no initiative is refused
 * as the service would refuse a field.
 *
 * @param list the rows are `list.0.name`, `list.1.name`, …
 */
export async function withInitiatives<T>(
  view: DeskView,
  fields: Fields,
  { list, known }: { list: string; known: readonly NamedInitiative[] },
  send: (ids: string[]) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const typed = Array.from({ length: rowCount(fields.values, list) }, (_, row) =>
    fields.required(`${list}.${row}.name`),
  );
  const resolved = await Promise.all(typed.map((name) => resolve(view, name, known)));
  const errors = resolved.flatMap((one, row) =>
    one instanceof Error ? [{ pointer: `/body/${list}/${row}/name`, code: 'unknown', message: one.message }] : [],
  );
  if (errors.length > 0) {
    const problem = { type: 'about:blank', title: '', status: 422, code: 'web.form', detail: '', errors };
    return { kind: 'refused', problem: problem as Extract<Answer<T>, { kind: 'refused' }>['problem'] };
  }
  return send(resolved.filter((one) => typeof one === 'string'));
}

/** The rows of a form that say names of initiatives; the browser proposes those that are published. */
export async function initiativeRows(
  view: DeskView,
  form: FormWriter,
  state: FormState,
  { list, legend, required = false }: { list: string; legend: string; required?: boolean },
): Promise<Html> {
  const t = view.t.consoleDirectory;
  const known = await settle(
    view.api.directory.GET('/v1/initiatives', { params: { query: { sort: 'name', limit: 100 } } }),
  );
  const error = state.errors[list];
  return html`${missingPart(view, view.t.directory.part, known)}
    <fieldset class="field" id="${list}">
      <legend>${legend}</legend>
      <p class="hint">${t.initiativeHint}</p>
      ${error && html`<p class="field-error">${error}</p>`}
      ${Array.from({ length: rowCount(state.values, list) + 1 }, (_, row) =>
        form.text(`${list}.${row}.name`, t.initiative(row + 1), { list: 'known', required: required && row === 0 }),
      )}
      <datalist id="known">
        ${known.kind === 'ok' && known.data.items.map(({ name }) => html`<option value="${name.ca}"></option>`)}
      </datalist>
    </fieldset>`;
}
