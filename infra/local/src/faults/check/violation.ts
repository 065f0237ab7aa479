/** A promise that was broken. */
export interface Violation {
  /** Which promise: `lost-write`, `doubled-effect`, `order`, `capacity`, … */
  readonly rule: string;
  readonly detail: string;
}

/** How often each value is there. */
export function counted(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The items by what `keyOf` says of them, each group in its order. */
export function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
