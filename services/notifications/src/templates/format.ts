import type { Language, LocalizedText } from '@ateneu/kernel';
import { localize } from '@ateneu/kernel';

/** How dates, times and texts are written in one language. Times are those of L'Hospitalet. */
export interface Formats {
  /** `dimarts, 3 de març del 2026`. */
  date: (instant: string | Date) => string;
  /** `dimarts, 3 de març del 2026, de 17:00 a 19:00`; both dates where it ends on another day. */
  period: (start: string | Date, end: string | Date) => string;
  /** `dimarts, 3 de març del 2026, a les 17:00`. */
  moment: (instant: string | Date) => string;
  /** A localized text in this language, else in Catalan. */
  text: (value: LocalizedText) => string;
}

const timeZone = 'Europe/Madrid';
const locales: Record<Language, string> = { ca: 'ca-ES', es: 'es-ES', en: 'en-GB' };

/** The words around the two times of a period. */
const betweenTimes: Record<Language, (start: string, end: string) => string> = {
  ca: (start, end) => `de ${start} a ${end}`,
  es: (start, end) => `de ${start} a ${end}`,
  en: (start, end) => `${start} to ${end}`,
};

/** The word before a time of day; Catalan and Spanish say one o’clock in the singular. */
const atTime: Record<Language, (time: string) => string> = {
  ca: (time) => `${time.startsWith('01') ? 'a la' : 'a les'} ${time}`,
  es: (time) => `${time.startsWith('01') ? 'a la' : 'a las'} ${time}`,
  en: (time) => `at ${time}`,
};

const betweenDays: Record<Language, (start: string, end: string) => string> = {
  ca: (start, end) => `del ${start} al ${end}`,
  es: (start, end) => `del ${start} al ${end}`,
  en: (start, end) => `${start} to ${end}`,
};

function formatsOf(language: Language): Formats {
  const locale = locales[language];
  const dates = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const times = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const date = (instant: string | Date): string => dates.format(new Date(instant));
  const time = (instant: string | Date): string => times.format(new Date(instant));
  return {
    date,
    period: (start, end) =>
      date(start) === date(end)
        ? `${date(start)}, ${betweenTimes[language](time(start), time(end))}`
        : betweenDays[language](`${date(start)}, ${time(start)}`, `${date(end)}, ${time(end)}`),
    moment: (instant) => `${date(instant)}, ${atTime[language](time(instant))}`,
    text: (value) => localize(value, language).text,
  };
}

/** The formats of each language, made once: making an `Intl` formatter is slow. */
export const formats: Readonly<Record<Language, Formats>> = {
  ca: formatsOf('ca'),
  es: formatsOf('es'),
  en: formatsOf('en'),
};
