/** Creates the streams, once the broker answers: `NATS_URL` and `NATS_CREDS` (the administrator's file). */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Broker, connectBroker, ensureTopology } from '@ateneu/messaging';

import { readEnvironment } from '../process.ts';

const patienceMs = 60_000;

const env = readEnvironment(['NATS_URL', 'NATS_CREDS']);
const credentials = await readFile(env.NATS_CREDS, 'utf8');
const deadline = Date.now() + patienceMs;
let broker: Broker | undefined;
while (broker === undefined) {
  try {
    broker = await connectBroker({ servers: env.NATS_URL, credentials, name: 'admin' });
  } catch (error) {
    if (Date.now() > deadline) throw error;
    await sleep(500);
  }
}
await ensureTopology(broker, { replicas: Number(process.env['NATS_REPLICAS'] ?? 1) });
await broker.close();
console.log('The streams are ready.');
