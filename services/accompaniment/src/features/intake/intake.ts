import { declineReasons, modalities, type Person, type ReferredProject } from '../../vocabulary.ts';
import { allowsIntakeStep, intakeArrowOf, type IntakeStatus } from './intake-transitions.ts';

/** What a person may ask for: one of the three modalities, or help to find out which. */
export const intakeModalities = [...modalities, 'unknown'] as const;
export type IntakeModality = (typeof intakeModalities)[number];
export type Modality = (typeof modalities)[number];

/** Why a request is declined: the same reasons as for a referral. */
export const intakeDeclineReasons = declineReasons;
export type IntakeDeclineReason = (typeof declineReasons)[number];

/** The first meeting (*acollida*). */
export interface FirstMeeting {
  startsAt: Date;
  /** Where, or how to connect. */
  place: string;
  technician: { id: string; name: string };
}

/** What a person said and attended who became a request through the survey of a session. */
export interface Lead {
  /** The answer, and the session that it was about. */
  answerId: string;
  sessionId: string;
  title: { ca: string; es?: string | undefined; en?: string | undefined };
  startCooperative?: { before: string; after: string } | undefined;
  history: { sessionId: string; title: Lead['title']; startsAt: string; minutes: number }[];
}

/** What was asked for, by whom. */
export interface IntakeContent {
  id: string;
  modality: IntakeModality;
  project: ReferredProject;
  person: Person;
  /** The version of the data protection text that the person agreed to. */
  textVersion: string;
  /** Where it came from the survey of a session. */
  lead?: Lead | undefined;
}

interface Common extends IntakeContent {
  /** When the person showed that the address is theirs; nobody works on a request before. */
  confirmedAt?: Date | undefined;
  meeting?: FirstMeeting | undefined;
}

type Plain = 'received' | 'acknowledged' | 'first-meeting';

/** An intake request. The arrows between its states are in `intake-transitions.ts`. */
export type Intake =
  | { status: 'none' }
  | ({ status: Plain } & Common)
  | ({ status: 'accepted'; projectId: string } & Common)
  | ({ status: 'declined'; reason: IntakeDeclineReason; note?: string | undefined } & Common)
  | ({ status: 'referred'; referralId: string } & Common);

export type ExistingIntake = Exclude<Intake, { status: 'none' }>;

/** A step of the machine that happened, with what it carries. */
export type IntakeTransitionEvent =
  | { type: 'received'; content: IntakeContent; at: Date }
  | { type: 'acknowledged'; at: Date }
  | { type: 'meeting-set'; meeting: FirstMeeting; at: Date }
  | { type: 'accepted'; projectId: string; modality: Modality; at: Date }
  | { type: 'declined'; reason: IntakeDeclineReason; note?: string | undefined; at: Date }
  | { type: 'referred'; referralId: string; at: Date };

/** Beside the machine, the person confirms the address. */
export type IntakeEvent = IntakeTransitionEvent | { type: 'confirmed'; at: Date };

export const initialIntake: Intake = { status: 'none' };

/** Folds one event over the state. An event that the table does not allow there changes nothing. */
export function evolve(state: Intake, event: IntakeEvent): Intake {
  if (event.type === 'received') return state.status === 'none' ? { status: 'received', ...event.content } : state;
  if (state.status === 'none') return state;
  if (event.type === 'confirmed') return state.confirmedAt === undefined ? { ...state, confirmedAt: event.at } : state;
  if (!allowsIntakeStep(state.status, event.type)) return state;
  const { id, modality, project, person, textVersion, lead, confirmedAt, meeting } = state;
  const common: Common = { id, modality, project, person, textVersion, lead, confirmedAt, meeting };
  switch (event.type) {
    case 'acknowledged':
      return { ...common, status: intakeArrowOf(event.type).to as Plain };
    case 'meeting-set':
      return { ...common, meeting: event.meeting, status: 'first-meeting' };
    case 'accepted':
      return { ...common, modality: event.modality, projectId: event.projectId, status: 'accepted' };
    case 'declined':
      return { ...common, reason: event.reason, note: event.note, status: 'declined' };
    case 'referred':
      return { ...common, referralId: event.referralId, status: 'referred' };
  }
}

/** Whether nothing is to be done any more. */
export function isSettled(status: IntakeStatus): boolean {
  return status === 'accepted' || status === 'declined' || status === 'referred';
}
