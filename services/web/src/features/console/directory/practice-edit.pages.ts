import { sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import type { Desk, DeskView } from '../../../shell/desk-page.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { foldedText, versioned } from '../../../ui/lists.ts';
import { missingPart } from '../../../ui/parts.ts';
import { closeRanks, rowCount } from '../../../ui/rows.ts';
import { type Answer, must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/directory.ts';
import { type Editor, editorPages } from '../editor.pages.ts';

type Practice = paths['/v1/staff/good-practices/{id}']['get']['responses'][200]['content']['application/json'];
/** A good practice, and what the initiatives that it is about are called. */
export type NamedPractice = Practice & { readonly initiatives: readonly { id: string; name: string }[] };
type Content = NonNullable<paths['/v1/staff/good-practices']['post']['requestBody']>['content']['application/json'];

/** A new good practice, and one that is edited. */
export function practiceEditPages(app: App, desk: Desk): void {
  editorPages(app, desk, editor);
}

/** Reads a good practice and the names of its initiatives. */
export async function readPractice(view: DeskView, id: string): Promise<NamedPractice> {
  const practice = must(
    await settle(view.api.directory.GET('/v1/staff/good-practices/{id}', { params: { path: { id } } })),
  );
  const initiatives = await Promise.all(practice.initiativeIds.map(async (of) => nameOf(view, of)));
  return { ...practice, initiatives };
}

async function nameOf(view: DeskView, id: string): Promise<{ id: string; name: string }> {
  const found = await settle(view.api.directory.GET('/v1/staff/initiatives/{id}', { params: { path: { id } } }));
  return { id, name: found.kind === 'ok' ? found.data.name.ca : id };
}

/** A name as it was typed, and the initiative that is called so; or why there is none. */
async function resolve(view: DeskView, typed: string, known: NamedPractice['initiatives']): Promise<string | Error> {
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

/** Makes the content that a form says and hands it on; names of no initiative are refused as the service would. */
async function withContent<T>(
  view: DeskView,
  fields: Fields,
  stored: NamedPractice | undefined,
  send: (content: Content) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const typed = Array.from({ length: rowCount(fields.values, 'initiativeIds') }, (_, row) =>
    fields.required(`initiativeIds.${row}.name`),
  );
  const resolved = await Promise.all(typed.map((name) => resolve(view, name, stored?.initiatives ?? [])));
  const errors = resolved.flatMap((one, row) =>
    one instanceof Error ? [{ pointer: `/body/initiativeIds/${row}/name`, code: 'unknown', message: one.message }] : [],
  );
  if (errors.length > 0) {
    const problem = { type: 'about:blank', title: '', status: 422, code: 'web.form', detail: '', errors };
    return { kind: 'refused', problem: problem as Extract<Answer<T>, { kind: 'refused' }>['problem'] };
  }
  const words = (name: 'title' | 'summary' | 'body') => ({
    ca: fields.required(`${name}.ca`),
    ...given({ es: fields.text(`${name}.es`), en: stored?.[name].en }),
  });
  return send({
    title: words('title'),
    summary: words('summary'),
    body: words('body'),
    initiativeIds: resolved.filter((one) => typeof one === 'string'),
    sectors: fields.list('sectors'),
  });
}

async function practiceFields(view: DeskView, state: FormState) {
  const t = view.t.consoleDirectory;
  const form = formWriter(view, state);
  // Names to choose from while one types; the browser does that by itself.
  const known = await settle(
    view.api.directory.GET('/v1/initiatives', { params: { query: { sort: 'name', limit: 100 } } }),
  );
  const error = state.errors['initiativeIds'];
  const count = Math.max(1, rowCount(state.values, 'initiativeIds') + 1);
  return html`${form.summary()} ${missingPart(view, view.t.directory.part, known)}
    <div class="pair">${form.text('title.ca', t.titleCa, { required: true })} ${form.text('title.es', t.titleEs)}</div>
    <div class="pair">
      ${form.area('summary.ca', t.summaryCa, { required: true, rows: 3 })}
      ${form.area('summary.es', t.summaryEs, { rows: 3 })}
    </div>
    <div class="pair">
      ${form.area('body.ca', t.bodyCa, { required: true, rows: 14, hint: t.bodyHint })}
      ${form.area('body.es', t.bodyEs, { rows: 14, hint: t.bodyHint })}
    </div>
    <fieldset class="field" id="initiativeIds">
      <legend>${t.about}</legend>
      <p class="hint">${t.initiativeHint}</p>
      ${error && html`<p class="field-error">${error}</p>`}
      ${Array.from({ length: count }, (_, row) =>
        form.text(`initiativeIds.${row}.name`, t.initiative(row + 1), { list: 'known', required: row === 0 }),
      )}
      <datalist id="known">
        ${known.kind === 'ok' && known.data.items.map(({ name }) => html`<option value="${name.ca}"></option>`)}
      </datalist>
    </fieldset>
    ${form.checks(
      'sectors',
      view.t.directory.sectors,
      sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
    )}`;
}

const editor: Editor<NamedPractice> = {
  path: '/practices',
  section: 'initiatives',
  title: ({ t }, stored) => (stored === undefined ? t.consoleDirectory.newPractice : t.consoleDirectory.editPractice),
  read: readPractice,
  tidy: (values) => closeRanks(values, 'initiativeIds', ['name']),
  values: ({ title, summary, body, initiatives, sectors: chosen }) => ({
    'title.ca': title.ca,
    'title.es': title.es ?? '',
    'summary.ca': summary.ca,
    'summary.es': summary.es ?? '',
    'body.ca': body.ca,
    'body.es': body.es ?? '',
    ...Object.fromEntries(initiatives.map(({ name }, row) => [`initiativeIds.${row}.name`, name])),
    sectors: chosen,
  }),
  labels: ({ t: { consoleDirectory: t, directory } }, values) => ({
    'title.ca': t.titleCa,
    'title.es': t.titleEs,
    'summary.ca': t.summaryCa,
    'summary.es': t.summaryEs,
    'body.ca': t.bodyCa,
    'body.es': t.bodyEs,
    sectors: directory.sectors,
    ...Object.fromEntries(
      Array.from({ length: rowCount(values, 'initiativeIds') }, (_, row) => [
        `initiativeIds.${row}.name`,
        t.initiative(row + 1),
      ]),
    ),
  }),
  fields: practiceFields,
  // One may be begun from the page of the initiative that it is about.
  initial: async ({ initiativeId }, view): Promise<Record<string, string>> =>
    typeof initiativeId === 'string' ? { 'initiativeIds.0.name': (await nameOf(view, initiativeId)).name } : {},
  create: (view, fields, key) =>
    withContent(view, fields, undefined, (body) =>
      settle(
        view.api.directory.POST('/v1/staff/good-practices', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    ),
  save: (view, fields, stored) =>
    withContent(view, fields, stored, (body) =>
      settle(
        view.api.directory.PUT('/v1/staff/good-practices/{id}', {
          ...versioned(stored.id, fields.text('version')),
          body,
        }),
      ),
    ),
};
