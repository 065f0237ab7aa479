/**
 * The shape of every aggregate: a pure decision and a pure fold. `decide` either returns the events that a command
 * causes (an empty list means it changes nothing) or throws a {@link DomainError}; `evolve` applies one event.
 * Neither reads a clock, makes an id or awaits anything: both come in with the command.
 */
export interface Decider<State, Command, Event> {
  readonly initialState: State;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** Folds `events` over `state`, oldest first. */
export function evolveAll<State, Event>(
  decider: Pick<Decider<State, never, Event>, 'evolve'>,
  state: State,
  events: readonly Event[],
): State {
  return events.reduce((current, event) => decider.evolve(current, event), state);
}

/** Makes the compiler prove that every case of a union was handled; throws if a value slips past the types. */
export function assertNever(value: never): never {
  throw new TypeError(`Unhandled case: ${JSON.stringify(value)}`);
}
