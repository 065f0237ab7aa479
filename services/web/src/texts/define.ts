import type { Language } from '@ateneu/kernel';

/** A text, or how it is made of what it speaks of. */
type Message = string | ((...values: never[]) => string);

/** One text in every language that its readers may choose. */
type Entry<L extends Language> = Readonly<Record<L, Message>>;

/** Whether every language says the same sort of thing: a text everywhere, or the same values in it. */
type Alike<C> = {
  [K in keyof C]: C[K] extends { ca: infer M } ? { [L in keyof C[K]]: M extends string ? string : M } : never;
};

/** Texts of the public site. One that lacks Catalan, Spanish or English does not compile. */
export function defineTexts<const C extends Record<string, Entry<Language>>>(texts: C & Alike<C>): C {
  return texts;
}

/** Texts for staff and partners, who work in Catalan or Spanish. One that lacks either does not compile. */
export function defineDeskTexts<const C extends Record<string, Entry<'ca' | 'es'>>>(texts: C & Alike<C>): C {
  return texts;
}

/** The texts of one area as one reader sees them. */
export type TextsOf<C> = {
  readonly [K in keyof C]: C[K] extends { ca: infer M } ? (M extends string ? string : M) : never;
};

/** Chooses one language of an area's texts; what has no English is given in Catalan. */
export function textsIn<C extends Record<string, Entry<'ca' | 'es'>>>(texts: C, language: Language): TextsOf<C> {
  const chosen = Object.entries(texts).map(([key, entry]) => [
    key,
    (entry as Readonly<Partial<Record<Language, Message>>>)[language] ?? entry.ca,
  ]);
  return Object.fromEntries(chosen) as TextsOf<C>;
}
