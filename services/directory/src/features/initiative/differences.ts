import type { InitiativeDetails } from './initiative.ts';

/** A field of an initiative, as the API names it. */
export type DetailField = keyof InitiativeDetails;

/** What one field said and says now; null where it said nothing. */
export interface FieldChange {
  field: DetailField;
  from: unknown;
  to: unknown;
}

/** Every field that differs, in alphabetical order. */
export function differences(before: Partial<InitiativeDetails>, after: Partial<InitiativeDetails>): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as DetailField[]);
  return [...fields].toSorted().flatMap((field) => {
    const from = before[field] ?? null;
    const to = after[field] ?? null;
    return isSame(from, to) ? [] : [{ field, from, to }];
  });
}

/** The details with some fields as a correction has them; a field that becomes null says nothing any more. */
export function withChanges(
  details: InitiativeDetails,
  changes: readonly Pick<FieldChange, 'field' | 'to'>[],
): InitiativeDetails {
  const changed = Object.fromEntries(changes.map(({ field, to }) => [field, to ?? undefined]));
  return { ...details, ...changed };
}

/** Whether two values say the same: the order of keys and keys without a value do not count. */
export function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== undefined && inner !== null)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
