import {
  type Attributes,
  context,
  type Context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

import type { OutgoingMessage } from './publish-batch.ts';

const tracer = trace.getTracer('@ateneu/messaging');

/** Whether this process records traces. Where it does not, nothing below does any work. */
function isTraced(): boolean {
  return propagation.fields().length > 0;
}

/** Where a trace goes on from, kept with what waits: an event, a job. */
export interface TraceCarrier {
  /** W3C `traceparent`. */
  traceparent?: string;
}

/** The span in progress, to be kept with work that is done later; empty where this process records no traces. */
export function carryTrace(active: Context = context.active()): TraceCarrier {
  const carrier: TraceCarrier = {};
  propagation.inject(active, carrier);
  // Where nothing sets it, `tracestate` is not written.
  return carrier;
}

/**
 * Runs `work` in a span that follows from what was carried, or begins a trace where nothing was. A failure marks the
 * span by its class alone: messages may quote people's data.
 */
export async function continueTrace<T>(
  carrier: TraceCarrier,
  span: { name: string; kind?: SpanKind; attributes?: Attributes },
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!isTraced()) return work(undefined);
  const { name, ...options } = span;
  const parent = propagation.extract(ROOT_CONTEXT, carrier);
  return tracer.startActiveSpan(name, options, parent, async (active) => {
    try {
      return await work(active);
    } catch (err) {
      fail(active, err);
      throw err;
    } finally {
      active.end();
    }
  });
}

/** A delivery, as its span tells of it. */
export type TracedDelivery = TraceCarrier & {
  service: string;
  id: string;
  type: string;
  subject: string;
  deliveries: number;
};

/** Handles one delivery in a span of the trace that its event belongs to. */
export function inProcessSpan<T>(delivery: TracedDelivery, work: (span: Span | undefined) => Promise<T>): Promise<T> {
  return continueTrace(delivery, processSpanOf(delivery), work);
}

/**
 * Handles many deliveries at once, each in a span of its own trace. The work itself belongs to none of them; what it does
 * later for one of them carries that one's span on, by the id of the event.
 */
export async function inProcessSpans<T>(
  deliveries: () => readonly TracedDelivery[],
  work: (carriers: ReadonlyMap<string, TraceCarrier>) => Promise<T>,
): Promise<T> {
  const carriers = new Map<string, TraceCarrier>();
  if (!isTraced()) return work(carriers);
  const spans = deliveries().map((delivery) => {
    const { name, ...options } = processSpanOf(delivery);
    const span = tracer.startSpan(name, options, propagation.extract(ROOT_CONTEXT, delivery));
    carriers.set(delivery.id, carryTrace(trace.setSpan(ROOT_CONTEXT, span)));
    return span;
  });
  try {
    return await work(carriers);
  } catch (err) {
    for (const span of spans) fail(span, err);
    throw err;
  } finally {
    for (const span of spans) span.end();
  }
}

function processSpanOf({ service, id, type, subject, deliveries }: TracedDelivery) {
  const attributes = {
    'messaging.system': 'nats',
    'messaging.operation.type': 'process',
    'messaging.destination.name': subject,
    'messaging.consumer.group.name': service,
    'messaging.message.id': id,
    'ateneu.deliveries': deliveries,
  };
  return { name: `process ${shortOf(type)}`, kind: SpanKind.CONSUMER, attributes };
}

// The envelope's own comes before the data, so the first one in the text is it.
const traceparentInJson = /"traceparent":"([0-9a-f-]+)"/;

/** Publishes messages, each in a span of the trace that its event belongs to; the message carries that span on. */
export async function inPublishSpans(
  messages: readonly (OutgoingMessage & { waitedMs: number })[],
  publish: (messages: readonly OutgoingMessage[]) => Promise<void>,
): Promise<void> {
  if (!isTraced()) return publish(messages);
  const spans: Span[] = [];
  const traced = messages.map((message) => {
    const traceparent = traceparentInJson.exec(message.payload)?.[1];
    if (traceparent === undefined) return message;
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent });
    const attributes = {
      'messaging.system': 'nats',
      'messaging.operation.type': 'send',
      'messaging.destination.name': message.subject,
      'messaging.message.id': message.id,
      'ateneu.outbox.waited_ms': Math.round(message.waitedMs),
    };
    const name = `publish ${shortOf(message.subject)}`;
    const span = tracer.startSpan(name, { kind: SpanKind.PRODUCER, attributes }, parent);
    spans.push(span);
    return { ...message, ...carryTrace(trace.setSpan(parent, span)) };
  });
  try {
    await publish(traced);
  } catch (err) {
    for (const span of spans) fail(span, err);
    throw err;
  } finally {
    for (const span of spans) span.end();
  }
}

function fail(span: Span, err: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: err instanceof Error ? err.name : typeof err });
}

/** `accompaniment.referral.sent` of `cat.ateneulh.accompaniment.referral.sent.v1` and of its subject. */
function shortOf(name: string): string {
  return name
    .replace(/^(cat\.ateneulh|ateneu|referral)\./, '')
    .replace(/^A[A-Z2-7]{55}\./, 'partner.')
    .replace(/\.v\d+$/, '');
}
