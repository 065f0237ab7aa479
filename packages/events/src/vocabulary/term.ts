/** A code that events carry and what people call it. Codes are only ever added; labels may be mended at any time. */
export interface Term {
  readonly code: string;
  readonly label: { readonly ca: string; readonly es: string; readonly en: string };
}

/** The term of a code; nothing for a code that is newer than this build, which readers must accept. */
export function findTerm(terms: readonly Term[], code: string): Term | undefined {
  return terms.find((term) => term.code === code);
}
