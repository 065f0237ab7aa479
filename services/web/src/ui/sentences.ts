import type { View } from '../shell/view.ts';

/** What is wrong in the words of a form: nobody at a form knows of types, formats and codes. */
export function plainSentence(
  { t: { shell } }: Pick<View, 't'>,
  reason: string | undefined,
  value: string | readonly string[] | undefined,
): string | undefined {
  const empty = value === undefined || value.length === 0;
  switch (reason) {
    case 'choice':
      return shell.chooseOne;
    case 'too-few':
      return empty ? shell.chooseSome : undefined;
    case 'type':
      return empty ? shell.fillIn : shell.writeNumber;
    case 'format':
    case 'email':
      return empty ? shell.fillIn : undefined;
    default:
      return undefined;
  }
}

/** What is wrong with a field, after the field's name: `Correu electrònic: cal omplir-ho.` */
export function labelled(label: string | undefined, sentence = ''): string {
  if (label === undefined) return sentence;
  // A name in capitals keeps its own.
  const isWord = /^\p{Lu}[\p{Ll}’ ]/u.test(sentence);
  return `${label}: ${isWord ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence}`;
}
