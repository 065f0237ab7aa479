import { indexByCode, type LabelledCode } from './labelled-code.ts';

/** A code with its labels and the word that the workbook carries for it. */
export interface FunderTerm extends LabelledCode {
  /** To the letter, in Catalan. */
  workbook: string;
}

const term = (code: string, ca: string, es: string, en: string, workbook = ca): FunderTerm => ({
  code,
  label: { ca, es, en },
  workbook,
});

/** Gender, as the funder asks for it. */
export const genders: readonly FunderTerm[] = [
  term('woman', 'Dona', 'Mujer', 'Woman'),
  term('man', 'Home', 'Hombre', 'Man'),
  term('non-binary', 'No binari', 'No binario', 'Non-binary'),
  term('undisclosed', 'Prefereixo no dir-ho', 'Prefiero no decirlo', 'I prefer not to say', 'Prefereix no dir-ho'),
];

/** The contract of a job insertion. */
export const contractTypes: readonly FunderTerm[] = [
  term('permanent', 'Indefinit', 'Indefinido', 'Permanent'),
  term('temporary', 'Temporal', 'Temporal', 'Temporary'),
  term('training', 'Formació i aprenentatge', 'Formación y aprendizaje', 'Training and apprenticeship'),
  term('internship', 'Pràctiques', 'Prácticas', 'Internship'),
  term(
    'member',
    'Soci/a cooperativa o societat laboral',
    'Socio/a de cooperativa o sociedad laboral',
    'Member of a cooperative or an employee-owned company',
  ),
];

/** What pupils of a session for minors study. */
export const studyGrades: readonly FunderTerm[] = [
  term('primary', 'Primària', 'Primaria', 'Primary school'),
  term('secondary', 'Secundària obligatòria', 'Secundaria obligatoria', 'Compulsory secondary school'),
  term('baccalaureate', 'Batxillerat', 'Bachillerato', 'Upper secondary school'),
  term(
    'vocational-intermediate',
    'Formació professional grau mig',
    'Formación profesional de grado medio',
    'Intermediate vocational training',
  ),
  term(
    'vocational-higher',
    'Formació professional grau superior',
    'Formación profesional de grado superior',
    'Higher vocational training',
  ),
];

/** What a person does for a living; the ateneu's own column of the workbook. */
export const employmentSituations: readonly FunderTerm[] = [
  term('employed', 'Treballo per compte d’altri', 'Trabajo por cuenta ajena', 'Employed', 'Per compte d’altri'),
  term('self-employed', 'Treballo per compte propi', 'Trabajo por cuenta propia', 'Self-employed', 'Per compte propi'),
  term('unemployed', 'Estic a l’atur', 'Estoy en paro', 'Unemployed', 'Atur'),
  term('student', 'Estudio', 'Estudio', 'Student', 'Estudiant'),
  term('retired', 'Estic jubilat o jubilada', 'Estoy jubilado o jubilada', 'Retired', 'Jubilació'),
  term('other', 'Una altra situació', 'Otra situación', 'Another situation', 'Altres'),
];

/** The highest studies a person has finished; the ateneu's own column. */
export const studyLevels: readonly FunderTerm[] = [
  term('none', 'Sense estudis acabats', 'Sin estudios acabados', 'No studies finished'),
  term('primary', 'Estudis primaris', 'Estudios primarios', 'Primary'),
  term('secondary', 'Estudis secundaris', 'Estudios secundarios', 'Secondary'),
  term('vocational', 'Formació professional', 'Formación profesional', 'Vocational'),
  term('university', 'Estudis universitaris', 'Estudios universitarios', 'University'),
];

/** How a person heard of the ateneu; its own column. */
export const discoveryChannels: readonly FunderTerm[] = [
  term('website', 'Pel web', 'Por la web', 'The website', 'Web'),
  term('social-networks', 'Per les xarxes socials', 'Por las redes sociales', 'Social networks', 'Xarxes socials'),
  term('newsletter', 'Pel butlletí', 'Por el boletín', 'The newsletter', 'Butlletí'),
  term('acquaintance', 'Per algú conegut', 'Por alguien conocido', 'Somebody I know', 'Persona coneguda'),
  term('entity', 'Per una entitat', 'Por una entidad', 'An entity', 'Entitat'),
  term('public-service', 'Per un servei públic', 'Por un servicio público', 'A public service', 'Servei públic'),
  term('other', 'D’una altra manera', 'De otra manera', 'Another way', 'Altres'),
];

/** The vocabularies of the workbook by name. */
export const funderVocabularies = {
  genders,
  contractTypes,
  studyGrades,
  employmentSituations,
  studyLevels,
  discoveryChannels,
};

const indexes = new Map(Object.values(funderVocabularies).map((terms) => [terms, indexByCode(terms)]));

/** What the workbook carries for a code of a vocabulary; nothing for none or an unknown one. */
export function workbookTerm(terms: readonly FunderTerm[], code: string | null | undefined): string | undefined {
  return code === null || code === undefined ? undefined : indexes.get(terms)?.get(code)?.workbook;
}
