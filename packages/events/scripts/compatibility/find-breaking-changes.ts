import { loosenedBounds } from './bounds.ts';
import { annotations, assertions, canonical, type JsonSchema } from './json-schema.ts';
import { acceptsValue } from './accepts-value.ts';

/** What makes a change breaking. */
export type BreakingRule =
  | 'required-removed'
  | 'made-optional'
  | 'type-changed'
  | 'values-widened'
  | 'format-changed'
  | 'pattern-changed'
  | 'bound-loosened'
  | 'object-opened'
  | 'field-refused'
  | 'branch-added'
  | 'keyword-unknown';

/** One way in which a new event may be refused by an old reader. */
export interface BreakingChange {
  /** Where, from the event's root: `data.personal.email`, `data.sectors[]`. */
  path: string;
  rule: BreakingRule;
  /** One English sentence. */
  message: string;
}

/**
 * The ways in which a reader that validates with `oldSchema` may refuse an event written to `newSchema`. None means
 * that every new event is fine for the old reader: a new event may say more, and say it more narrowly, never less.
 *
 * A field that only one of the two declares is taken to be written by that one alone, which `createEvent` sees to.
 */
export function findBreakingChanges(oldSchema: JsonSchema, newSchema: JsonSchema): BreakingChange[] {
  return compare(oldSchema, newSchema, '');
}

function compare(before: JsonSchema, after: JsonSchema, path: string): BreakingChange[] {
  if (canonical(before) === canonical(after)) return [];
  const unknown = unknownKeywords(before, after);
  if (unknown.length > 0) {
    return [change(path, 'keyword-unknown', `The rules do not know ${unknown.join(', ')}: say it in another way.`)];
  }
  if (before.anyOf !== undefined || after.anyOf !== undefined) return branches(before, after, path);
  const values = valuesOf(after);
  if (values !== undefined) return widenedValues(before, values, path);
  if (valuesOf(before) !== undefined) return [change(path, 'values-widened', 'Any value may come where few could.')];
  const types = changedType(before, after, path);
  // Under another type, nothing else can be compared.
  if (types.length > 0) return types;
  return [
    ...changedText(before, after, path),
    ...loosenedBounds(before, after).map((message) => change(path, 'bound-loosened', message)),
    ...changedItems(before, after, path),
    ...changedFields(before, after, path),
  ];
}

function change(path: string, rule: BreakingRule, message: string): BreakingChange {
  return { path: path === '' ? '(root)' : path, rule, message };
}

function unknownKeywords(...schemas: readonly JsonSchema[]): string[] {
  const keywords = schemas.flatMap((schema) => Object.keys(schema));
  return [...new Set(keywords)].filter((keyword) => !annotations.has(keyword) && !assertions.has(keyword));
}

/** Every form that the new schema allows must fit one of the old forms. */
function branches(before: JsonSchema, after: JsonSchema, path: string): BreakingChange[] {
  const old = before.anyOf ?? [before];
  return (after.anyOf ?? [after]).flatMap((branch) =>
    old.some((candidate) => compare(candidate, branch, path).length === 0)
      ? []
      : [change(path, 'branch-added', 'A form may come that no old form covers.')],
  );
}

function valuesOf(schema: JsonSchema): readonly unknown[] | undefined {
  return 'const' in schema ? [schema.const] : schema.enum;
}

function widenedValues(before: JsonSchema, values: readonly unknown[], path: string): BreakingChange[] {
  const refused = values.filter((value) => !acceptsValue(before, value));
  if (refused.length === 0) return [];
  const list = refused.map((value) => JSON.stringify(value)).join(', ');
  return [change(path, 'values-widened', `An old reader refuses ${list}.`)];
}

function typesOf({ type }: JsonSchema): readonly string[] | undefined {
  return typeof type === 'string' ? [type] : type;
}

function changedType(before: JsonSchema, after: JsonSchema, path: string): BreakingChange[] {
  const old = typesOf(before);
  if (old === undefined) return [];
  const now = typesOf(after);
  const fits = now?.every((type) => old.includes(type) || (type === 'integer' && old.includes('number')));
  if (fits === true) return [];
  return [change(path, 'type-changed', `It was ${old.join(' or ')} and is ${now?.join(' or ') ?? 'anything'}.`)];
}

function changedText(before: JsonSchema, after: JsonSchema, path: string): BreakingChange[] {
  const changes: BreakingChange[] = [];
  if (before.format !== undefined && before.format !== after.format) {
    const message = `The format was ${before.format} and is ${after.format ?? 'any'}.`;
    changes.push(change(path, 'format-changed', message));
  }
  if (before.pattern !== undefined && before.pattern !== after.pattern) {
    const message = `The pattern was ${before.pattern} and is ${after.pattern ?? 'any'}.`;
    changes.push(change(path, 'pattern-changed', message));
  }
  return changes;
}

function changedItems(before: JsonSchema, after: JsonSchema, path: string): BreakingChange[] {
  return before.items === undefined ? [] : compare(before.items, after.items ?? {}, `${path}[]`);
}

function changedFields(before: JsonSchema, after: JsonSchema, path: string): BreakingChange[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const fields = after.properties ?? {};
  const missing = (before.required ?? [])
    .filter((name) => after.required?.includes(name) !== true)
    .map((name) =>
      Object.hasOwn(fields, name)
        ? change(at(name), 'made-optional', 'It was always there and may now be missing.')
        : change(at(name), 'required-removed', 'It was always there and is gone.'),
    );
  const changed = Object.entries(fields).flatMap(([name, field]) => {
    const old = before.properties?.[name];
    return old === undefined ? refusedField(before, field, at(name)) : compare(old, field, at(name));
  });
  return [...missing, ...changed, ...opened(before, after, path)];
}

function refusedField(before: JsonSchema, field: JsonSchema, path: string): BreakingChange[] {
  const { additionalProperties = true } = before;
  if (additionalProperties === false) return [change(path, 'field-refused', 'An old reader refuses unknown fields.')];
  return additionalProperties === true ? [] : compare(additionalProperties, field, path);
}

function opened(before: JsonSchema, after: JsonSchema, path: string): BreakingChange[] {
  const { additionalProperties: old = true } = before;
  const { additionalProperties: now = true } = after;
  if (old === true || now === false) return [];
  if (old !== false) return compare(old, now === true ? {} : now, `${path}.*`);
  return [change(path, 'object-opened', 'Unknown fields may come, which an old reader refuses.')];
}
