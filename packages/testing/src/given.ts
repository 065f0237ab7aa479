import { type Decider, DomainError, type ErrorFactory, evolveAll } from '@ateneu/kernel';
import { expect } from 'vitest';

/** What a command is expected to do to what was given. */
export interface Then<Event> {
  /** The command causes exactly these events; none at all means that it changes nothing. */
  thenEvents(...events: Event[]): void;
  /** The command is refused with this code. */
  thenRefused(code: string): void;
  /** The command is refused with an error of this definition. */
  thenThrows(refusal: ErrorFactory): void;
}

/** Specifies a decider: `given(decider, …what happened).when(command).thenEvents(…what happens)`. */
export function given<State, Command, Event>(
  decider: Decider<State, Command, Event>,
  ...history: Event[]
): { when(command: Command): Then<Event>; state: State } {
  const state = evolveAll(decider, decider.initialState, history);
  return {
    state,
    when: (command) => ({
      thenEvents: (...events) => {
        expect(decider.decide(command, state)).toEqual(events);
      },
      thenRefused: (code) => {
        expect(refusalOf(() => decider.decide(command, state))).toBe(code);
      },
      thenThrows: (refusal) => {
        expect(refusalOf(() => decider.decide(command, state))).toBe(refusal.definition.code);
      },
    }),
  };
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'not refused';
}
