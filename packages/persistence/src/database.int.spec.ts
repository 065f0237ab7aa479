import { createTestDatabase } from '@ateneu/testing';
import { describe, expect, it } from 'vitest';

import { isoTimestamp, openDatabase, platformMigrations } from './index.ts';

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
    const owner = await createTestDatabase({ entities: [], migrations: [] });
    const { rows } = await owner.pool.query('show timezone');
    expect(rows).toEqual([{ TimeZone: 'UTC' }]);
    const hasty = await openDatabase({
      url: owner.url,
      entities: [],
      migrations: [],
      applicationName: 'hasty',
      statementTimeoutMs: 100,
    });
    await expect(hasty.pool.query('select pg_sleep(30)')).rejects.toMatchObject({ code: '57014' });
    await hasty.close();
    await owner.drop();
  });

  it('writes a timestamp as JavaScript does', async () => {
    const database = await createTestDatabase({ entities: [], migrations: platformMigrations });
    const instants = ['2026-03-29T01:30:00.000Z', '2026-12-31T23:59:59.999Z', '0099-01-01T00:00:00.120Z'];
    const { rows } = await database.pool.query(
      `select ${isoTimestamp('at')} as text from unnest($1::timestamptz[]) as given (at)`,
      [instants],
    );
    expect(rows.map(({ text }) => text)).toEqual(instants.map((text) => new Date(text).toISOString()));
    await database.drop();
  });
});
