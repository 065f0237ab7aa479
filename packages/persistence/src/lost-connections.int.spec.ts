import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isOutage, openDatabase, platformMigrations, transact } from './index.ts';

const poolSize = 3;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ entities: [], migrations: platformMigrations, poolSize });
});
afterAll(() => database.drop());

const inUse = (): number => database.pool.totalCount - database.pool.idleCount;

describe('connections that are lost', () => {
  it('in transactions are replaced, however often that happens', async () => {
    for (let time = 0; time < 2 * poolSize; time += 1) {
      const begun = Promise.withResolvers<void>();
      const mayGoOn = Promise.withResolvers<void>();
      const cut = transact(database, async (tx) => {
        const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
        begun.resolve();
        await mayGoOn.promise;
        await tx.query('select pg_terminate_backend($1)', [row?.pid]);
      });
      await begun.promise;
      mayGoOn.resolve();
      await expect(cut).rejects.toSatisfy(isOutage);
    }
    await expect.poll(inUse).toBe(0);
    await expect(transact(database, (tx) => tx.query('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
  });

  it('with the commit are replaced too', async () => {
    for (let time = 0; time < 2 * poolSize; time += 1) {
      const cut = transact(database, (tx) => {
        tx.atCommit('select pg_terminate_backend(pg_backend_pid()) where $1', [true]);
        return Promise.resolve();
      });
      await expect(cut).rejects.toSatisfy(isOutage);
    }
    await expect.poll(inUse).toBe(0);
    await expect(database.ping()).resolves.toBeUndefined();
  });

  it('without a word are given up when the answer cannot come any more', async () => {
    const { hostname, port } = new URL(database.url);
    const sockets: Socket[] = [];
    let silent = false;
    const link = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.push(from);
        from.on('data', (chunk) => silent || to.write(chunk)).on('error', () => {});
        from.on('close', () => to.destroy());
      }
    });
    await once(link.listen(0, '127.0.0.1'), 'listening');
    const url = new URL(database.url);
    url.port = String((link.address() as { port: number }).port);
    const behind = await openDatabase({
      url: url.href,
      entities: [],
      migrations: platformMigrations,
      applicationName: 'behind-a-link',
      answerTimeoutMs: 200,
    });
    try {
      // On a busy machine an answer may take longer than is waited for here: what is to succeed is asked until it does.
      const one = () => transact(behind, (tx) => tx.query('select 1 as one'));
      await expect.poll(one).toEqual([{ one: 1 }]);
      silent = true;
      await expect(one()).rejects.toSatisfy(isOutage);
      silent = false;
      await expect.poll(one).toEqual([{ one: 1 }]);
      // Whoever says that a statement may take its time is given it, until the transaction ends.
      const patient = () =>
        transact(behind, async (tx) => {
          await tx.query(`set local statement_timeout = '1min'`);
          return tx.query(`select 1 as one from pg_sleep(0.5)`);
        });
      await expect.poll(patient).toEqual([{ one: 1 }]);
      await expect(transact(behind, (tx) => tx.query('select pg_sleep(5)'))).rejects.toSatisfy(isOutage);
    } finally {
      await behind.close();
      for (const socket of sockets) socket.destroy();
      link.close();
    }
  });
});
