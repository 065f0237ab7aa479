import { type ChosenText, type Language, localize, type LocalizedText } from '@ateneu/kernel';

/** The texts of an initiative for one reader. */
export interface LocalizedFields {
  name: ChosenText;
  summary: ChosenText;
  description: ChosenText | null;
}

/** Chooses each text in the language asked for, or in Catalan where it is not in that one. */
export function localizedFields(
  texts: { name: LocalizedText; summary: LocalizedText; description?: LocalizedText | null },
  language: Language,
): LocalizedFields {
  const { name, summary, description } = texts;
  return {
    name: localize(name, language),
    summary: localize(summary, language),
    description: description == null ? null : localize(description, language),
  };
}

/** The languages that an answer is in, for `Content-Language`. */
export function languagesOf({ name, summary, description }: LocalizedFields): string {
  const spoken = [name, summary, ...(description === null ? [] : [description])].map((text) => text.language);
  return [...new Set(spoken)].join(', ');
}
