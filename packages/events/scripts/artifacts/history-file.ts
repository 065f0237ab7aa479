import { type JsonSchema, sameStructure, structureOf } from '../compatibility/json-schema.ts';

/** The text of a history file: a JSON array with one form a line, so that a difference shows lines added and no others. */
export function writeHistory(forms: readonly JsonSchema[]): string {
  return `[\n${forms.map((form) => JSON.stringify(form)).join(',\n')}\n]\n`;
}

/** @throws TypeError where the text is no list of schemas */
export function readHistory(text: string): JsonSchema[] {
  const forms: unknown = JSON.parse(text);
  if (!Array.isArray(forms) || !forms.every((form) => typeof form === 'object' && form !== null)) {
    throw new TypeError('A history is a list of schemas.');
  }
  return forms as JsonSchema[];
}

/** The history with the form of today at its end: the same history where only the documentation changed. */
export function withForm(forms: readonly JsonSchema[], schema: JsonSchema): readonly JsonSchema[] {
  const last = forms.at(-1);
  return last !== undefined && sameStructure(last, schema) ? forms : [...forms, structureOf(schema)];
}
