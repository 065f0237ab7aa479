import type { Language, LocalizedText } from '@ateneu/kernel';
import type { WorkbookProblem } from '@ateneu/reference-data/filled-workbook';

/** Each problem in a sentence. */
const sentences = {
  'session-not-held': {
    ca: 'La sessió ja s’ha acabat però no consta com a feta: no surt a cap full fins que la tanqueu.',
    es: 'La sesión ya ha terminado pero no consta como hecha: no sale en ninguna hoja hasta que la cierre.',
    en: 'The session is over but not on record as held: it is on no sheet until it is closed.',
  },
  'session-without-actuacio': {
    ca: 'La sessió no té cap actuació de la convocatòria.',
    es: 'La sesión no tiene ninguna actuación de la convocatoria.',
    en: 'The session has no actuació of the call.',
  },
  'session-of-another-call': {
    ca: 'La sessió cau dins del període però es justifica en una altra convocatòria: no surt a cap full.',
    es: 'La sesión cae dentro del periodo pero se justifica en otra convocatoria: no sale en ninguna hoja.',
    en: 'The session is within the period but justified under another call: it is on no sheet.',
  },
  'session-out-of-period': {
    ca: 'La sessió es justifica en aquesta convocatòria però cau fora del període: no surt a cap full.',
    es: 'La sesión se justifica en esta convocatoria pero cae fuera del periodo: no sale en ninguna hoja.',
    en: 'The session is justified under this call but outside its period: it is on no sheet.',
  },
  'attendance-unrecorded': {
    ca: 'Hi ha persones amb plaça de qui no consta si van venir: no es compten.',
    es: 'Hay personas con plaza de las que no consta si vinieron: no se cuentan.',
    en: 'It is not on record whether some people with a place came: they are not counted.',
  },
  'session-without-participants': {
    ca: 'La sessió no té cap participant.',
    es: 'La sesión no tiene ningún participante.',
    en: 'Nobody took part in the session.',
  },
  'head-count-missing': {
    ca: 'És una sessió per a menors i no s’han comptat els alumnes.',
    es: 'Es una sesión para menores y no se han contado los alumnos.',
    en: 'It is a session for minors, and the pupils were not counted.',
  },
  'surnames-missing': {
    ca: 'El nom i els cognoms no són separats.',
    es: 'El nombre y los apellidos no están separados.',
    en: 'Name and surnames are not apart.',
  },
  'birth-date-missing': {
    ca: 'Falta la data de naixement.',
    es: 'Falta la fecha de nacimiento.',
    en: 'The date of birth is missing.',
  },
  'gender-missing': { ca: 'Falta el gènere.', es: 'Falta el género.', en: 'The gender is missing.' },
  'municipality-missing': { ca: 'Falta el municipi.', es: 'Falta el municipio.', en: 'The municipality is missing.' },
  'identity-document-missing': {
    ca: 'Falta el document identificatiu, i la persona no ha dit que no el pugui donar.',
    es: 'Falta el documento identificativo, y la persona no ha dicho que no pueda darlo.',
    en: 'The identity document is missing, and the person did not say that they cannot give it.',
  },
} as const satisfies Record<string, LocalizedText>;

/** What keeps a row from being as the funder wants it. */
export type ProblemCode = keyof typeof sentences;

/** Something to be mended before the workbook is handed in. */
export type Problem = WorkbookProblem<ProblemCode, 'session' | 'enrolment'>;

/** The problem in a sentence, in one language. */
export function sentenceOf(code: ProblemCode, language: Language): string {
  return sentences[code][language];
}
