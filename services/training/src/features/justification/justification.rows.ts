import {
  discoveryChannels,
  employmentSituations,
  findActuacio,
  type FunderCall,
  genders,
  municipality,
  studyGrades,
  studyLevels,
  type WorkbookSheetName,
  workbookTerm,
} from '@ateneu/reference-data';
import { type CellValue, type NamedRow, namedSheet, type NamedSheet } from '@ateneu/reference-data/filled-workbook';

import { dayOf } from '../../madrid.ts';
import { type Justification, programmeOf } from '../../vocabulary.ts';
import type { Problem, ProblemCode } from './justification.problems.ts';
import type { JustifiedSession, Participant } from './justification.query.ts';

/** What is handed to the funder, and what is wrong with it. */
export interface JustificationPart {
  sheets: NamedSheet[];
  problems: Problem[];
}

/** How the ateneu is called in the workbook. */
const ateneu = 'Ateneu Cooperatiu de L’Hospitalet de Llobregat';
/** What stands where somebody could not give a document. */
const withheld = 'No el pot facilitar';

/**
 * Training's part of the workbook of a call: one row of Actuacions per session that was held, of Participants per person
 * who was there, and of Menors per school and grade that was counted. The first one's number is always that of the others'
 * rows, because it is counted from them. Nobody who waited, left or was absent is in any.
 */
export function trainingPart(
  call: FunderCall,
  sessions: readonly JustifiedSession[],
  { sessionUrl, at }: { sessionUrl: (id: string) => string; at: Date },
): JustificationPart {
  const problems: Problem[] = [];
  const actuacions: NamedRow[] = [];
  const participants: NamedRow[] = [];
  const minors: NamedRow[] = [];
  for (const session of sessions) {
    const { justification } = programmeOf(session.programme, session.courseProgramme ?? {});
    const tell = (code: ProblemCode, sheet: WorkbookSheetName = 'Actuacions'): void => {
      problems.push({ code, sheet, subject: { kind: 'session', id: session.id, label: labelOf(session) } });
    };
    const excluded = reasonToExclude(session, justification, call, at);
    if (excluded !== undefined) {
      if (excluded !== 'not-due') tell(excluded);
      continue;
    }
    const people = session.forMinors ? [] : session.participants.map((person) => participantRow(session, person));
    const pupils = session.forMinors ? session.pupils.map((count) => minorsRow(session, count)) : [];
    const heads = session.forMinors ? session.pupils.reduce((sum, count) => sum + count.pupils, 0) : people.length;
    participants.push(...people);
    minors.push(...pupils);
    const cells = actuacioRow(session, justification, heads, sessionUrl(session.id));
    actuacions.push({ key: session.id, personId: null, cells });
    if (justification === undefined) tell('session-without-actuacio');
    if (session.unrecorded > 0) tell('attendance-unrecorded', 'Participants');
    if (session.forMinors && pupils.length === 0) tell('head-count-missing', 'Menors');
    if (!session.forMinors && people.length === 0) tell('session-without-participants');
    if (!session.forMinors) problems.push(...session.participants.flatMap((person) => problemsOf(session, person)));
  }
  return {
    sheets: [
      namedSheet('Actuacions', actuacions),
      namedSheet('Participants', participants),
      namedSheet('Menors', minors),
    ],
    problems,
  };
}

/** Why a session is on no sheet; `not-due` is no problem, because it is still to come or none of this call's business. */
function reasonToExclude(
  session: JustifiedSession,
  justification: Justification | undefined,
  call: FunderCall,
  at: Date,
): ProblemCode | 'not-due' | undefined {
  const day = dayOf(new Date(session.startsAt));
  const within = call.startsOn <= day && day <= call.endsOn;
  const ours = justification === undefined || justification.call === call.code;
  if (!within) return justification?.call === call.code ? 'session-out-of-period' : 'not-due';
  if (!ours) return 'session-of-another-call';
  if (session.status === 'held') return undefined;
  return at >= new Date(session.endsAt) ? 'session-not-held' : 'not-due';
}

function actuacioRow(
  session: JustifiedSession,
  justification: Justification | undefined,
  heads: number,
  link: string,
): CellValue[] {
  const actuacio = justification === undefined ? undefined : findActuacio(justification.call, justification.actuacio);
  const day = dayOf(new Date(session.startsAt));
  return [
    actuacio?.servei.name ?? null,
    actuacio?.name ?? null,
    session.title.ca,
    day,
    periodOf(day, dayOf(new Date(session.endsAt))),
    justification?.organiser ?? ateneu,
    ateneu,
    justification?.municipality ?? municipality.name,
    heads,
    yesNo(justification?.disseminationMaterial),
    justification?.document ?? null,
    session.venue ?? 'En línia',
    session.courseTitle?.ca ?? session.title.ca,
    justification?.cofundedBy ?? null,
    yesNo(justification?.cofundedWithAacc),
    justification?.strategicLine ?? null,
    link,
  ];
}

function participantRow(session: JustifiedSession, person: Participant): NamedRow {
  const { profile, enrolmentId } = person;
  const cells = [
    referenceOf(session),
    session.title.ca,
    person.surnames,
    person.surnames === null ? person.name : (person.givenName ?? person.name),
    profile.identityDocument ?? (profile.identityDocumentWithheld === true ? withheld : null),
    workbookTerm(genders, profile.gender) ?? null,
    profile.birthDate ?? null,
    person.municipality,
    workbookTerm(employmentSituations, profile.employmentSituation) ?? null,
    profile.origin ?? null,
    workbookTerm(studyLevels, profile.studyLevel) ?? null,
    workbookTerm(discoveryChannels, profile.discovery) ?? null,
    person.email,
    person.phone,
    null,
    null,
  ];
  return { key: enrolmentId, personId: enrolmentId, cells };
}

function minorsRow(session: JustifiedSession, { school, grade, pupils }: JustifiedSession['pupils'][number]): NamedRow {
  const cells = [referenceOf(session), session.title.ca, workbookTerm(studyGrades, grade) ?? null, school, pupils];
  return { key: `${session.id} ${grade} ${school}`, personId: null, cells };
}

function problemsOf(session: JustifiedSession, person: Participant): Problem[] {
  const { profile } = person;
  const wanting: Partial<Record<ProblemCode, boolean>> = {
    'surnames-missing': person.surnames === null,
    'identity-document-missing': profile.identityDocument === undefined && profile.identityDocumentWithheld !== true,
    'gender-missing': profile.gender === undefined,
    'birth-date-missing': profile.birthDate === undefined,
    'municipality-missing': person.municipality === null,
  };
  const subject = { kind: 'enrolment', id: person.enrolmentId, label: `${person.name} · ${labelOf(session)}` } as const;
  return Object.entries(wanting).flatMap(([code, missing]) =>
    missing ? [{ code: code as ProblemCode, sheet: 'Participants' as const, subject }] : [],
  );
}

/** Ties the sheets together, and says the day: two sessions may have one name. `F-2025-03-14-9c41d2`. */
export function referenceOf({ id, startsAt }: Pick<JustifiedSession, 'id' | 'startsAt'>): string {
  return `F-${dayOf(new Date(startsAt))}-${id.slice(-6)}`;
}

function labelOf(session: JustifiedSession): string {
  return `${session.title.ca} (${written(dayOf(new Date(session.startsAt)))})`;
}

function periodOf(from: string, to: string): string {
  return from === to ? written(from) : `${written(from)} - ${written(to)}`;
}

/** A day as people here write it: `14/03/2025`. */
function written(day: string): string {
  return day.split('-').toReversed().join('/');
}

function yesNo(value: boolean | undefined): string {
  return value === true ? 'S' : 'N';
}
