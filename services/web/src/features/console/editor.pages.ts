import { randomUUID } from 'node:crypto';

import type { App, Problem } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../shell/desk-page.ts';
import { type Fields, fieldsOf, type FormValues } from '../../ui/fields.ts';
import { emptyForm, type FormState, refusedForm } from '../../ui/form.ts';
import { paramOf } from '../../ui/lists.ts';
import type { Answer } from '../../upstream/answer.ts';
import { conflict } from './conflict.view.ts';

/** What of a stored thing every editor needs. */
interface Stored {
  readonly id: string;
  readonly version: number;
}

/** How something is written: its form, what it is made of, and where it is kept. */
export interface Editor<T extends Stored> {
  /** Where its pages are: `/courses` has `/courses/new` and `/courses/:id/edit`. */
  readonly path: string;
  /** The part of the menu that it belongs to. */
  readonly section: string;
  readonly title: (view: DeskView, stored: T | undefined) => string;
  /** Its fields; `query` are those of the address, such as what a new one is to belong to. */
  readonly fields: (view: DeskView, state: FormState, stored: T | undefined) => Promise<Html> | Html;
  /** What is stored, as the form has it. */
  readonly values: (stored: T) => FormValues;
  /** The fields that two may have written, with what each is called. */
  readonly labels: (view: DeskView, values: FormValues) => Readonly<Record<string, string>>;
  readonly read: (view: DeskView, id: string) => Promise<T>;
  readonly create: (view: DeskView, fields: Fields, key: string) => Promise<Answer<{ id: string }>>;
  readonly save: (view: DeskView, fields: Fields, stored: T) => Promise<Answer<unknown>>;
  /** Where one goes afterwards; the page of the thing itself when absent. */
  readonly after?: (view: DeskView, id: string) => string;
  /** What a new one says before anybody wrote it, from the address. */
  readonly initial?: (query: FormValues, view: DeskView) => Promise<FormValues> | FormValues;
  /** Sentences at fields for a refusal that names none. */
  readonly explain?: (
    view: DeskView,
    problem: Problem,
    fields: Fields,
  ) => Promise<FormState['errors']> | FormState['errors'];
  /** What a form was sent with as it is shown again: without rows that say nothing, and with what is not ticked. */
  readonly tidy?: (values: FormValues) => FormValues;
}

/**
 * The pages of an editor: a form for a new thing, and one for what there is. What is wrong is said at its field, an edit
 * over an older version shows both side by side, and a form that is sent twice makes one thing.
 */
export function editorPages<T extends Stored>(app: App, desk: Desk, editor: Editor<T>): void {
  const { path, read, create, save, tidy = (sent) => sent } = editor;
  const after = (view: DeskView, id: string): DeskAnswer => ({
    redirect: editor.after?.(view, id) ?? view.at(`${path}/${id}`),
    flash: { tone: 'success', text: view.t.desk.saved },
  });
  deskPage(app, desk, `${path}/new`, {
    get: async (view, request) => {
      const values = (await editor.initial?.(fieldsOf(request.query).values, view)) ?? {};
      const state = { ...emptyForm, values };
      return formPage(editor, view, { state });
    },
    post: async (view, request) => {
      const fields = fieldsOf(tidy(fieldsOf(request.body).values));
      const answer = await create(view, fields, fields.text('key') ?? randomUUID());
      return answer.kind === 'ok' ? after(view, answer.data.id) : refused(editor, view, { answer, fields });
    },
  });
  deskPage(app, desk, `${path}/:id/edit`, {
    get: async (view, request) => {
      const stored = await read(view, paramOf(request, 'id'));
      return formPage(editor, view, { stored, state: { values: editor.values(stored), errors: {} } });
    },
    post: async (view, request) => {
      const stored = await read(view, paramOf(request, 'id'));
      const fields = fieldsOf(tidy(fieldsOf(request.body).values));
      const answer = await save(view, fields, stored);
      return answer.kind === 'ok' ? after(view, stored.id) : refused(editor, view, { answer, fields, stored });
    },
  });
}

async function refused<T extends Stored>(
  editor: Editor<T>,
  view: DeskView,
  { answer, fields, stored }: { answer: Exclude<Answer<unknown>, { kind: 'ok' }>; fields: Fields; stored?: T },
): Promise<DeskAnswer> {
  const state = { values: fields.values, errors: {} };
  if (answer.kind === 'down')
    return formPage(editor, view, { stored, state: { ...state, problem: view.t.shell.serviceDown }, status: 503 });
  if (stored === undefined || answer.problem.status !== 412)
    return formPage(editor, view, { stored, state: await refusal(editor, view, answer.problem, fields), status: 422 });
  const now = fieldsOf(editor.values(stored));
  const asText = (of: Fields, name: string): string => of.list(name).toSorted().join(', ');
  const differences = Object.entries(editor.labels(view, { ...now.values, ...fields.values })).map(([name, label]) => {
    return { label, stored: asText(now, name), written: asText(fields, name) };
  });
  return formPage(editor, view, { stored, state, status: 412, above: conflict(view, differences) });
}

/** What the service refused, each at the field that there is for it: a complaint about a part of one is the field’s. */
async function refusal<T extends Stored>(
  { explain }: Editor<T>,
  view: DeskView,
  problem: Problem,
  { values }: Fields,
): Promise<FormState> {
  const { errors, ...rest } = refusedForm(values, problem);
  const explained = await explain?.(view, problem, fieldsOf(values));
  const placed: Record<string, string> = { ...explained };
  for (const [name, message] of Object.entries(errors)) placed[nearest(name, values)] ??= message;
  return { ...rest, errors: placed };
}

function nearest(name: string, values: FormValues): string {
  const parts = name.split('.');
  for (let count = parts.length; count > 0; count -= 1) {
    const at = parts.slice(0, count).join('.');
    if (Object.hasOwn(values, at)) return at;
  }
  return name;
}

interface FormPage<T> {
  readonly stored?: T | undefined;
  readonly state: FormState;
  readonly status?: number;
  readonly above?: Html;
}

async function formPage<T extends Stored>(
  editor: Editor<T>,
  view: DeskView,
  { stored, state, status = 200, above }: FormPage<T>,
): Promise<DeskAnswer> {
  const title = editor.title(view, stored);
  const key = state.values['key'];
  const back = stored === undefined ? editor.path : `${editor.path}/${stored.id}`;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${title}`,
    section: editor.section,
    body: html`<div class="narrow">
      <h1>${title}</h1>
      ${above}
      ${view.form(
        stored === undefined ? view.at(`${editor.path}/new`) : view.at(`${editor.path}/${stored.id}/edit`),
        stored === undefined
          ? html`<input type="hidden" name="key" value="${typeof key === 'string' ? key : randomUUID()}" />`
          : html`<input type="hidden" name="version" value="${stored.version}" />`,
        await editor.fields(view, state, stored),
        html`<p class="actions">
          <button class="button" type="submit">${view.t.desk.save}</button>
          <a href="${editor.after?.(view, stored?.id ?? '') ?? view.at(back)}"
            >${view.t.consoleCourses.withoutSaving}</a
          >
        </p>`,
      )}
    </div>`,
  };
}
