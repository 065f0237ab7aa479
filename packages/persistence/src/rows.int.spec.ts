import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { defineMigration, platformMigrations, rowsOf, transact } from './index.ts';

const ThingEntity = defineEntity({
  name: 'Thing',
  tableName: 'thing',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    name: p.json<{ ca: string }>(),
    tags: p.array(),
    nickName: p.string().nullable(),
    weight: p.float().nullable(),
    open: p.boolean(),
    begunAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});
type Thing = InferEntity<typeof ThingEntity>;

const things = defineMigration('202601010000_things', {
  up: [
    `create table thing (id uuid primary key, version integer not null, name jsonb not null, tags text[] not null,
      nick_name text unique, weight float8, open boolean not null, begun_at timestamptz not null, ended_at timestamptz)`,
  ],
});
const rows = rowsOf<Thing>(ThingEntity);
const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const first = {
  id,
  version: 1,
  name: { ca: 'L’hort, "gran"' },
  tags: ['a,b', '{c}'],
  nickName: null,
  weight: 1.5,
  open: true,
  begunAt: new Date('2026-03-29T01:30:00.123Z'),
  endedAt: null,
};

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ entities: [ThingEntity], migrations: [...platformMigrations, things] });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query('truncate thing');
  await transact(database, async (tx) => tx.em.create(ThingEntity, { ...first }, { persist: true }));
});

describe('rows past the unit of work', () => {
  it('are read as the ORM reads them', async () => {
    const orm = await database.fork().findOneOrFail(ThingEntity, { id });
    const read = await transact(database, (tx) => rows.lock(tx, id));
    expect(read).toEqual({ ...orm });
    expect(read).toEqual(first);
    expect(await transact(database, (tx) => rows.lock(tx, id.replace(/.$/, '0')))).toBeUndefined();
  });

  it('keep what changes, as the ORM reads it, and leave the rest to others', async () => {
    const changes = {
      version: 2,
      name: { ca: 'Un altre' },
      tags: [],
      nickName: 'H',
      weight: null,
      open: false,
      begunAt: new Date(0),
      endedAt: new Date('2026-12-31T23:59:59.999Z'),
    };
    const row = await transact(database, async (tx) => {
      const row = await rows.lock(tx, id);
      if (row === undefined) throw new TypeError('There is no row.');
      rows.change(tx, row, changes);
      return row;
    });
    expect(row).toEqual({ id, ...changes });
    expect({ ...(await database.fork().findOneOrFail(ThingEntity, { id })) }).toEqual({ id, ...changes });
  });

  it('write nothing where nothing differs, however it is put', async () => {
    const xmin = async () => (await database.pool.query('select xmin::text from thing')).rows;
    const before = await xmin();
    await transact(database, async (tx) => {
      const row = await rows.lock(tx, id);
      if (row !== undefined) rows.change(tx, row, { name: { ...first.name }, begunAt: new Date(first.begunAt) });
    });
    // A lock alone leaves its mark in xmax.
    expect(await xmin()).toEqual(before);
  });

  it('queue: who locks second sees what the first has committed', async () => {
    const raise = () =>
      transact(database, async (tx) => {
        const row = await rows.lock(tx, id);
        if (row !== undefined) rows.change(tx, row, { version: row.version + 1 });
      });
    await Promise.all(Array.from({ length: 12 }, raise));
    const { rows: found } = await database.pool.query('select version from thing');
    expect(found).toEqual([{ version: 13 }]);
  });

  it('that break a rule of the table fail the commit with the reason', async () => {
    await database.pool.query(
      `insert into thing select gen_random_uuid(), 1, name, tags, 'taken', weight, open, begun_at from thing`,
    );
    const failed = transact(database, async (tx) => {
      const row = await rows.lock(tx, id);
      if (row !== undefined) rows.change(tx, row, { nickName: 'taken' });
    });
    await expect(failed).rejects.toMatchObject({ code: '23505', constraint: 'thing_nick_name_key' });
  });
});
