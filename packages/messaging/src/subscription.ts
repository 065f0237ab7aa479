import { type EventContract, type EventOf, parseEvent } from '@ateneu/events';
import type { Transaction } from '@ateneu/persistence';
import { carryTrace } from './tracing.ts';

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
  /** The same for many events at once, where the reaction can. */
  readonly handleMany?: (events: readonly unknown[], tx: Transaction) => Promise<void>;
}

/** One event at a time. */
export interface Reaction<C extends EventContract> {
  name: string;
  handle: (event: EventOf<C>, tx: Transaction, arrival: Arrival) => Promise<void>;
}

/** Many events in one transaction. */
export interface BatchReaction<C extends EventContract> {
  name: string;
  handleMany: (events: readonly EventOf<C>[], tx: Transaction) => Promise<void>;
}

/**
 * Declares a reaction to an event. `handle` runs in the transaction that also records the event in the inbox, so its
 * effects happen once however often the event is delivered. It must keep order itself where that matters: compare
 * `event.sequence` with what is stored, and leave newer state alone.
 *
 * A simple effect can be given as `handleMany` instead: what has arrived is handled up to a hundred events at a time, in
 * their order, in one transaction, at many times the rate. It gets each event once, those of one aggregate in order, and
 * should take one statement for all (`unnest`). It must not publish: there is no one event that is the cause. Where traces
 * are recorded, the `traceparent` of each is the span in which it is handled, for what is done later. When it
 * throws, its events are handled again one by one, so that the one that is wrong stops no other.
 */
export function subscription<C extends EventContract>(
  contract: C,
  reaction: Reaction<C> | BatchReaction<C>,
): Subscription {
  const { name } = reaction;
  if ('handle' in reaction) {
    return {
      contract,
      name,
      handle: (event, tx, arrival) => reaction.handle(parseEvent(contract, event), tx, arrival),
    };
  }
  const handleMany = (events: readonly unknown[], tx: Transaction): Promise<void> =>
    reaction.handleMany(
      events.map((event) => parseEvent(contract, event)),
      tx,
    );
  // As in a batch, the event carries the span in which it is handled.
  const handle: Subscription['handle'] = (event, tx) => handleMany([{ ...(event as object), ...carryTrace() }], tx);
  return { contract, name, handle, handleMany };
}
