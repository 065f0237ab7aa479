import { foldedText } from './lists.ts';

/**
 * A code made of a name that nobody has yet, of letters, digits and hyphens: `Pla d’empresa` is `pla-d-empresa`, or
 * `pla-d-empresa-2`. A name without letters is called `fallback`.
 */
export function freeCode(name: string, taken: ReadonlySet<string>, fallback = 'q'): string {
  const words = foldedText(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-\d]+|-+$/g, '');
  const base = words.slice(0, 30).replace(/-+$/, '') || fallback;
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(code)) return code;
  }
}
