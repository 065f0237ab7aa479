import { createEvent, type DataOf, type EventContract } from '@ateneu/events';
import { currentContext, newId } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';

import { carryTrace } from './tracing.ts';

/** A contract event that a domain event gives rise to, before it has an id and a context. */
export interface Publication {
  readonly contract: EventContract;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly data: unknown;
  readonly occurredAt: Date;
  readonly partnerAccount?: string;
}

/** The most an event may weigh as JSON, in bytes: half of what the broker accepts, so that headers always fit. */
const maxEventBytes = 512 * 1024;

/** Pairs a contract with its data, checked by the compiler. Partner contracts also need the partner's account key. */
export function publication<C extends EventContract>(
  contract: C,
  fields: {
    aggregateId: string;
    /** The aggregate's version after the event. */
    sequence: number;
    data: DataOf<C>;
    occurredAt: Date;
    partnerAccount?: string;
  },
): Publication {
  return { contract, ...fields };
}

/**
 * Puts publications into the transaction's outbox, in order, with the correlation, causation and trace of the operation
 * in progress.
 *
 * @throws EventSchemaError where the data does not fit its contract, and RangeError where an event is over 512 KiB: a
 * wrong event fails the transaction that caused it, never the relay
 */
export function publishAll(tx: Transaction, publications: readonly Publication[]): void {
  const context = currentContext();
  const { traceparent = context?.traceparent } = carryTrace();
  for (const item of publications) {
    const event = createEvent(item.contract, {
      id: newId(),
      aggregateId: item.aggregateId,
      sequence: item.sequence,
      // The pairing of contract and data was checked where the publication was made.
      data: item.data as DataOf<EventContract>,
      time: item.occurredAt,
      correlationId: context?.correlationId ?? newId(),
      ...(context?.causationId === undefined ? {} : { causationId: context.causationId }),
      ...(traceparent === undefined ? {} : { traceparent }),
    });
    const bytes = Buffer.byteLength(JSON.stringify(event));
    if (bytes > maxEventBytes) throw new RangeError(`${event.type} weighs ${bytes} bytes; at most ${maxEventBytes}.`);
    tx.outbox({
      eventId: event.id,
      type: event.type,
      aggregateId: item.aggregateId,
      sequence: item.sequence,
      subject: subjectOf(item),
      payload: event,
    });
  }
}

function subjectOf(item: Publication): string {
  if (item.contract.audience !== 'partner') return item.contract.subject;
  if (item.partnerAccount === undefined) throw new TypeError(`${item.contract.type} needs a partner's account.`);
  return item.contract.subjectFor(item.partnerAccount);
}
