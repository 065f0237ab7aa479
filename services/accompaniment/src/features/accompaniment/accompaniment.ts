import type { Modality } from '../../vocabulary.ts';
import { accompanimentTransitions, type AccompanimentStatus, allowsStep } from './accompaniment-transitions.ts';
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
export type AccompanimentPlan = Omit<Common, 'minutes'>;

export type AccompanimentEvent =
  | { type: 'planned'; plan: AccompanimentPlan; at: Date }
  | { type: 'started' | 'paused' | 'resumed'; at: Date }
  | { type: 'consultancy-recorded'; session: ConsultancySession; at: Date }
  | { type: 'completed'; outcome: Outcome; at: Date }
  | { type: 'abandoned'; reason: AbandonReason; note?: string | undefined; at: Date };

export const initialAccompaniment: Accompaniment = { status: 'none' };

/** Folds one event over the state. An event that the table does not allow there changes nothing. */
export function evolve(state: Accompaniment, event: AccompanimentEvent): Accompaniment {
  if (event.type === 'planned')
    return state.status === 'none' ? { status: 'planned', ...event.plan, minutes: 0 } : state;
  if (state.status === 'none') return state;
  if (event.type === 'consultancy-recorded') return { ...state, minutes: state.minutes + event.session.minutes };
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

function commonOf(state: ExistingAccompaniment): Common {
  const { id, projectId, modality, itineraryVersion, technician, referralId, minutes } = state;
  return { id, projectId, modality, itineraryVersion, technician, referralId, minutes };
}
