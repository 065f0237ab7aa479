/** The states of an intake request that exists. */
export const intakeStatuses = [
  'received',
  'acknowledged',
  'first-meeting',
  'accepted',
  'declined',
  'referred',
] as const;
export type IntakeStatus = (typeof intakeStatuses)[number];

interface Arrow {
  from: readonly (IntakeStatus | 'none')[];
  to: IntakeStatus;
  /** Whose step it is. */
  by: 'person' | 'staff';
}

/** The way of an intake request. The decider reads this table; the drawing in the docs is made from it. */
export const intakeTransitions = {
  received: { from: ['none'], to: 'received', by: 'person' },
  acknowledged: { from: ['received'], to: 'acknowledged', by: 'staff' },
  'meeting-set': { from: ['acknowledged', 'first-meeting'], to: 'first-meeting', by: 'staff' },
  accepted: { from: ['first-meeting'], to: 'accepted', by: 'staff' },
  declined: { from: ['acknowledged', 'first-meeting'], to: 'declined', by: 'staff' },
  referred: { from: ['acknowledged', 'first-meeting'], to: 'referred', by: 'staff' },
} as const satisfies Record<string, Arrow>;

/** A step, named in the past tense as its event is. */
export type IntakeTransition = keyof typeof intakeTransitions;

/** Every step, in the order of the table. */
export const intakeTransitionNames = Object.keys(intakeTransitions) as IntakeTransition[];

/** The arrow of a step. */
export function intakeArrowOf(step: IntakeTransition): Arrow {
  return intakeTransitions[step];
}

/** Whether a step may be taken from a state. */
export function allowsIntakeStep(status: IntakeStatus | 'none', step: IntakeTransition): boolean {
  return intakeArrowOf(step).from.includes(status);
}
