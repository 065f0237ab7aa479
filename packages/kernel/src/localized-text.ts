/** The languages the platform speaks, in the order it prefers them. */
export const languages = ['ca', 'es', 'en'] as const;

/** An ISO 639-1 code of a language the platform speaks. */
export type Language = (typeof languages)[number];

/** A text that always exists in Catalan, and may in Spanish and English. */
export interface LocalizedText {
  ca: string;
  es?: string | undefined;
  en?: string | undefined;
}

/** A text chosen for a reader, and the language it really is in. */
export interface ChosenText {
  text: string;
  language: Language;
}

/** Whether a value names a language the platform speaks. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/** Chooses the best text for a reader: the language asked for, else Catalan. Empty texts count as absent. */
export function localize(text: LocalizedText, language: Language): ChosenText {
  const wanted = text[language];
  return wanted !== undefined && wanted.trim() !== '' ? { text: wanted, language } : { text: text.ca, language: 'ca' };
}
