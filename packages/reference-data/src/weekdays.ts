import { indexByCode, type LabelledCode } from './labelled-code.ts';

/** A day of the week, by the code that OpenStreetMap’s opening hours begin with, in small letters. */
export interface Weekday extends LabelledCode {
  /** Its name in schema.org. */
  schemaOrg: string;
}

/** The days of the week, from Monday. */
export const weekdays: readonly Weekday[] = [
  { code: 'mo', label: { ca: 'Dilluns', es: 'Lunes', en: 'Monday' }, schemaOrg: 'https://schema.org/Monday' },
  { code: 'tu', label: { ca: 'Dimarts', es: 'Martes', en: 'Tuesday' }, schemaOrg: 'https://schema.org/Tuesday' },
  {
    code: 'we',
    label: { ca: 'Dimecres', es: 'Miércoles', en: 'Wednesday' },
    schemaOrg: 'https://schema.org/Wednesday',
  },
  { code: 'th', label: { ca: 'Dijous', es: 'Jueves', en: 'Thursday' }, schemaOrg: 'https://schema.org/Thursday' },
  { code: 'fr', label: { ca: 'Divendres', es: 'Viernes', en: 'Friday' }, schemaOrg: 'https://schema.org/Friday' },
  { code: 'sa', label: { ca: 'Dissabte', es: 'Sábado', en: 'Saturday' }, schemaOrg: 'https://schema.org/Saturday' },
  { code: 'su', label: { ca: 'Diumenge', es: 'Domingo', en: 'Sunday' }, schemaOrg: 'https://schema.org/Sunday' },
];

const byCode = indexByCode(weekdays);

/** The day of a code, if there is one. */
export function findWeekday(code: string): Weekday | undefined {
  return byCode.get(code);
}
