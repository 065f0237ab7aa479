import { headers, type MsgHdrs } from '@nats-io/transport-node';

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

/** How many single publishes wait for their acknowledgement at once. */
const pipelineDepth = 256;

/**
 * Publishes messages in order, and resolves when the broker has stored every one.
 *
 * Runs of messages for one stream go as an atomic batch. The broker rejects a batch whole when it already holds one of
 * its ids, which is what a relay meets that died before marking: then the messages go one by one, where a repeat is
 * acknowledged as such.
 */
export async function publishBatch(broker: Broker, messages: readonly OutgoingMessage[]): Promise<void> {
  for (const run of runsByStream(messages)) {
    if (run.length === 1) await publishSingly(broker, run);
    else await publishRun(broker, run);
  }
}

async function publishRun(broker: Broker, run: readonly OutgoingMessage[]): Promise<void> {
  try {
    await publishAtomically(broker, run);
  } catch {
    // The client does not say why a batch was refused. Whatever it was, one by one finds out: a repeat is acknowledged as
    // such, what was never stored is stored now, and a broker that is away fails this too.
    await publishSingly(broker, run);
  }
}

async function publishAtomically(broker: Broker, run: readonly OutgoingMessage[]): Promise<void> {
  const [first, ...others] = run;
  const last = others.pop();
  if (first === undefined || last === undefined) throw new RangeError('A batch has at least two messages.');
  const batch = await broker.jetstream.startBatch(first.subject, first.payload, { headers: headersOf(first) });
  for (const message of others) {
    batch.add(message.subject, message.payload, { headers: headersOf(message) });
  }
  // Rejects unless the broker says that it stored every one.
  await batch.commit(last.subject, last.payload, { headers: headersOf(last), timeout: 10_000 });
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
  result.set('Content-Type', 'application/cloudevents+json; charset=utf-8');
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
