import type { DeskView } from '../shell/desk-page.ts';

/** A number as a person reads it. */
export function countOf({ language }: Pick<DeskView, 'language'>, count: number): string {
  return new Intl.NumberFormat(language).format(count);
}

/** A size in bytes, in a unit that a person reads. */
export function sizeOf({ language }: Pick<DeskView, 'language'>, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1_000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}
