import { setTimeout as delay } from 'node:timers/promises';

import { createEvent, partnerReferralReceived } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { type Broker, type Relay, startRelay } from '@ateneu/messaging';
import { type Database, platformMigrations, transact } from '@ateneu/persistence';

import type { Figure, Sample } from '../figure.ts';
import type { Bench } from '../rig/bench.ts';
import { type Partner, startPartner } from '../rig/partner.ts';
import { percentile } from '../statistics.ts';

const rate = 50;

/** From the commit to the partner's handler, beside the broker alone and beside a relay that only polls. */
export const latency: Figure = {
  name: 'latency',
  title: 'Commit to a partner’s handler, 50 events/s',
  description:
    'Fifty transactions a second each publish one event to a partner; measured is from the commit to the call of the ' +
    'handler that the partner gave to the SDK, through outbox, relay and the partner’s own account. Beside it, from ' +
    'publishing straight to the broker to the same handler, and our relay without the nudge, looking every 100 ms. The ' +
    'row and its event are durable before they are published; nats-server syncs always.',
  metrics: [
    { name: 'p50', unit: 'ms', digits: 1, goal: { kind: 'value', atMost: 5 } },
    { name: 'p99', unit: 'ms', digits: 1, goal: { kind: 'value', atMost: 15 } },
  ],
  prepare: async (bench) => {
    await bench.clearStreams();
    const database = await bench.newDatabase({ entities: [], migrations: platformMigrations });
    const broker = await bench.connect('accompaniment');
    const partner = await startPartner(bench);
    const site = { bench, database, broker, partner };
    return {
      ours: { name: 'commit, nudge, handler', run: () => committed(site, {}) },
      beside: [
        { name: 'publish to handler alone', run: () => publishedAlone(site) },
        { name: 'a relay that polls every 100 ms', run: () => committed(site, { pollMs: 100 }) },
      ],
      close: async () => {
        await partner.close();
        await Promise.all([broker.close(), database.close()]);
      },
    };
  },
};

interface Site {
  bench: Bench;
  database: Database;
  broker: Broker;
  partner: Partner;
}

async function committed(site: Site, { pollMs }: { pollMs?: number }): Promise<Sample> {
  const { bench, database, broker, partner } = site;
  await database.pool.query('truncate outbox');
  const relay = startRelay({
    service: 'accompaniment',
    // Without the nudge there is nobody who tells it of a commit.
    database: pollMs === undefined ? database : { ...database, onOutboxCommitted: () => () => {} },
    broker,
    logger: bench.logger,
    ...(pollMs === undefined ? {} : { pollMs }),
  });
  try {
    await untilLeading(relay);
    return await paced(bench, async () => {
      const event = referralEvent();
      const heard = partner.hears(event.id);
      await transact(database, async (tx) => {
        tx.outbox({
          eventId: event.id,
          type: event.type,
          aggregateId: event.subject,
          sequence: event.sequence,
          subject: partnerReferralReceived.subjectFor(partner.account),
          payload: event,
        });
      });
      const since = performance.now();
      await heard;
      return performance.now() - since;
    });
  } finally {
    await relay.stop();
  }
}

function publishedAlone({ bench, broker, partner }: Site): Promise<Sample> {
  return paced(bench, async () => {
    const event = referralEvent();
    const heard = partner.hears(event.id);
    const since = performance.now();
    await broker.jetstream.publish(partnerReferralReceived.subjectFor(partner.account), JSON.stringify(event), {
      msgID: event.id,
    });
    await heard;
    return performance.now() - since;
  });
}

/** Begins one every so often, whatever became of the others, so that a slow one is not waited for. */
async function paced({ scale }: Bench, one: () => Promise<number>): Promise<Sample> {
  const count = rate * (scale.quick ? 3 : 8);
  const times: Promise<number>[] = [];
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = begun + (index * 1_000) / rate;
    await delay(Math.max(0, due - performance.now()));
    times.push(one());
  }
  const values = await Promise.all(times);
  return { p50: percentile(values, 50), p99: percentile(values, 99) };
}

async function untilLeading(relay: Relay): Promise<void> {
  while (!relay.isLeader()) await delay(10);
}

function referralEvent() {
  const id = newId();
  return createEvent(partnerReferralReceived, {
    aggregateId: id,
    sequence: 1,
    data: { ...partnerReferralReceived.example, referralId: id },
    time: new Date(),
    correlationId: id,
  });
}
