// Jobs on Moleculer over its NATS transporter: `moleculer.js worker` does them, `moleculer.js caller` asks for them.
import { ServiceBroker } from 'moleculer';
import pg from 'pg';

import { connection } from './connection.js';

const [role] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { servers, authenticator } = connection();
const broker = new ServiceBroker({
  nodeID: role,
  logger: false,
  transporter: { type: 'NATS', options: { url: servers, servers, authenticator } },
});
if (role === 'worker') {
  broker.createService({
    name: 'jobs',
    actions: {
      async run({ params: { id } }) {
        await pool.query({ name: 'keep', text: 'insert into effect (thing_id) values ($1)', values: [id] });
      },
    },
  });
}
await broker.start();
process.once('disconnect', () => process.exit());
async function callAll(ids) {
  // As many at a time as the pool of the worker can have in hand, and some to wait for it.
  const left = ids.values();
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      for (const id of left) await broker.call('jobs.run', { id });
    }),
  );
  process.send('done');
}
process.on('message', (ids) => void callAll(ids));
if (role === 'caller') await broker.waitForServices('jobs');
process.send('connected');
