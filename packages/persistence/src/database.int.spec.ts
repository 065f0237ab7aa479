import { createTestDatabase } from '@ateneu/testing';
import { describe, expect, it } from 'vitest';

import { openDatabase, platformMigrations } from './index.ts';

describe('a database', () => {
  it('leaves no connection behind once it is closed, whoever used its pool', async () => {
    const owner = await createTestDatabase({ entities: [], migrations: platformMigrations });
    const database = await openDatabase({
      url: owner.url,
      entities: [],
      migrations: platformMigrations,
      applicationName: 'closing-spec',
    });
    await database.ping();
    await database.close();
    await expect(database.ping()).rejects.toThrow('Cannot use a pool after calling end');
    await expect
      .poll(async () => {
        const { rows } = await owner.pool.query(
          `select count(*)::int as n from pg_stat_activity where application_name = 'closing-spec'`,
        );
        return rows[0].n;
      })
      .toBe(0);
    await owner.drop();
  });

  it('bounds statements and transactions, and speaks UTC', async () => {
    const database = await createTestDatabase({
      entities: [],
      migrations: platformMigrations,
      statementTimeoutMs: 100,
    });
    await expect(database.pool.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
    const { rows } = await database.pool.query('show timezone');
    expect(rows).toEqual([{ TimeZone: 'UTC' }]);
    await database.drop();
  });
});
