import { assertNever, type Decider } from '@ateneu/kernel';

import {
  intakeNotConfirmed,
  intakeNotFound,
  intakeWrongState,
  meetingInPast,
  modalityMissing,
} from './intake.errors.ts';
import { allowsIntakeStep, intakeArrowOf } from './intake-transitions.ts';
import {
  evolve,
  type ExistingIntake,
  type FirstMeeting,
  initialIntake,
  type Intake,
  type IntakeContent,
  type IntakeDeclineReason,
  type IntakeEvent,
  type IntakeTransitionEvent,
  type Modality,
} from './intake.ts';

interface Given {
  at: Date;
}

export type IntakeCommand =
  | ({ type: 'request'; content: IntakeContent } & Given)
  | ({ type: 'confirm' } & Given)
  | ({ type: 'acknowledge' } & Given)
  | ({ type: 'set-meeting'; meeting: FirstMeeting } & Given)
  /** `modality` settles what was `unknown`, or corrects what was asked for. */
  | ({ type: 'accept'; projectId: string; modality?: Modality | undefined } & Given)
  | ({ type: 'decline'; reason: IntakeDeclineReason; note?: string | undefined } & Given)
  | ({ type: 'refer'; referralId: string } & Given);

/**
 * Decides what a command does to an intake request. Asking for the state it is already in changes nothing; a meeting may
 * be set anew.
 *
 * @throws DomainError `accompaniment.intake.not-found`, `.not-confirmed`, `.wrong-state`, `.meeting-in-past` or
 * `.modality-missing`
 */
export function decide(command: IntakeCommand, state: Intake): IntakeEvent[] {
  const { at } = command;
  if (command.type === 'request') {
    if (state.status !== 'none') throw intakeWrongState({ status: state.status });
    const received = { type: 'received' as const, content: command.content, at };
    // Whoever asked through a survey is known by the address they enrolled with.
    return command.content.lead === undefined ? [received] : [received, { type: 'confirmed', at }];
  }
  if (state.status === 'none') throw intakeNotFound();
  switch (command.type) {
    case 'confirm':
      return state.confirmedAt === undefined ? [{ type: 'confirmed', at }] : [];
    case 'acknowledge':
      return advance(state, { type: 'acknowledged', at });
    case 'set-meeting':
      return setMeeting(state, command.meeting, at);
    case 'accept':
      return accept(state, command);
    case 'decline':
      return advance(state, { type: 'declined', reason: command.reason, note: command.note, at });
    case 'refer':
      return advance(state, { type: 'referred', referralId: command.referralId, at });
    default:
      return assertNever(command);
  }
}

type Step = Exclude<IntakeTransitionEvent, { type: 'received' }>;

function advance(state: ExistingIntake, step: Step): IntakeEvent[] {
  if (state.confirmedAt === undefined) throw intakeNotConfirmed();
  const isThere = state.status === intakeArrowOf(step.type).to;
  if (isThere && step.type !== 'meeting-set') return [];
  if (!allowsIntakeStep(state.status, step.type)) throw intakeWrongState({ status: state.status });
  return [step];
}

function setMeeting(state: ExistingIntake, meeting: FirstMeeting, at: Date): IntakeEvent[] {
  const events = advance(state, { type: 'meeting-set', meeting, at });
  if (isSame(state.meeting, meeting)) return [];
  if (meeting.startsAt <= at) throw meetingInPast();
  return events;
}

function isSame(left: FirstMeeting | undefined, right: FirstMeeting): boolean {
  return (
    left !== undefined &&
    left.startsAt.getTime() === right.startsAt.getTime() &&
    left.place === right.place &&
    left.technician.id === right.technician.id
  );
}

function accept(state: ExistingIntake, command: Extract<IntakeCommand, { type: 'accept' }>): IntakeEvent[] {
  const asked = state.modality === 'unknown' ? undefined : state.modality;
  const modality = command.modality ?? asked;
  const { projectId, at } = command;
  // Whether the step may be taken at all is said first; the modality given here is looked at after that.
  const events = advance(state, { type: 'accepted', projectId, modality: modality ?? 'creation', at });
  if (events.length > 0 && modality === undefined) throw modalityMissing();
  return events;
}

export const intakeDecider: Decider<Intake, IntakeCommand, IntakeEvent> = {
  initialState: initialIntake,
  decide,
  evolve,
};
