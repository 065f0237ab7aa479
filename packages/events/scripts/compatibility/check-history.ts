import { type BreakingChange, findBreakingChanges } from './find-breaking-changes.ts';
import { canonical, type JsonSchema, sameStructure } from './json-schema.ts';

/** Every form in which each type was ever committed, oldest first. */
export type History = ReadonlyMap<string, readonly JsonSchema[]>;

/**
 * Why a new form of a type cannot join its history; nothing when it can. Each earlier form is held against the new one
 * in both directions:
 *
 * - whoever still reads by an earlier form must accept what is written from now on: partners and services are not
 *   deployed with us;
 * - whoever reads by the new form must accept what was written before: the streams keep it, and replay it.
 */
export function problemsOfForm(type: string, earlier: readonly JsonSchema[], form: JsonSchema): string[] {
  return earlier.flatMap((snapshot, index) => {
    const name = `${type}: against form ${index + 1} of ${earlier.length}`;
    return [
      ...findBreakingChanges(snapshot, form).map((found) => `${name}: ${sentence(found, 'an old reader')}`),
      ...findBreakingChanges(form, snapshot).map((found) => `${name}: ${backwards(found)}`),
    ];
  });
}

/**
 * What is wrong with the committed history, beside its base: what was published has not changed and is still there, and
 * the contracts of today are its last forms.
 *
 * @param base the history as it was published, where anything was
 */
export function problemsOfHistory(
  base: History,
  history: History,
  contracts: ReadonlyMap<string, JsonSchema>,
): string[] {
  return [
    ...[...base].flatMap(([type, forms]) => rewritten(type, forms, history.get(type) ?? [])),
    ...[...history.keys()].filter((type) => !contracts.has(type)).map((type) => `${type}: was published and is gone.`),
    ...[...contracts].flatMap(([type, contract]) => behind(type, history.get(type) ?? [], contract)),
  ];
}

function rewritten(type: string, published: readonly JsonSchema[], forms: readonly JsonSchema[]): string[] {
  if (forms.length === 0) return [`${type}: its published history is gone.`];
  return published.flatMap((form, index) =>
    canonical(form) === canonical(forms[index]) ? [] : [`${type}: form ${index + 1} was published and has changed.`],
  );
}

function behind(type: string, forms: readonly JsonSchema[], contract: JsonSchema): string[] {
  const last = forms.at(-1);
  const current = last !== undefined && sameStructure(last, contract);
  return [
    ...problemsOfForm(type, forms, contract),
    ...(current ? [] : [`${type}: the history lacks the form of today; run \`npm run generate\`.`]),
  ];
}

function sentence({ path, rule, message }: BreakingChange, reader: string): string {
  return `${path} (${rule}): ${message} That breaks ${reader}.`;
}

/** Seen from the new reader, what the new form asks for is what the earlier events lack. */
function backwards({ path, rule, message }: BreakingChange): string {
  const breaks = 'That breaks whoever reads earlier events, which the streams keep';
  if (rule === 'required-removed') {
    return `${path} (new-required): It is always there now, and never was before. ${breaks}: make it optional.`;
  }
  if (rule === 'made-optional') {
    return `${path} (made-required): It could be missing before. ${breaks}: leave it optional.`;
  }
  return `${path} (narrowed): Read backwards: ${message} ${breaks}.`;
}
