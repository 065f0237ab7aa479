/** Controls, line and paragraph separators, and the marks that reorder text on the screen. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]+/gu;

/** One line without controls: what may go into a header, a greeting or a fact. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(unsafe, ' ').replace(/ {2,}/g, ' ').trim();
}

/** The lines of a paragraph, each without controls. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).map(oneLine);
}

/**
 * A text of somebody we do not know, so that no mail program turns part of it into a link: otherwise our forms could
 * be used to send anybody an advertisement in our name. A word joiner, which is not seen, follows what makes addresses.
 */
export function unlinkable(text: string): string {
  return oneLine(text).replace(/([.:@/])(?=\S)/g, '$1\u2060');
}

/** A person's name as a greeting may carry it; nothing where it is no name but an advertisement. */
export function greetingName(name: string): string | undefined {
  const clean = oneLine(name);
  if (clean === '' || clean.length > 80 || /[/@:<>]|www\.|\.\p{L}{2,}/iu.test(clean)) return undefined;
  return clean;
}
