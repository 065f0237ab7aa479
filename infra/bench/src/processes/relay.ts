/**
 * A process with one service's relay in it and nothing else: `relay.ts <service> <database url> <broker url>`, the
 * credentials in `NATS_CREDS`. It tells its parent when it is connected, begins when it is told to, and stops when its
 * parent is gone.
 */
import { connectBroker, startRelay } from '@ateneu/messaging';
import { openDatabase, platformMigrations } from '@ateneu/persistence';
import { pino } from 'pino';

const [service = '', url = '', servers = ''] = process.argv.slice(2);
const database = await openDatabase({ url, entities: [], migrations: platformMigrations, applicationName: service });
const broker = await connectBroker({ servers, credentials: process.env['NATS_CREDS'] ?? '', name: service });
process.once('message', () => {
  startRelay({ service, database, broker, logger: pino({ level: 'warn' }) });
});
process.once('disconnect', () => process.exit());
process.send?.('connected');
