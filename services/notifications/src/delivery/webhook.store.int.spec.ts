import { newId } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entities, migrations } from '../persistence/index.ts';
import { pauseEndpoint, rotateSecret } from './webhook-endpoints.store.ts';
import { dueMessages, takeEndpoint } from './webhook.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ entities, migrations });
});
afterAll(() => database.drop());

/** An endpoint that a worker holds, and what has a message wait for it. */
async function heldEndpoint() {
  const [id, partnerId, accountKey] = [newId(), newId(), newId()];
  const { pool } = database;
  await pool.query(
    `insert into partner (id, sequence, name, standing, account_key, email, language)
     values ($1, 1, 'Coop', 'active', $2, 'coop@example.org', 'ca')`,
    [partnerId, accountKey],
  );
  await pool.query(
    `insert into webhook_endpoint (id, partner_id, url, description, concurrency, secret)
     values ($1, $2, 'https://example.org', '', 1, 'old')`,
    [id, partnerId],
  );
  expect(await takeEndpoint(database, id)).toMatchObject({ held: { id } });
  const comes = () =>
    pool.query(
      `with event as (
         insert into webhook_event (event_id, account_key, type, subject, payload, occurred_at)
         values (gen_random_uuid(), $2, 'x', gen_random_uuid(), '{}', now()) returning position, subject)
       insert into webhook_message (id, endpoint_id, position, subject)
       select gen_random_uuid(), $1, position, subject from event`,
      [id, accountKey],
    );
  return { id, comes };
}

describe('what a worker finds for an endpoint that it holds', () => {
  it('is signed with the secret of when it came, not of when the endpoint was taken', async () => {
    const { id, comes } = await heldEndpoint();
    await comes();
    expect(await dueMessages(database, id, 1)).toMatchObject([{ secrets: ['old'] }]);
    const rotate = (secret: string, overlapHours: number) =>
      transact(database, (tx) => rotateSecret(tx, 'staff', id, { secret, overlapHours }));
    await rotate('new', 1);
    expect(await dueMessages(database, id, 1)).toMatchObject([{ secrets: ['new', 'old'] }]);
    await rotate('newest', 0);
    expect(await dueMessages(database, id, 1)).toMatchObject([{ secrets: ['newest'] }]);
  });

  it('is nothing once the endpoint is paused', async () => {
    const { id, comes } = await heldEndpoint();
    await transact(database, (tx) => pauseEndpoint(tx, 'staff', id));
    await comes();
    expect(await dueMessages(database, id, 1)).toEqual([]);
  });
});
