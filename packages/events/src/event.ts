import { randomUUIDv7 } from 'node:crypto';

import type { z } from 'zod';

import type { DataOf, EventContract } from './define-event.ts';

/** A CloudEvents 1.0 event of a contract, in structured JSON. */
export interface EventOf<C extends EventContract> {
  specversion: '1.0';
  /** UUID; also the broker's message id and the inbox's key. */
  id: string;
  type: string;
  /** `/services/<service>`. */
  source: string;
  /** The aggregate's id. */
  subject: string;
  /** When it happened, ISO 8601 in UTC. */
  time: string;
  datacontenttype: 'application/json';
  /** The aggregate's version after the event, from 1. */
  sequence: number;
  correlationid: string;
  /** The event that this one followed from. */
  causationid?: string | undefined;
  /** W3C trace context. */
  traceparent?: string | undefined;
  data: DataOf<C>;
}

/** An event that does not fit its contract. Its message names fields and never their values. */
export class EventSchemaError extends Error {
  override readonly name = 'EventSchemaError';
  /** The CloudEvents type of the contract. */
  readonly type: string;
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(type: string, issues: readonly z.core.$ZodIssue[]) {
    const where = issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`).join('; ');
    super(`${type} does not fit its contract: ${where}`);
    this.type = type;
    this.issues = issues;
  }
}

/** What an event is made of, besides its contract. */
export interface EventFields<C extends EventContract> {
  aggregateId: string;
  /** The aggregate's version after the event, from 1. */
  sequence: number;
  data: z.input<C['dataSchema']>;
  time: Date;
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  /** Given only to repeat an event; otherwise a new UUID version 7. */
  id?: string;
}

/**
 * Makes an event. It holds what the contract declares and nothing else, at any depth: a field too many, which the
 * compiler does not see in a spread, never reaches a reader.
 *
 * @throws EventSchemaError where a field does not fit the contract
 */
export function createEvent<C extends EventContract>(contract: C, fields: EventFields<C>): EventOf<C> {
  const event = contract.writerSchema.safeParse({
    specversion: '1.0',
    id: fields.id ?? randomUUIDv7(),
    type: contract.type,
    source: contract.source,
    subject: fields.aggregateId,
    time: Number.isNaN(fields.time.getTime()) ? undefined : fields.time.toISOString(),
    datacontenttype: 'application/json',
    sequence: fields.sequence,
    correlationid: fields.correlationId,
    ...(fields.causationId === undefined ? {} : { causationid: fields.causationId }),
    ...(fields.traceparent === undefined ? {} : { traceparent: fields.traceparent }),
    data: fields.data,
  });
  if (!event.success) throw new EventSchemaError(contract.type, event.error.issues);
  return event.data as unknown as EventOf<C>;
}

/**
 * Reads an event of a contract. Fields that the contract does not know, at any depth, are kept: a newer writer put them
 * there.
 *
 * @throws EventSchemaError where it is not one
 */
export function parseEvent<C extends EventContract>(contract: C, value: unknown): EventOf<C> {
  const event = contract.envelopeSchema.safeParse(value);
  if (!event.success) throw new EventSchemaError(contract.type, event.error.issues);
  return event.data as unknown as EventOf<C>;
}
