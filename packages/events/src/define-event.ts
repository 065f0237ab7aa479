import type { z } from 'zod';

import { envelopeSchemaOf } from './envelope.ts';
import { withUndeclaredFields } from './open-shape.ts';

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
  /** `internal` where it is not said. */
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
  /** `/services/<service>`. */
  readonly source: string;
  /** Internal: the NATS subject. Partner: the subject with `*` in the partner's place. */
  readonly subject: string;
  /** The subject of one partner's copy; the public key of its account is the second token. */
  subjectFor(partnerAccount: string): string;
  /** Reads `data`, and keeps the fields it does not know. */
  readonly dataSchema: Data;
  /** Reads the whole CloudEvent, and keeps the fields it does not know. */
  readonly envelopeSchema: z.ZodObject;
  /** Writes the whole CloudEvent: what the contract does not declare is left out. */
  readonly writerSchema: z.ZodObject;
  readonly example: z.input<Data>;
}

/** The `data` of a contract. */
export type DataOf<C extends EventContract> = z.output<C['dataSchema']>;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Declares an event.
 *
 * @throws TypeError where a name is not kebab case, the version not a positive integer, a partner's event has a
 * `personal` block, or the data holds what a JSON Schema cannot tell (unions, transformations, defaults, own checks)
 */
export function defineEvent<const Data extends z.ZodObject>(definition: EventDefinition<Data>): EventContract<Data> {
  const { service, aggregate, event, version, audience = 'internal', data } = definition;
  for (const name of [service, aggregate, event]) {
    if (!kebab.test(name)) throw new TypeError(`Not a name of an event: ${name}`);
  }
  if (!Number.isInteger(version) || version < 1) throw new TypeError(`Not a version: ${version}`);
  const type = `cat.ateneulh.${service}.${aggregate}.${event}.v${version}`;
  if (audience === 'partner' && 'personal' in data.shape) throw new TypeError(`${type} tells a partner personal data.`);
  const source = `/services/${service}`;
  const subjectFor = (partnerAccount: string): string => `referral.${partnerAccount}.${event}.v${version}`;
  const dataSchema = withUndeclaredFields(data, 'kept');
  const envelope = atFirstUse(() => envelopeSchemaOf({ type, source, data: dataSchema }).loose());
  const writer = atFirstUse(() => envelopeSchemaOf({ type, source, data: withUndeclaredFields(data, 'dropped') }));
  return {
    service,
    aggregate,
    event,
    version,
    audience,
    summary: definition.summary,
    consumers: definition.consumers ?? [],
    type,
    source,
    subject: audience === 'partner' ? subjectFor('*') : `ateneu.${service}.${aggregate}.${event}.v${version}`,
    subjectFor,
    dataSchema,
    get envelopeSchema() {
      return envelope();
    },
    get writerSchema() {
      return writer();
    },
    example: definition.example,
  };
}

/** A service publishes a few events and reads a few others: made for every event, these schemas took 8 MB of each process. */
function atFirstUse<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
