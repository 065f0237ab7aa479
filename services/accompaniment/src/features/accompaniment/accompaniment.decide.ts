import { assertNever, type Decider } from '@ateneu/kernel';

import { accompanimentNotFound, accompanimentWrongState, sessionInFuture } from './accompaniment.errors.ts';
import {
  type AbandonReason,
  type Accompaniment,
  type AccompanimentEvent,
  type AccompanimentPlan,
  type ConsultancySession,
  evolve,
  type ExistingAccompaniment,
  initialAccompaniment,
} from './accompaniment.ts';
import {
  accompanimentTransitions,
  type AccompanimentTransition,
  allowsStep,
  openStatuses,
} from './accompaniment-transitions.ts';
import { checkedOutcome, type Outcome } from './outcome.ts';

/** `today` is the ateneu's calendar day, `YYYY-MM-DD`. */
export type AccompanimentCommand =
  | { type: 'plan'; plan: AccompanimentPlan; at: Date }
  | { type: 'start' | 'pause' | 'resume'; at: Date }
  | { type: 'record-consultancy'; session: ConsultancySession; today: string; at: Date }
  | { type: 'complete'; outcome: Outcome; today: string; at: Date }
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
    case 'complete': {
      const outcome = checkedOutcome(command.outcome, command.today);
      return advance(state, { type: 'completed', outcome, at });
    }
    case 'abandon':
      return advance(state, { type: 'abandoned', reason: command.reason, note: command.note, at });
    default:
      return assertNever(command);
  }
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
