import { randomUUID } from 'node:crypto';

import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { defineMigration, platformMigrations, transact } from './index.ts';

const counters = defineMigration('202601010000_counters', {
  up: [`create table counter (name text primary key, value integer not null)`],
});

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ entities: [], migrations: [...platformMigrations, counters] });
});
afterAll(() => database.drop());
beforeEach(() => database.pool.query('truncate counter, outbox, idempotency_key, audit_record'));

const message = (sequence: number) => ({
  eventId: randomUUID(),
  type: 'cat.ateneulh.test.counter.raised.v1',
  aggregateId: 'a',
  sequence,
  subject: 'ateneu.test.counter.raised.v1',
  payload: { sequence },
});
const count = async (table: string): Promise<number> => {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? -1;
};

describe('a transaction', () => {
  it('commits state, outbox and audit together, the outbox in order', async () => {
    await transact(database, async (tx) => {
      await tx.query(`insert into counter values ('a', 1)`);
      tx.outbox(message(1));
      tx.outbox(message(2));
      await tx.audit({ action: 'create', subjectType: 'counter', subjectId: 'a' });
    });
    const { rows } = await database.pool.query('select aggregate_version, payload from outbox order by id');
    expect(rows.map((row) => row.payload)).toEqual(['{"sequence":1}', '{"sequence":2}']);
    expect([await count('counter'), await count('audit_record')]).toEqual([1, 1]);
  });

  it('leaves nothing behind when the work throws', async () => {
    const failed = transact(database, async (tx) => {
      await tx.query(`insert into counter values ('a', 1)`);
      tx.outbox(message(1));
      throw new Error('changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    expect([await count('counter'), await count('outbox')]).toEqual([0, 0]);
  });

  it('calls whoever waits for its commit after it, and nobody where there is none', async () => {
    const seen: number[] = [];
    const look = async (): Promise<void> => void seen.push(await count('counter'));
    const looks: Promise<void>[] = [];
    const raise = (fails: boolean) =>
      transact(database, async (tx) => {
        tx.afterCommit(() => looks.push(look()));
        await tx.query(`insert into counter values ('a', 1)`);
        if (fails) throw new Error('changed its mind');
      });
    await expect(raise(true)).rejects.toThrow('changed its mind');
    expect(looks).toEqual([]);
    await raise(false);
    await Promise.all(looks);
    expect(seen).toEqual([1]);
  });

  it('nudges the relay after the commit, and only when there is something to publish', async () => {
    let nudges = 0;
    const stop = database.onOutboxCommitted(() => {
      nudges += 1;
    });
    await transact(database, (tx) => tx.query(`insert into counter values ('a', 1)`));
    expect(nudges).toBe(0);
    await transact(database, async (tx) => {
      tx.outbox(message(1));
      expect(nudges).toBe(0);
    });
    expect(nudges).toBe(1);
    stop();
  });
});

describe('a statement that leaves with the commit', () => {
  it('is carried out in order, after the others and before the outbox', async () => {
    await transact(database, async (tx) => {
      tx.atCommit(`update counter set value = value * 10 where name = $1`, ['a']);
      tx.atCommit(`update counter set value = value + 1 where name = $1`, ['a']);
      tx.outbox(message(1));
      await tx.query(`insert into counter values ('a', 4)`);
    });
    const { rows } = await database.pool.query('select value from counter');
    expect([rows, await count('outbox')]).toEqual([[{ value: 41 }], 1]);
  });

  it('that fails undoes everything, says why, and leaves the connection as it was', async () => {
    const twice = message(1);
    await transact(database, async (tx) => tx.outbox(twice));
    for (let time = 0; time < 30; time += 1) {
      const failed = transact(database, async (tx) => {
        await tx.query(`insert into counter values ('a', 1)`);
        tx.outbox(twice);
      });
      await expect(failed).rejects.toMatchObject({ code: '23505', constraint: 'outbox_event_id_key' });
    }
    expect([await count('counter'), await count('outbox')]).toEqual([0, 1]);
    const { rows } = await database.pool.query(
      `select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in%'`,
    );
    expect(rows).toEqual([{ open: 0 }]);
  });
});

describe('a beginning that waits for its first statement', () => {
  it('leaves with it, also where its caller named that one', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query({
        name: 'first-of-all',
        text: 'select $1::int as one',
        values: [1],
      });
      expect(rows).toEqual([{ one: 1 }]);
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});

describe('an idempotent transaction', () => {
  const claim = { scope: 'test', key: 'k1', fingerprint: 'f1' };
  const raise = (key = claim) =>
    transact(
      database,
      async (tx) => {
        const [row] = await tx.query<{ value: number }>(
          `insert into counter values ('a', 1) on conflict (name) do update set value = counter.value + 1 returning value`,
        );
        return { value: row?.value };
      },
      { idempotency: key },
    );

  it('runs once and gives every repeat the first result, even when they come at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => raise()));
    expect(results).toEqual(Array.from({ length: 8 }, () => ({ value: 1 })));
    expect(await raise()).toEqual({ value: 1 });
  });

  it('refuses the key for another request', async () => {
    await raise();
    await expect(raise({ ...claim, fingerprint: 'f2' })).rejects.toThrow('kit.idempotency.key-reused');
  });

  it('lets a repeat be the first when the first one failed', async () => {
    const failing = transact(database, () => Promise.reject(new Error('no')), { idempotency: claim });
    await expect(failing).rejects.toThrow('no');
    expect(await raise()).toEqual({ value: 1 });
  });
});
