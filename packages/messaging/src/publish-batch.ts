import type { PubAck } from '@nats-io/jetstream';
import { headers, type MsgHdrs, nuid } from '@nats-io/transport-node';

import type { Broker } from './broker.ts';
import { streams } from './topology.ts';

/** One message on its way to a stream. */
export interface OutgoingMessage {
  /** Becomes `Nats-Msg-Id`: within the broker's window a repeat is stored once. */
  id: string;
  subject: string;
  /** The CloudEvent as JSON text. */
  payload: string;
  /** W3C `traceparent` of the span that publishes it, where traces are recorded. */
  traceparent?: string;
}

const contentType = 'application/cloudevents+json; charset=utf-8';

/** How many single publishes wait for their acknowledgement at once. */
const pipelineDepth = 256;

/**
 * Publishes messages in order, and resolves when the broker has stored every one.
 *
 * Runs of messages for one stream go as an atomic batch. The broker rejects a batch whole when it already holds one of
 * its ids, which is what a relay meets that died before marking: then the messages go one by one, where a repeat is
 * acknowledged as such.
 *
 * Messages may be sent while those before them are still being stored: the broker keeps a batch apart, unseen by anybody,
 * until its last message, which waits for `turn`. Where `turn` rejects, so does this, and nothing of it is stored.
 */
export async function publishBatch(
  broker: Broker,
  messages: readonly OutgoingMessage[],
  turn: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  const [first, ...others] = runsByStream(messages);
  if (first === undefined) return;
  const storeFirst = send(broker, first);
  await turn;
  await storeFirst();
  for (const run of others) await send(broker, run)();
}

/** Sends what may be sent of a run ahead of its turn. Returns what has it stored. */
function send(broker: Broker, run: readonly OutgoingMessage[]): () => Promise<void> {
  if (run.length === 1) return () => publishSingly(broker, run);
  const commit = stage(broker, run);
  return async () => {
    try {
      await commit();
    } catch {
      // The client does not say why a batch was refused. Whatever it was, one by one finds out: a repeat is acknowledged
      // as such, what was never stored is stored now, and a broker that is away fails this too.
      await publishSingly(broker, run);
    }
  };
}

/**
 * Sends an atomic batch up to its last message, and returns what sends that one. The client's own way asks the broker
 * about the first message before it sends the second, which would wait for whatever the broker is storing just then.
 */
function stage(broker: Broker, run: readonly OutgoingMessage[]): () => Promise<void> {
  const fields = headers();
  fields.set('Content-Type', contentType);
  fields.set('Nats-Batch-Id', nuid.next());
  const numbered = ({ id, traceparent }: OutgoingMessage, sequence: number): { headers: MsgHdrs } => {
    fields.set('Nats-Msg-Id', id);
    fields.set('Nats-Batch-Sequence', String(sequence));
    if (traceparent === undefined) fields.delete('traceparent');
    else fields.set('traceparent', traceparent);
    return { headers: fields };
  };
  try {
    run.slice(0, -1).forEach((message, index) => {
      // The headers are encoded at once, so that one set of them serves every message.
      broker.connection.publish(message.subject, Buffer.from(message.payload), numbered(message, index + 1));
    });
  } catch (error) {
    return () => Promise.reject(error);
  }
  return async () => {
    const last = run.at(-1);
    if (last === undefined) return;
    const options = { ...numbered(last, run.length), timeout: 10_000 };
    fields.set('Nats-Batch-Commit', '1');
    const stored = (await broker.jetstream.publish(last.subject, last.payload, options)) as PubAck & { count?: number };
    if (stored.count !== run.length) throw new Error(`The broker stored ${stored.count} of ${run.length} messages.`);
  };
}

async function publishSingly(broker: Broker, run: readonly OutgoingMessage[]): Promise<void> {
  for (let start = 0; start < run.length; start += pipelineDepth) {
    const slice = run.slice(start, start + pipelineDepth);
    await Promise.all(
      slice.map((message) =>
        broker.jetstream.publish(message.subject, message.payload, { headers: headersOf(message), timeout: 10_000 }),
      ),
    );
  }
}

function headersOf(message: OutgoingMessage): MsgHdrs {
  const result = headers();
  result.set('Nats-Msg-Id', message.id);
  result.set('Content-Type', contentType);
  if (message.traceparent !== undefined) result.set('traceparent', message.traceparent);
  return result;
}

function runsByStream(messages: readonly OutgoingMessage[]): OutgoingMessage[][] {
  const runs: OutgoingMessage[][] = [];
  let current: string | undefined;
  for (const message of messages) {
    const stream = message.subject.startsWith('referral.') ? streams.referrals : streams.events;
    if (stream === current) runs.at(-1)?.push(message);
    else runs.push([message]);
    current = stream;
  }
  return runs;
}
