import { randomUUID } from 'node:crypto';

import { z } from 'zod';

/** Who an event is meant for: our own services, or the partner whose referral it is about. */
export type Audience = 'internal' | 'partner';

/** How a contract is declared. */
export interface EventDefinition<Data extends z.ZodObject> {
  /** The service that publishes it. */
  service: string;
  aggregate: string;
  /** Past tense, kebab case. */
  event: string;
  version: number;
  audience?: Audience;
  /** One English sentence: what happened. */
  summary: string;
  /** Services that react to it; documentation only. */
  consumers?: readonly string[];
  /** The `data` of the event. Personal data goes into its `personal` object and nowhere else. */
  data: Data;
  /** A real-looking `data`, which the documentation shows and the tests check. */
  example: z.input<Data>;
}

/** One published kind of event, in one version. */
export interface EventContract<Data extends z.ZodObject = z.ZodObject> {
  readonly service: string;
  readonly aggregate: string;
  readonly event: string;
  readonly version: number;
  readonly audience: Audience;
  readonly summary: string;
  readonly consumers: readonly string[];
  /** `cat.ateneulh.<service>.<aggregate>.<event>.v<N>`. */
  readonly type: string;
  /** Internal: the NATS subject. Partner: the subject with `*` in the partner's place. */
  readonly subject: string;
  /** The subject of one partner's copy; its account's public key is the second token. */
  subjectFor(partnerAccount: string): string;
  readonly dataSchema: Data;
  /** The whole CloudEvent, open to fields it does not know. */
  readonly envelopeSchema: z.ZodObject;
  readonly example: z.input<Data>;
}

/** The `data` of a contract. */
export type DataOf<C extends EventContract> = z.output<C['dataSchema']>;

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
  /** The aggregate's version after the event. */
  sequence: number;
  correlationid: string;
  /** The event that this one followed from. */
  causationid?: string | undefined;
  /** W3C trace context. */
  traceparent?: string | undefined;
  data: DataOf<C>;
}

/** An event that does not fit its contract. */
export class EventSchemaError extends Error {
  override readonly name = 'EventSchemaError';
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(type: string, issues: readonly z.core.$ZodIssue[]) {
    const where = issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`).join('; ');
    super(`${type} does not fit its contract: ${where}`);
    this.issues = issues;
  }
}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Declares an event. @throws TypeError where a name is not kebab case or the version not a positive integer. */
export function defineEvent<const Data extends z.ZodObject>(definition: EventDefinition<Data>): EventContract<Data> {
  const { service, aggregate, event, version, audience = 'internal', data } = definition;
  for (const name of [service, aggregate, event]) {
    if (!kebab.test(name)) throw new TypeError(`Not a name of an event: ${name}`);
  }
  if (!Number.isInteger(version) || version < 1) throw new TypeError(`Not a version: ${version}`);
  const type = `cat.ateneulh.${service}.${aggregate}.${event}.v${version}`;
  const subjectFor = (partnerAccount: string): string => `referral.${partnerAccount}.${event}.v${version}`;
  // Loose: a reader of this version meets newer fields and keeps them.
  const dataSchema = data.loose() as unknown as Data;
  return {
    service,
    aggregate,
    event,
    version,
    audience,
    summary: definition.summary,
    consumers: definition.consumers ?? [],
    type,
    subject: audience === 'partner' ? subjectFor('*') : `ateneu.${service}.${aggregate}.${event}.v${version}`,
    subjectFor,
    dataSchema,
    envelopeSchema: z.looseObject({
      specversion: z.literal('1.0'),
      id: z.uuid(),
      type: z.literal(type),
      source: z.literal(`/services/${service}`),
      subject: z.string().min(1),
      time: z.iso.datetime(),
      datacontenttype: z.literal('application/json'),
      sequence: z.int().min(1),
      correlationid: z.string().min(1),
      causationid: z.string().min(1).optional(),
      traceparent: z.string().optional(),
      data: dataSchema,
    }),
    example: definition.example,
  };
}

/** What an event is made of, besides its contract. */
export interface EventFields<C extends EventContract> {
  aggregateId: string;
  sequence: number;
  data: z.input<C['dataSchema']>;
  time: Date;
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  /** Given only to repeat an event; otherwise a new UUID. */
  id?: string;
}

/** Makes an event. @throws EventSchemaError where `data` does not fit the contract. */
export function createEvent<C extends EventContract>(contract: C, fields: EventFields<C>): EventOf<C> {
  const data = contract.dataSchema.safeParse(fields.data);
  if (!data.success) throw new EventSchemaError(contract.type, data.error.issues);
  return {
    specversion: '1.0',
    id: fields.id ?? randomUUID(),
    type: contract.type,
    source: `/services/${contract.service}`,
    subject: fields.aggregateId,
    time: fields.time.toISOString(),
    datacontenttype: 'application/json',
    sequence: fields.sequence,
    correlationid: fields.correlationId,
    ...(fields.causationId === undefined ? {} : { causationid: fields.causationId }),
    ...(fields.traceparent === undefined ? {} : { traceparent: fields.traceparent }),
    data: data.data as DataOf<C>,
  };
}

/** Reads an event of a contract. @throws EventSchemaError where it is not one. */
export function parseEvent<C extends EventContract>(contract: C, value: unknown): EventOf<C> {
  const event = contract.envelopeSchema.safeParse(value);
  if (!event.success) throw new EventSchemaError(contract.type, event.error.issues);
  return event.data as unknown as EventOf<C>;
}
