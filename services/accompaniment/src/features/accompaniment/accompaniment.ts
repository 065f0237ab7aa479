import type { Modality } from '../../vocabulary.ts';
import {
  accompanimentTransitions,
  type AccompanimentStatus,
  type AccompanimentTransition,
  allowsStep,
} from './accompaniment-transitions.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Outcome } from './outcome.ts';

export { modalities, type Modality } from '../../vocabulary.ts';

/** Why an accompaniment was abandoned, as staff choose it. */
export const abandonReasons = [
  'group-dissolved',
  'not-viable',
  'no-contact',
  'other-support',
  'consent-withdrawn',
  'other',
] as const;
export type AbandonReason = (typeof abandonReasons)[number];

/** A member of the staff, as they were named then. */
export interface Technician {
  id: string;
  name: string;
}

/** What was done with the group on one day. */
export interface ConsultancySession {
  id: string;
  /** The day, `YYYY-MM-DD`. */
  heldOn: string;
  minutes: number;
  technician: Technician;
  /** How many people of the group took part. */
  people: number;
  /** Those of them who are known members. */
  memberIds?: readonly string[] | undefined;
  objective: string;
  /** What came back from it (*retorn*): agreements, next steps. */
  result?: string | undefined;
}

interface Common {
  id: string;
  projectId: string;
  modality: Modality;
  /** The version of the modality's itinerary that it follows to its end, whatever is edited later. */
  itineraryVersion: number;
  technician: Technician;
  /** The referral it came from. */
  referralId?: string | undefined;
  /** Minutes of consultancy so far. */
  minutes: number;
  /** Codes of the itinerary's phases that are done, in the order in which they were. */
  completedPhases: readonly string[];
  /** The funder's action that it is justified under, where staff chose another than its modality's. */
  actuacio?: string | undefined;
}

type Plain = Exclude<AccompanimentStatus, 'completed' | 'abandoned'>;

/** `planned → in-progress ⇄ paused → completed(outcome) | abandoned(reason)`. */
export type Accompaniment =
  | { status: 'none' }
  | ({ status: Plain } & Common)
  | ({ status: 'completed'; outcome: Outcome } & Common)
  | ({ status: 'abandoned'; reason: AbandonReason; note?: string | undefined } & Common);

export type ExistingAccompaniment = Exclude<Accompaniment, { status: 'none' }>;

/** What an accompaniment is when it is opened. */
export type AccompanimentPlan = Omit<Common, 'minutes' | 'completedPhases' | 'actuacio'>;

export type AccompanimentEvent =
  | { type: 'planned'; plan: AccompanimentPlan; at: Date }
  | { type: 'started' | 'paused' | 'resumed'; at: Date }
  | { type: 'consultancy-recorded'; session: ConsultancySession; at: Date }
  /** The session was recorded wrongly; what it said before stays in its history. */
  | { type: 'consultancy-corrected'; before: ConsultancySession; session: ConsultancySession; why: string; at: Date }
  /** It was not held at all. */
  | { type: 'consultancy-removed'; session: ConsultancySession; why: string; at: Date }
  | { type: 'assigned'; technician: Technician; at: Date }
  | { type: 'phase-completed' | 'phase-reopened'; phase: string; at: Date }
  | { type: 'diagnosed'; diagnosis: Diagnosis; at: Date }
  | { type: 'classified'; actuacio: string; at: Date }
  | { type: 'completed'; outcome: Outcome; at: Date }
  /** The outcome was wrong; the one before stays in the history. */
  | { type: 'outcome-corrected'; outcome: Outcome; why: string; at: Date }
  | { type: 'reopened'; reason: string; at: Date }
  | { type: 'abandoned'; reason: AbandonReason; note?: string | undefined; at: Date };

export const initialAccompaniment: Accompaniment = { status: 'none' };

/** Folds one event over the state. An event that the table does not allow there changes nothing. */
export function evolve(state: Accompaniment, event: AccompanimentEvent): Accompaniment {
  if (event.type === 'planned')
    return state.status === 'none' ? { status: 'planned', ...event.plan, minutes: 0, completedPhases: [] } : state;
  if (state.status === 'none') return state;
  if (!isStep(event)) return evolveBeside(state, event);
  if (!allowsStep(state.status, event.type)) return state;
  const common = commonOf(state);
  switch (event.type) {
    case 'completed':
      return { status: 'completed', ...common, outcome: event.outcome };
    case 'abandoned':
      return { status: 'abandoned', ...common, reason: event.reason, note: event.note };
    default:
      return { status: accompanimentTransitions[event.type].to, ...common };
  }
}

type StepEvent = Extract<AccompanimentEvent, { type: AccompanimentTransition }>;

function isStep(event: AccompanimentEvent): event is StepEvent {
  return event.type in accompanimentTransitions;
}

/** What happens beside the machine: work, and what is known of it. */
function evolveBeside(state: ExistingAccompaniment, event: Exclude<AccompanimentEvent, StepEvent>) {
  switch (event.type) {
    case 'consultancy-recorded':
      return { ...state, minutes: state.minutes + event.session.minutes };
    case 'consultancy-corrected':
      return { ...state, minutes: state.minutes - event.before.minutes + event.session.minutes };
    case 'consultancy-removed':
      return { ...state, minutes: state.minutes - event.session.minutes };
    case 'assigned':
      return { ...state, technician: event.technician };
    case 'phase-completed':
      return { ...state, completedPhases: [...state.completedPhases, event.phase] };
    case 'phase-reopened':
      return { ...state, completedPhases: state.completedPhases.filter((phase) => phase !== event.phase) };
    case 'classified':
      return { ...state, actuacio: event.actuacio };
    case 'outcome-corrected':
      return state.status === 'completed' ? { ...state, outcome: event.outcome } : state;
    case 'diagnosed':
      return state;
  }
}

function commonOf(state: ExistingAccompaniment): Common {
  const { id, projectId, modality, itineraryVersion, technician, referralId, minutes, completedPhases } = state;
  const { actuacio } = state;
  return { id, projectId, modality, itineraryVersion, technician, referralId, minutes, completedPhases, actuacio };
}
