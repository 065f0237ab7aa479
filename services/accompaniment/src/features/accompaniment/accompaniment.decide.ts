import { assertNever, type Decider } from '@ateneu/kernel';

import {
  accompanimentNotFound,
  accompanimentWrongState,
  phaseUnknown,
  sessionInFuture,
  sessionNotFound,
} from './accompaniment.errors.ts';
import {
  type AbandonReason,
  type Accompaniment,
  type AccompanimentEvent,
  type AccompanimentPlan,
  type ConsultancySession,
  evolve,
  type ExistingAccompaniment,
  initialAccompaniment,
  type Technician,
} from './accompaniment.ts';
import {
  accompanimentTransitions,
  type AccompanimentTransition,
  allowsStep,
  openStatuses,
} from './accompaniment-transitions.ts';
import type { Diagnosis } from './diagnosis.ts';
import { checkedOutcome, type Outcome } from './outcome.ts';

/** `today` is the ateneu's calendar day, `YYYY-MM-DD`. */
export type AccompanimentCommand =
  | { type: 'plan'; plan: AccompanimentPlan; at: Date }
  | { type: 'start' | 'pause' | 'resume'; at: Date }
  | { type: 'record-consultancy'; session: ConsultancySession; today: string; at: Date }
  /** `session` is what it says now, of this accompaniment. */
  | {
      type: 'correct-consultancy';
      session: ConsultancySession | undefined;
      to: Omit<ConsultancySession, 'id' | 'technician'>;
      why: string;
      today: string;
      at: Date;
    }
  | { type: 'void-consultancy'; session: ConsultancySession | undefined; why: string; at: Date }
  | { type: 'assign'; technician: Technician; at: Date }
  /** `phases` are those of the itinerary that it follows. */
  | { type: 'complete-phase' | 'reopen-phase'; phase: string; phases: readonly string[]; at: Date }
  | { type: 'diagnose'; diagnosis: Diagnosis; today: string; at: Date }
  | { type: 'classify'; actuacio: string; at: Date }
  | { type: 'complete'; outcome: Outcome; today: string; at: Date }
  | { type: 'correct-outcome'; outcome: Outcome; why: string; today: string; at: Date }
  | { type: 'reopen'; reason: string; at: Date }
  | { type: 'abandon'; reason: AbandonReason; note?: string | undefined; at: Date };

/**
 * Decides what a command does to an accompaniment. Asking for the state it is already in changes nothing.
 *
 * @throws DomainError `accompaniment.accompaniment.not-found` or `.wrong-state`, `accompaniment.session.in-future`, or
 * what {@link checkedOutcome} throws
 */
export function decide(command: AccompanimentCommand, state: Accompaniment): AccompanimentEvent[] {
  if (command.type === 'plan') {
    if (state.status !== 'none') throw accompanimentWrongState({ status: state.status });
    return [{ type: 'planned', plan: command.plan, at: command.at }];
  }
  if (state.status === 'none') throw accompanimentNotFound();
  const { at } = command;
  switch (command.type) {
    case 'start':
      return advance(state, { type: 'started', at });
    case 'pause':
      return advance(state, { type: 'paused', at });
    case 'resume':
      return advance(state, { type: 'resumed', at });
    case 'record-consultancy':
      if (!openStatuses.includes(state.status)) throw accompanimentWrongState({ status: state.status });
      if (command.session.heldOn > command.today) throw sessionInFuture();
      return [{ type: 'consultancy-recorded', session: command.session, at }];
    case 'correct-consultancy':
    case 'void-consultancy':
      return decideCorrection(command);
    case 'complete': {
      const outcome = checkedOutcome(command.outcome, command.today);
      return advance(state, { type: 'completed', outcome, at });
    }
    case 'assign':
      refuseEnded(state);
      if (state.technician.id === command.technician.id) return [];
      return [{ type: 'assigned', technician: command.technician, at }];
    case 'complete-phase':
    case 'reopen-phase':
      return decidePhase(command, state);
    case 'diagnose':
      refuseEnded(state);
      if (command.diagnosis.madeOn > command.today) throw sessionInFuture();
      return [{ type: 'diagnosed', diagnosis: command.diagnosis, at }];
    case 'classify':
      return state.actuacio === command.actuacio ? [] : [{ type: 'classified', actuacio: command.actuacio, at }];
    case 'correct-outcome': {
      if (state.status !== 'completed') throw accompanimentWrongState({ status: state.status });
      const outcome = checkedOutcome(command.outcome, command.today);
      return [{ type: 'outcome-corrected', outcome, why: command.why, at }];
    }
    case 'reopen':
      // An accompaniment in progress was not reopened just now; there is nothing to reopen.
      if (!allowsStep(state.status, 'reopened')) throw accompanimentWrongState({ status: state.status });
      return [{ type: 'reopened', reason: command.reason, at }];
    case 'abandon':
      return advance(state, { type: 'abandoned', reason: command.reason, note: command.note, at });
    default:
      return assertNever(command);
  }
}

/** Whatever the state: what the funder is told of must be right after the end as well. */
function decideCorrection(
  command: Extract<AccompanimentCommand, { type: 'correct-consultancy' | 'void-consultancy' }>,
): AccompanimentEvent[] {
  const { session: before, why, at } = command;
  if (before === undefined) throw sessionNotFound();
  if (command.type === 'void-consultancy') return [{ type: 'consultancy-removed', session: before, why, at }];
  if (command.to.heldOn > command.today) throw sessionInFuture();
  const session = { ...command.to, id: before.id, technician: before.technician };
  return [{ type: 'consultancy-corrected', before, session, why, at }];
}

function decidePhase(
  { type, phase, phases, at }: Extract<AccompanimentCommand, { type: 'complete-phase' | 'reopen-phase' }>,
  state: ExistingAccompaniment,
): AccompanimentEvent[] {
  if (!openStatuses.includes(state.status)) throw accompanimentWrongState({ status: state.status });
  if (!phases.includes(phase)) throw phaseUnknown({ phase });
  const isDone = state.completedPhases.includes(phase);
  if (type === 'complete-phase') return isDone ? [] : [{ type: 'phase-completed', phase, at }];
  return isDone ? [{ type: 'phase-reopened', phase, at }] : [];
}

function refuseEnded({ status }: ExistingAccompaniment): void {
  if (status === 'completed' || status === 'abandoned') throw accompanimentWrongState({ status });
}

function advance(
  state: ExistingAccompaniment,
  step: Extract<AccompanimentEvent, { type: AccompanimentTransition }>,
): AccompanimentEvent[] {
  const to = accompanimentTransitions[step.type].to;
  if (state.status === to) return [];
  if (!allowsStep(state.status, step.type)) throw accompanimentWrongState({ status: state.status });
  return [step];
}

export const accompanimentDecider: Decider<Accompaniment, AccompanimentCommand, AccompanimentEvent> = {
  initialState: initialAccompaniment,
  decide,
  evolve,
};
