import type { Language } from '@ateneu/kernel';

import { html, type Html } from '../html.ts';
import { timeZone } from './fields.ts';

const tags: Readonly<Record<Language, string>> = { ca: 'ca-ES', es: 'es-ES', en: 'en-GB' };

type Form = 'day' | 'time' | 'moment' | 'short' | 'month' | 'weekday';

const forms: Readonly<Record<Form, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  short: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { month: 'long', year: 'numeric' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in the ateneu's time, for a reader. */
export function formatDate(language: Language, form: Form, instant: string): string {
  const key = `${language} ${form}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tags[language], { ...forms[form], timeZone });
  formats.set(key, format);
  return format.format(new Date(instant));
}

/** The same, for programs too. */
export function time(language: Language, form: Form, instant: string): Html {
  return html`<time datetime="${instant}">${formatDate(language, form, instant)}</time>`;
}

/** The words before and between the two times of a period on one day. */
const hours: Readonly<Record<Language, readonly [before: string, between: string]>> = {
  ca: ['de ', ' a '],
  es: ['de ', ' a '],
  en: ['', ' to '],
};

/** From one instant to another: the day once, where both are on it. */
export function period(language: Language, from: string, to: string): Html {
  if (formatDate(language, 'day', from) !== formatDate(language, 'day', to))
    return html`${time(language, 'moment', from)} – ${time(language, 'moment', to)}`;
  const [before, between] = hours[language];
  const begins = `${formatDate(language, 'weekday', from)}, ${before}${formatDate(language, 'time', from)}`;
  return html`<time datetime="${from}">${begins}</time>${between}${time(language, 'time', to)}`;
}
