import {
  contractTypes,
  findActuacio,
  findLegalForm,
  type FunderCall,
  genders,
  municipality,
  type WorkbookSheetName,
  workbookTerm,
} from '@ateneu/reference-data';
import { type CellValue, type NamedRow, namedSheet, type NamedSheet } from '@ateneu/reference-data/filled-workbook';

import type {
  AccompanimentFact,
  EntityFact,
  InsertionFact,
  JustificationFacts,
  JustificationProblem,
  ParticipantFact,
  ProblemCode,
} from './justification.types.ts';

const ateneu = 'Ateneu Cooperatiu de L’Hospitalet de Llobregat';

/** The funder's action of an accompaniment for which staff chose none. */
export const actuacioOf: Readonly<Record<AccompanimentFact['modality'], string>> = {
  creation: '3.1',
  consolidation: '3.3',
  transformation: '3.5',
};

const recipientLabels = { person: 'Persona individual', group: 'Grup promotor', entity: 'Entitat' } as const;

/** Legal forms of the social and solidarity economy, besides the cooperatives. */
const solidary = new Set([
  'societat-laboral',
  'associacio',
  'fundacio',
  'empresa-insercio',
  'centre-especial-treball',
  'mutualitat',
]);

/** The reference under which the sheets name an accompaniment: short, and the same every time. */
export function referenceOf(id: string): string {
  return `AC-${id.replaceAll('-', '').slice(-10).toUpperCase()}`;
}

const nameOf = (projectName: string): string => `Acompanyament: ${projectName}`;

/**
 * The accompaniment part of the funder's workbook, with what the funder would send back. Pure: the facts come from the
 * queries, the headings from the reference data.
 */
export function fillWorkbook(
  call: FunderCall,
  facts: JustificationFacts,
): { sheets: NamedSheet[]; problems: JustificationProblem[] } {
  const { accompaniments, insertions, entities } = facts;
  return {
    sheets: [
      namedSheet(
        'Actuacions',
        accompaniments.map((fact) => ({ key: fact.id, personId: null, cells: actuacioRow(call, fact) })),
      ),
      namedSheet(
        'Participants',
        accompaniments.flatMap((fact) => fact.participants.map((person) => participantRow(fact, person))),
      ),
      namedSheet(
        'InsercionsLaborals',
        insertions.map((fact) => ({ key: fact.id, personId: fact.id, cells: insertionRow(call, fact) })),
      ),
      namedSheet(
        'EntitatCreada',
        entities.map((fact) => ({ key: fact.accompanimentId, personId: fact.projectId, cells: entityRow(fact) })),
      ),
      namedSheet(
        'Acompanyaments',
        accompaniments.map((fact) => ({ key: fact.id, personId: null, cells: accompanimentRow(fact) })),
      ),
    ],
    problems: [
      ...accompaniments.flatMap((fact) => problemsOf(call, fact)),
      ...insertions.flatMap(problemsOfInsertion),
      ...entities.flatMap(problemsOfEntity),
    ],
  };
}

function actuacioRow(call: FunderCall, fact: AccompanimentFact): CellValue[] {
  const actuacio = findActuacio(call.code, fact.actuacio ?? actuacioOf[fact.modality]);
  return [
    actuacio?.servei.name ?? null,
    actuacio?.name ?? null,
    nameOf(fact.projectName),
    fact.firstSessionOn,
    `${dayText(fact.firstSessionOn)} - ${dayText(fact.lastSessionOn)}`,
    ateneu,
    ateneu,
    fact.municipality ?? municipality.name,
    fact.participants.length,
    'N',
    fact.documents > 0 ? 'S' : 'N',
    null,
    null,
    null,
    null,
    null,
    null,
  ];
}

function participantRow(fact: AccompanimentFact, person: ParticipantFact): NamedRow {
  const cells = [
    referenceOf(fact.id),
    nameOf(fact.projectName),
    person.surnames,
    person.name,
    person.idDocument,
    workbookTerm(genders, person.gender) ?? null,
    person.bornOn,
    person.municipality ?? municipality.name,
    null,
    null,
    null,
    null,
    person.email,
    person.phone,
    fact.projectName,
    referenceOf(fact.id),
  ];
  return { key: `${fact.id} ${person.id}`, personId: person.id, cells };
}

function insertionRow(call: FunderCall, fact: InsertionFact): CellValue[] {
  return [
    referenceOf(fact.accompanimentId),
    nameOf(fact.projectName),
    fact.surnames,
    fact.name,
    fact.idDocument,
    fact.startsOn,
    fact.endsOn,
    workbookTerm(contractTypes, fact.contractType) ?? null,
    workbookTerm(genders, fact.gender) ?? null,
    fact.bornOn,
    fact.municipality ?? municipality.name,
    fact.taxId,
    fact.projectName,
    ateneu,
    call.name,
  ];
}

function entityRow(fact: EntityFact): CellValue[] {
  const form = findLegalForm(fact.legalForm);
  return [
    referenceOf(fact.accompanimentId),
    nameOf(fact.projectName),
    fact.name,
    fact.taxId,
    fact.contact?.name ?? null,
    fact.contact?.email ?? null,
    fact.contact?.phone ?? null,
    form?.cooperative === true || solidary.has(fact.legalForm) ? 'S' : 'N',
    ateneu,
    referenceOf(fact.accompanimentId),
  ];
}

function accompanimentRow(fact: AccompanimentFact): CellValue[] {
  const isEntity = fact.recipient === 'entity';
  return [
    referenceOf(fact.id),
    nameOf(fact.projectName),
    fact.recipient === null ? null : recipientLabels[fact.recipient],
    isEntity ? fact.entityName : null,
    isEntity && fact.legalForm !== null ? (findLegalForm(fact.legalForm)?.label.ca ?? null) : null,
    fact.modality === 'creation' ? 'Creació' : 'Consolidació',
    fact.startedOn ?? fact.firstSessionOn,
    fact.municipality ?? municipality.name,
    fact.description,
    Math.round((fact.minutes / 60) * 100) / 100,
    fact.endedOn,
    fact.documents > 0 ? String(fact.documents) : null,
  ];
}

function problemsOf(call: FunderCall, fact: AccompanimentFact): JustificationProblem[] {
  const subject = { kind: 'accompaniment', id: fact.id, label: fact.projectName } as const;
  const known = findActuacio(call.code, fact.actuacio ?? actuacioOf[fact.modality]) !== undefined;
  return [
    ...when(!known, 'actuacio-unknown', 'Actuacions', subject),
    ...when(fact.hasUnnamed || fact.participants.length === 0, 'participants-unnamed', 'Actuacions', subject),
    ...when(fact.recipient === null, 'recipient-missing', 'Acompanyaments', subject),
    ...when(fact.recipient === 'entity' && fact.entityName === null, 'entity-name-missing', 'Acompanyaments', subject),
    ...fact.participants.flatMap((person) =>
      problemsOfPerson('Participants', { kind: 'member', id: person.id, label: person.name }, person),
    ),
  ];
}

function problemsOfInsertion(fact: InsertionFact): JustificationProblem[] {
  const subject = { kind: 'job-insertion', id: fact.id, label: `${fact.name} (${fact.projectName})` } as const;
  return [
    ...problemsOfPerson('InsercionsLaborals', subject, fact),
    ...when(fact.taxId === null, 'project-tax-id-missing', 'InsercionsLaborals', subject),
  ];
}

function problemsOfEntity(fact: EntityFact): JustificationProblem[] {
  const subject = { kind: 'accompaniment', id: fact.accompanimentId, label: fact.name } as const;
  return [
    ...when(fact.contact === null, 'contact-missing', 'EntitatCreada', subject),
    ...when(fact.contact !== null && fact.contact.phone === null, 'phone-missing', 'EntitatCreada', subject),
  ];
}

function problemsOfPerson(
  name: WorkbookSheetName,
  subject: JustificationProblem['subject'],
  person: Pick<ParticipantFact, 'surnames' | 'idDocument' | 'gender' | 'bornOn'>,
): JustificationProblem[] {
  return [
    ...when(person.surnames === null, 'surnames-missing', name, subject),
    ...when(person.idDocument === null, 'document-missing', name, subject),
    ...when(person.gender === null, 'gender-missing', name, subject),
    ...when(person.bornOn === null, 'birth-date-missing', name, subject),
  ];
}

function when(
  isSo: boolean,
  code: ProblemCode,
  name: WorkbookSheetName,
  subject: JustificationProblem['subject'],
): JustificationProblem[] {
  return isSo ? [{ code, sheet: name, subject }] : [];
}

/** A day as the funder writes it: `dd/mm/yyyy`. */
function dayText(day: string): string {
  return day.split('-').toReversed().join('/');
}
