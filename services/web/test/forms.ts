import { Parser } from 'htmlparser2';

/** A control of a form, as it is served. */
interface Control {
  readonly name: string;
  /** `text`, `checkbox`, `select`, `textarea`, `submit`… */
  readonly type: string;
  /** What it sends as it stands; nothing where it is not ticked or chosen. */
  values: string[];
  /** What may be chosen. */
  readonly options: string[];
  /** The ids of what is said about it. */
  readonly describedBy: readonly string[];
  readonly invalid: boolean;
}

/** A form of a page. */
export interface ServedForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  readonly controls: readonly Control[];
}

/** Reads the forms of a page as a browser would, without running anything. */
export function formsIn(page: string, url: string): ServedForm[] {
  const forms: (Omit<ServedForm, 'controls'> & { controls: Control[] })[] = [];
  let open: (typeof forms)[number] | undefined;
  let writing: Control | undefined;
  let choosing: Control | undefined;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      const control = (type: string, values: string[]): Control => ({
        name: attributes['name'] ?? '',
        type,
        values,
        options: [],
        describedBy: (attributes['aria-describedby'] ?? '').split(' ').filter((id) => id !== ''),
        invalid: attributes['aria-invalid'] === 'true',
      });
      const value = attributes['value'] ?? '';
      if (tag === 'form') {
        open = {
          action: new URL(attributes['action'] ?? '', url).href,
          method: (attributes['method'] ?? 'get').toUpperCase(),
          multipart: attributes['enctype'] === 'multipart/form-data',
          controls: [],
        };
        forms.push(open);
      } else if (open === undefined || 'disabled' in attributes) return;
      else if (tag === 'input') {
        const type = attributes['type'] ?? 'text';
        const ticks = type === 'checkbox' || type === 'radio';
        const known = open.controls.find((one) => ticks && one.type === type && one.name === attributes['name']);
        const one = known ?? control(type, []);
        if (known === undefined) open.controls.push(one);
        if (ticks) one.options.push(value);
        if (!ticks || 'checked' in attributes) one.values.push(value);
      } else if (tag === 'button') {
        const one = control(attributes['type'] ?? 'submit', []);
        one.options.push(value);
        open.controls.push(one);
      } else if (tag === 'textarea') {
        writing = control('textarea', ['']);
        open.controls.push(writing);
      } else if (tag === 'select') {
        choosing = control('select', []);
        open.controls.push(choosing);
      } else if (tag === 'option' && choosing !== undefined) {
        choosing.options.push(value);
        if ('selected' in attributes || choosing.options.length === 1) choosing.values = [value];
      }
    },
    ontext: (text) => {
      if (writing !== undefined) writing.values = [(writing.values[0] ?? '') + text];
    },
    onclosetag: (tag) => {
      if (tag === 'form') open = undefined;
      else if (tag === 'select') choosing = undefined;
      else if (tag === 'textarea' && writing !== undefined) {
        // The line break after the opening tag is no part of the text.
        writing.values = [(writing.values[0] ?? '').replace(/^\n/, '')];
        writing = undefined;
      }
    },
  });
  parser.end(page);
  return forms;
}

/** What somebody writes or chooses, by the name of the field. A file is sent as it is. */
export type Written = Readonly<Record<string, string | readonly string[] | File>>;

/**
 * What a browser sends of a form that somebody filled in: what is written, and of what is not touched what it holds.
 *
 * @param button the name and value of the button, where it has one
 * @throws Error where the form has no such field, or does not offer that choice
 */
export function filledIn(form: ServedForm, written: Written, button: Written = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...written, ...button })) {
    const named = form.controls.filter((control) => control.name === name);
    if (named.length === 0) throw new Error(`${form.action} has no field ${name}.`);
    const choices = named.filter(({ type }) => ['checkbox', 'radio', 'select', 'submit'].includes(type));
    if (choices.length === 0 || value instanceof File) continue;
    const offered = choices.flatMap(({ options }) => options);
    for (const one of [value].flat()) {
      if (!offered.includes(one)) throw new Error(`${name} of ${form.action} does not offer ${one}.`);
    }
  }
  for (const { name, type, values } of form.controls) {
    if (name === '' || (type === 'submit' && button[name] === undefined)) continue;
    const given = written[name] ?? button[name] ?? values;
    if (type === 'file' && !(given instanceof File)) data.append(name, new File([], ''));
    else if (given instanceof File) data.append(name, given);
    else for (const one of [given].flat()) data.append(name, one);
  }
  return data;
}
