import type { Problem } from '@ateneu/service-kit';

import { attribute, html, type Html, later, nothing, when } from '../html.ts';
import type { View } from '../shell/view.ts';
import { labelled, plainSentence } from './sentences.ts';

/** What a form was sent with, and what is wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** One sentence per field, by the field's name. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why, by field, where the service's sentence speaks of data and ours can speak of the form. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** What is wrong with the whole of it. */
  readonly problem?: string | undefined;
}

/** A form that nobody has filled in. */
export const emptyForm: FormState = { values: {}, errors: {} };

/** A choice of a list. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What fields have in common. */
export interface FieldOptions {
  readonly required?: boolean;
  readonly hint?: string;
  readonly autocomplete?: string;
  /** What the field holds before anybody fills it in. */
  readonly initial?: string | undefined;
}

/** Writes the fields of one form, each with its label, hint, error and value. */
export interface FormWriter {
  /** Above the form: what is wrong, each with a link to its field. */
  summary(): Html;
  text(
    name: string,
    label: string,
    options?: FieldOptions & { type?: string; inputmode?: string; list?: string },
  ): Html;
  area(name: string, label: string, options?: FieldOptions & { rows?: number }): Html;
  select(name: string, label: string, choices: readonly Choice[], options?: FieldOptions & { empty?: string }): Html;
  radios(name: string, legend: string, choices: readonly Choice[], options?: FieldOptions): Html;
  checks(
    name: string,
    legend: string,
    choices: readonly Choice[],
    options?: FieldOptions & { chosen?: readonly string[] },
  ): Html;
  check(name: string, label: Html | string, options?: FieldOptions): Html;
  /** A file to send; what was chosen before an error is to be chosen again. */
  file(name: string, label: string, options: FieldOptions & { accept: string }): Html;
  hidden(name: string, value: string): Html;
}

/** Makes the writer of a form's fields. The names of fields are the paths of what the service reads: `person.email`. */
export function formWriter(view: Pick<View, 't'>, state: FormState = emptyForm): FormWriter {
  const { shell } = view.t;
  const valueOf = (name: string, initial = ''): string => {
    const value = state.values[name];
    return typeof value === 'string' ? value : (value?.[0] ?? initial);
  };
  const listOf = (name: string, initial: readonly string[] = []): readonly string[] => {
    const value = state.values[name];
    return typeof value === 'string' ? [value] : (value ?? initial);
  };
  /** What each field is called, for the summary: known once the fields are written. */
  const labels: Record<string, string> = {};
  const errorOf = (name: string): string | undefined =>
    plainSentence(view, state.reasons?.[name], state.values[name]) ?? state.errors[name];
  const describedBy = (name: string, { hint }: { hint?: string | undefined }): Html => {
    const ids = [
      ...(hint === undefined ? [] : [`${name}-hint`]),
      ...(state.errors[name] === undefined ? [] : [`${name}-error`]),
    ];
    return attribute('aria-describedby', ids.length === 0 ? undefined : ids.join(' '));
  };
  const marks = (name: string, { required, hint }: FieldOptions) => {
    return html`${when(required, 'required')}${describedBy(name, { hint })}${attribute(
      'aria-invalid',
      state.errors[name] === undefined ? undefined : 'true',
    )}`;
  };
  const notes = (name: string, { hint }: FieldOptions) =>
    html`${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${
      state.errors[name] && html`<p class="field-error" id="${name}-error">${errorOf(name)}</p>`
    }`;
  const caption = (label: Html | string, required: boolean | undefined) =>
    html`${label} <span class="requirement">${required === true ? shell.required : shell.optional}</span>`;
  const named = (name: string, label: string): string => (labels[name] ??= label);
  const field = (name: string, label: string, options: FieldOptions, control: Html) =>
    html`<div class="field">
      <label for="${name}">${caption(named(name, label), options.required)}</label>
      ${notes(name, options)} ${control}
    </div>`;
  const group = (name: string, legend: string, options: FieldOptions, controls: readonly Html[]) =>
    html`<fieldset class="field" id="${name}" ${describedBy(name, options)}>
      <legend>${caption(named(name, legend), options.required)}</legend>
      ${notes(name, options)}
      <div class="choices">${controls}</div>
    </fieldset>`;
  const choice = (
    type: 'radio' | 'checkbox',
    name: string,
    { value, text }: Choice,
    chosen: boolean,
    required?: boolean,
  ) =>
    html`<label class="choice"
      ><input type="${type}" name="${name}" value="${value}" ${when(chosen, 'checked')}${when(required, 'required')} />
      <span>${text}</span></label
    >`;

  return {
    summary: () => {
      const errors = Object.keys(state.errors);
      if (errors.length === 0 && state.problem === undefined) return nothing;
      return later(
        () =>
          html`<div class="error-summary" role="alert">
            <h2>${shell.errorSummary}</h2>
            ${state.problem && html`<p>${state.problem}</p>`}
            <ul>
              ${errors.map((name) => html`<li><a href="#${name}">${labelled(labels[name], errorOf(name))}</a></li>`)}
            </ul>
          </div>`,
      );
    },
    text: (name, label, options = {}) =>
      field(
        name,
        label,
        options,
        html`<input
          id="${name}"
          name="${name}"
          type="${options.type ?? 'text'}"
          value="${valueOf(name, options.initial)}"
          ${attribute('autocomplete', options.autocomplete)}${attribute('inputmode', options.inputmode)}${attribute('list', options.list)}${marks(name, options)}
        />`,
      ),
    area: (name, label, options = {}) =>
      field(
        name,
        label,
        options,
        // A line break that follows the opening tag is no part of the text, so one is always written.
        html`<textarea id="${name}" name="${name}" rows="${options.rows ?? 5}" ${marks(name, options)}>
${valueOf(name, options.initial)}</textarea>`,
      ),
    select: (name, label, choices, options = {}) =>
      field(
        name,
        label,
        options,
        html`<select id="${name}" name="${name}" ${marks(name, options)}>
          <option value="">${options.empty ?? shell.choose}</option>
          ${choices.map(
            ({ value, text }) =>
              html`<option value="${value}" ${when(valueOf(name, options.initial) === value, 'selected')}>
                ${text}
              </option>`,
          )}
        </select>`,
      ),
    radios: (name, legend, choices, options = {}) =>
      group(
        name,
        legend,
        options,
        choices.map((one) =>
          choice('radio', name, one, valueOf(name, options.initial) === one.value, options.required),
        ),
      ),
    checks: (name, legend, choices, options = {}) =>
      group(
        name,
        legend,
        options,
        choices.map((one) => choice('checkbox', name, one, listOf(name, options.chosen).includes(one.value))),
      ),
    check: (name, label, options = {}) =>
      html`<div class="field">
        ${notes(name, options)}
        <label class="choice"
          ><input
            type="checkbox"
            id="${name}"
            name="${name}"
            value="yes"
            ${when(valueOf(name, options.initial) === 'yes', 'checked')}${marks(name, options)}
          />
          <span>${caption(label, options.required)}</span></label
        >
      </div>`,
    file: (name, label, options) =>
      field(
        name,
        label,
        options,
        html`<input id="${name}" name="${name}" type="file" accept="${options.accept}" ${marks(name, options)} />`,
      ),
    hidden: (name, value) => html`<input type="hidden" name="${name}" value="${value}" />`,
  };
}

/** A form that a service refused: its values, with the service's own sentences at their fields. */
export function refusedForm(
  values: FormState['values'],
  problem: Problem,
  /** Sentences of ours, by field, where the service’s own speaks of values that a person does not see. */
  plainer: Readonly<Record<string, string>> = {},
): FormState {
  const errors: Record<string, string> = {};
  const reasons: Record<string, string> = {};
  const others: string[] = [];
  for (const { pointer, code, message } of problem.errors ?? []) {
    // `/body/person/email` is the field `person.email`; what is wrong inside a list is said at the list.
    const name = pointer
      .replace(/^\/body\//, '')
      .replaceAll('/', '.')
      .replace(/\.\d+$/, '');
    if (!pointer.startsWith('/body/')) {
      others.push(message);
      continue;
    }
    if (errors[name] === undefined && plainer[name] === undefined) reasons[name] = code;
    errors[name] ??= plainer[name] ?? message;
  }
  const whole =
    Object.keys(errors).length > 0 && others.length === 0 ? undefined : [problem.detail, ...others].join(' ');
  return { values, errors, reasons, problem: whole };
}
