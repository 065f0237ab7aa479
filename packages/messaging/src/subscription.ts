import { type EventContract, type EventOf, parseEvent } from '@ateneu/events';
import type { Transaction } from '@ateneu/persistence';

/** Where a message came from, beside the event that it holds. */
export interface Arrival {
  /** The subject it was first published on, also where it is handled again: a partner's copy names its account there. */
  subject: string;
}

/** What a service does with one kind of event. */
export interface Subscription {
  readonly contract: EventContract;
  /** Names the effect: a service may react to one event in several ways, each once. */
  readonly name: string;
  readonly handle: (event: unknown, tx: Transaction, arrival: Arrival) => Promise<void>;
}

/**
 * Declares a reaction to an event. `handle` runs in the transaction that also records the event in the inbox, so its
 * effects happen once however often the event is delivered. It must keep order itself where that matters: compare
 * `event.sequence` with what is stored, and leave newer state alone.
 */
export function subscription<C extends EventContract>(
  contract: C,
  reaction: { name: string; handle: (event: EventOf<C>, tx: Transaction, arrival: Arrival) => Promise<void> },
): Subscription {
  return {
    contract,
    name: reaction.name,
    handle: (event, tx, arrival) => reaction.handle(parseEvent(contract, event), tx, arrival),
  };
}
