/**
 * A process with one consumer of the bench's effect in it: `consumer.ts <database url> <broker url>`, the credentials in
 * `NATS_CREDS`. It begins when its parent says so, tells it how many it has handled, and stops when its parent is gone.
 */
import { connectBroker, silentObserver, startConsumer } from '@ateneu/messaging';
import { openDatabase } from '@ateneu/persistence';
import { pino } from 'pino';

import { effectMigrations, keepEffect } from '../figures/consumer.ts';

const [url = '', servers = ''] = process.argv.slice(2);
const database = await openDatabase({ url, entities: [], migrations: effectMigrations, applicationName: 'directory' });
const broker = await connectBroker({ servers, credentials: process.env['NATS_CREDS'] ?? '', name: 'directory' });
let handled = 0;
setInterval(() => {
  if (handled > 0) process.send?.(handled);
  handled = 0;
}, 10);
process.once('message', () => {
  startConsumer({
    service: 'directory',
    subscriptions: [keepEffect],
    database,
    broker,
    logger: pino({ level: 'warn' }),
    observer: {
      ...silentObserver,
      consumed: () => {
        handled += 1;
      },
    },
  });
});
process.once('disconnect', () => process.exit());
process.send?.('connected');
