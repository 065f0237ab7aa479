/** The states of an accompaniment that exists. */
export const accompanimentStatuses = ['planned', 'in-progress', 'paused', 'completed', 'abandoned'] as const;
export type AccompanimentStatus = (typeof accompanimentStatuses)[number];

interface Arrow {
  from: readonly (AccompanimentStatus | 'none')[];
  to: AccompanimentStatus;
}

/** The life of an accompaniment. The decider reads this table; the drawing in the docs is made from it. */
export const accompanimentTransitions = {
  planned: { from: ['none'], to: 'planned' },
  started: { from: ['planned'], to: 'in-progress' },
  paused: { from: ['in-progress'], to: 'paused' },
  resumed: { from: ['paused'], to: 'in-progress' },
  completed: { from: ['in-progress', 'paused'], to: 'completed' },
  abandoned: { from: ['planned', 'in-progress', 'paused'], to: 'abandoned' },
  reopened: { from: ['completed', 'abandoned'], to: 'in-progress' },
} as const satisfies Record<string, Arrow>;

/** A step, named in the past tense as its event is. */
export type AccompanimentTransition = keyof typeof accompanimentTransitions;

/** The states in which work is done, so sessions can be recorded. */
export const openStatuses: readonly AccompanimentStatus[] = ['in-progress', 'paused'];

/** Whether a step may be taken from a state. */
export function allowsStep(status: AccompanimentStatus | 'none', step: AccompanimentTransition): boolean {
  const arrow: Arrow = accompanimentTransitions[step];
  return arrow.from.includes(status);
}
