/** A code that never changes and what people call it. */
export interface LabelledCode {
  code: string;
  label: { ca: string; es: string; en: string };
}

/** Looks codes up in constant time. */
export function indexByCode<T extends { code: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.code, item]));
}
