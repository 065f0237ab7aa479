import type { Term } from '@ateneu/events';
import { findTerm } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

/**
 * What the codes of a vocabulary are called when the person concerned is spoken to. The compiler asks for every code;
 * one about which nothing need be said is `undefined`.
 */
export type Wordings<Terms extends readonly Term[]> = Readonly<
  Record<Terms[number]['code'], Readonly<Record<Language, string>> | undefined>
>;

/** The words for a code; none for a code that is newer than this build. */
export function wordingOf(wordings: Wordings<readonly Term[]>, code: string, language: Language): string | undefined {
  return Object.hasOwn(wordings, code) ? wordings[code]?.[language] : undefined;
}

/** What everybody calls a code of a vocabulary; nothing for a newer one. */
export function labelOf(terms: readonly Term[], code: string, language: Language): string | undefined {
  return findTerm(terms, code)?.label[language];
}

/** A line of the summary, unless there is nothing to say in it. */
export function factIf(label: string, value: string | undefined): (readonly [label: string, value: string])[] {
  return value === undefined ? [] : [[label, value]];
}

/** A line of the summary that is a link, unless there is none. */
export function linkIf(
  label: string,
  url: string | undefined,
): (readonly [label: string, value: string, url: string])[] {
  return url === undefined ? [] : [[label, '', url]];
}
