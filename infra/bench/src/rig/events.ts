import { createEvent, sessionPublished } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import type { Broker } from '@ateneu/messaging';
import type { Database } from '@ateneu/persistence';
import { headers } from '@nats-io/transport-node';

/** How many aggregates the events of a backlog are spread over. */
const aggregates = 5_000;

/** The event that every backlog is made of: `session.published`, about 750 bytes. */
function template(): string {
  const { example } = sessionPublished;
  const event = createEvent(sessionPublished, {
    id: '00000000-0000-7000-8000-000000000001',
    aggregateId: '00000000-0000-7000-8000-000000000002',
    sequence: 1,
    data: example,
    time: new Date(),
    correlationId: newId(),
  });
  return JSON.stringify(event)
    .replace('00000000-0000-7000-8000-000000000001', '<id>')
    .replace('00000000-0000-7000-8000-000000000002', '<aggregate>')
    .replace('"sequence":1', '"sequence":<sequence>');
}

/** Empties the outbox and fills it with a backlog of so many events, each aggregate's in order. */
export async function fillOutbox({ pool }: Database, count: number): Promise<void> {
  await pool.query('truncate outbox');
  // In parts, because transactions are bounded.
  for (let from = 0; from < count; from += 50_000) {
    await pool.query(
      `insert into outbox (event_id, type, aggregate_id, aggregate_version, subject, payload)
       select id, $1, aggregate, sequence, $2,
              replace(replace(replace($3, '<id>', id::text), '<aggregate>', aggregate), '<sequence>', sequence::text)
       from (select uuidv7() as id, n / ${aggregates} + 1 as sequence,
                    '00000000-0000-7000-8000-' || lpad((n % ${aggregates})::text, 12, '0') as aggregate
             from generate_series($4::int, $5::int) as n) as event`,
      [sessionPublished.type, sessionPublished.subject, template(), from, Math.min(count, from + 50_000) - 1],
    );
  }
  await pool.query('vacuum analyze outbox');
}

/** A message as the relay publishes it. */
export interface Message {
  readonly id: string;
  readonly payload: string;
}

/** The first messages of an outbox. */
export async function messagesIn({ pool }: Database, count: number): Promise<Message[]> {
  const { rows } = await pool.query<Message>(`select event_id as id, payload from outbox order by id limit $1`, [
    count,
  ]);
  return rows;
}

/** Atomic batches of a thousand, one after another, and nothing else: the broker's own rate. */
export async function publishInBatches({ jetstream }: Broker, messages: readonly Message[]): Promise<void> {
  for (let from = 0; from < messages.length; from += 1_000) {
    const part = messages.slice(from, from + 1_000);
    const last = part.pop();
    const [first, ...others] = part;
    if (first === undefined || last === undefined) throw new RangeError('A batch has two messages at least.');
    const { subject } = sessionPublished;
    const batch = await jetstream.startBatch(subject, first.payload, { headers: headersOf(first) });
    for (const message of others) batch.add(subject, message.payload, { headers: headersOf(message) });
    await batch.commit(subject, last.payload, { headers: headersOf(last), timeout: 10_000 });
  }
}

function headersOf({ id }: Message) {
  const result = headers();
  result.set('Nats-Msg-Id', id);
  result.set('Content-Type', 'application/cloudevents+json; charset=utf-8');
  return result;
}
