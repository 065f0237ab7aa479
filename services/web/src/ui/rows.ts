import type { FormValues } from './fields.ts';

/** How many rows of a list a form holds: `questions.0.label`, `questions.1.label`, … */
export function rowCount(values: FormValues, list: string): number {
  const indexes = Object.keys(values).flatMap((name) => {
    const [index, ...rest] = name.startsWith(`${list}.`) ? name.slice(list.length + 1).split('.') : [];
    return rest.length > 0 && /^\d+$/.test(index ?? '') ? [Number(index) + 1] : [];
  });
  return Math.max(0, ...indexes);
}

/**
 * A form without the rows in which all of `says` is empty; those behind close ranks, so that a service's complaint about
 * its third item is about the third row that is shown again.
 */
export function closeRanks(values: FormValues, list: string, says: readonly string[]): FormValues {
  const closed: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(values)) if (!name.startsWith(`${list}.`)) closed[name] = value;
  let kept = 0;
  for (let row = 0; row < rowCount(values, list); row += 1) {
    const at = `${list}.${row}.`;
    if (says.every((field) => String(values[at + field] ?? '').trim() === '')) continue;
    for (const [name, value] of Object.entries(values))
      if (name.startsWith(at)) closed[`${list}.${kept}.${name.slice(at.length)}`] = value;
    kept += 1;
  }
  return closed;
}
