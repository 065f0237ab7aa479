import type { JsMsg } from '@nats-io/jetstream';

/** The part of a CloudEvent that is needed before its contract is known. */
export interface Envelope {
  id: string;
  type: string;
  /** The aggregate; of a message that names none, nothing that another message shares. */
  subject: string;
  correlationid?: string;
  traceparent?: string;
}

/** A message with what it holds, read once. */
export interface Delivery {
  readonly message: JsMsg;
  /** `undefined` where the message is no CloudEvent. */
  readonly envelope: Envelope | undefined;
  /** The whole event as it came, unchecked. */
  readonly event: unknown;
  /** Messages of one aggregate share a lane. A message that is no event gets one of its own. */
  readonly lane: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function readDelivery(message: JsMsg): Delivery {
  let event: unknown;
  try {
    event = message.json();
  } catch {
    // Whoever handles it will find out, and say so.
  }
  const own = `seq-${message.seq}`;
  const fields = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
  const lane = typeof fields['subject'] === 'string' ? fields['subject'] : own;
  return { message, event, lane, envelope: readEnvelope(fields, lane) };
}

function readEnvelope(fields: Readonly<Record<string, unknown>>, subject: string): Envelope | undefined {
  const { id, type, correlationid, traceparent } = fields;
  if (typeof id !== 'string' || !uuid.test(id) || typeof type !== 'string') return undefined;
  return {
    id,
    type,
    subject,
    ...(typeof correlationid === 'string' ? { correlationid } : {}),
    ...(typeof traceparent === 'string' ? { traceparent } : {}),
  };
}
