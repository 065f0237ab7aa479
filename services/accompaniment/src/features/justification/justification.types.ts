import type { WorkbookProblem } from '@ateneu/reference-data/filled-workbook';

/** Something that the funder would send the workbook back for. */
export type JustificationProblem = WorkbookProblem<ProblemCode, 'accompaniment' | 'member' | 'job-insertion'>;

/** What each problem is, as people read it. */
export const problemMessages = {
  'actuacio-unknown': {
    ca: 'L’actuació de l’acompanyament no és de la taxonomia d’aquesta convocatòria.',
    es: 'La actuación del acompañamiento no es de la taxonomía de esta convocatoria.',
    en: 'The accompaniment’s action is not in the taxonomy of this call.',
  },
  'participants-unnamed': {
    ca: 'Hi ha sessions amb més persones que membres indicats: el nombre de participants ha de quadrar amb els noms.',
    es: 'Hay sesiones con más personas que miembros indicados: el número de participantes debe cuadrar con los nombres.',
    en: 'Some sessions had more people than members named: the count must match the names.',
  },
  'recipient-missing': {
    ca: 'Falta dir per a qui és l’acompanyament: persona, grup o entitat.',
    es: 'Falta decir para quién es el acompañamiento: persona, grupo o entidad.',
    en: 'Whether it is for a person, a group or an entity is not said.',
  },
  'entity-name-missing': {
    ca: 'Falta el nom de l’entitat acompanyada.',
    es: 'Falta el nombre de la entidad acompañada.',
    en: 'The name of the accompanied entity is missing.',
  },
  'surnames-missing': { ca: 'Falten els cognoms.', es: 'Faltan los apellidos.', en: 'The surnames are missing.' },
  'document-missing': {
    ca: 'Falta el document identificatiu.',
    es: 'Falta el documento identificativo.',
    en: 'The identity document is missing.',
  },
  'gender-missing': { ca: 'Falta el gènere.', es: 'Falta el género.', en: 'The gender is missing.' },
  'birth-date-missing': {
    ca: 'Falta la data de naixement.',
    es: 'Falta la fecha de nacimiento.',
    en: 'The birth date is missing.',
  },
  'project-tax-id-missing': {
    ca: 'Falta el NIF del projecte.',
    es: 'Falta el NIF del proyecto.',
    en: 'The project’s tax id is missing.',
  },
  'contact-missing': {
    ca: 'Falta la persona de contacte de l’entitat.',
    es: 'Falta la persona de contacto de la entidad.',
    en: 'The entity’s contact is missing.',
  },
  'phone-missing': {
    ca: 'Falta el telèfon de contacte de l’entitat.',
    es: 'Falta el teléfono de contacto de la entidad.',
    en: 'The entity’s telephone number is missing.',
  },
} as const;
export type ProblemCode = keyof typeof problemMessages;

/** An accompaniment with at least one session in the period of the call. Days are `YYYY-MM-DD`. */
export interface AccompanimentFact {
  id: string;
  modality: 'creation' | 'consolidation' | 'transformation';
  actuacio: string | null;
  projectName: string;
  description: string;
  recipient: 'group' | 'person' | 'entity' | null;
  entityName: string | null;
  taxId: string | null;
  legalForm: string | null;
  municipality: string | null;
  startedOn: string | null;
  endedOn: string | null;
  firstSessionOn: string;
  lastSessionOn: string;
  minutes: number;
  /** Whether some session had more people than it names. */
  hasUnnamed: boolean;
  participants: ParticipantFact[];
  documents: number;
}

/** A member who took part in the period, counted once per accompaniment. */
export interface ParticipantFact {
  id: string;
  name: string;
  surnames: string | null;
  idDocument: string | null;
  gender: string | null;
  bornOn: string | null;
  municipality: string | null;
  email: string | null;
  phone: string | null;
}

/** A job insertion whose contract began in the period. */
export interface InsertionFact {
  id: string;
  accompanimentId: string;
  projectName: string;
  taxId: string | null;
  name: string;
  surnames: string | null;
  idDocument: string | null;
  gender: string | null;
  bornOn: string | null;
  municipality: string | null;
  contractType: string;
  startsOn: string;
  endsOn: string | null;
}

/** An entity that was constituted in the period. */
export interface EntityFact {
  accompanimentId: string;
  /** The project, whose contact is named. */
  projectId: string;
  projectName: string;
  name: string;
  taxId: string;
  legalForm: string;
  contact: { name: string; email: string; phone: string | null } | null;
}

/** Everything that the rows are made of. */
export interface JustificationFacts {
  accompaniments: AccompanimentFact[];
  insertions: InsertionFact[];
  entities: EntityFact[];
}
