import { newId } from '@ateneu/kernel';
import type pg from 'pg';

import { decide } from '../../../../services/directory/src/features/initiative/initiative.decide.ts';
import {
  createInitiativeStore,
  type InitiativeStore,
} from '../../../../services/directory/src/features/initiative/index.ts';
import { entities, migrations } from '../../../../services/directory/src/persistence/index.ts';
import { generateInitiatives, insertInitiatives } from '../../../../services/directory/test/generated-initiatives.ts';
import type { Figure } from '../figure.ts';
import { rateOfAll } from '../load.ts';
import { createPool } from '../rig/pool.ts';

const concurrency = 8;

/** `store.update` of the directory's initiatives, as its routes call it, beside its two statements by the driver. */
export const storeUpdate: Figure = {
  name: 'store-update',
  title: 'store.update',
  description:
    'Eight callers archive initiatives: `InitiativeStore.update` locks and loads the initiative, lets the domain decide, ' +
    'saves the row, its revision and its event (`initiative.archived`, validated) in one transaction. Beside it, by `pg` with prepared ' +
    'statements and eight connections: `begin`, the same update of the same columns, a revision and an outbox row of ' +
    'the same size, `commit`; nothing loaded, nothing locked, nothing decided, nothing validated. Everything durable.',
  metrics: [{ name: 'updates', unit: '/s', goal: { kind: 'ratio', atLeast: 0.6 } }],
  prepare: async (bench) => {
    const database = await bench.newDatabase({ entities, migrations });
    const rows = generateInitiatives(bench.scale.quick ? 1_000 : 6_000);
    await insertInitiatives(database, rows);
    const ids = rows.map(({ id }) => id);
    const store = createInitiativeStore(database);
    const pool = createPool(database.url, concurrency);
    const measured = async (work: (id: string) => Promise<unknown>) => {
      await pool.query(`update initiative set status = 'unpublished', version = 1`);
      await pool.query('truncate outbox, initiative_revision');
      // The version that each initiative is found in has its revision, as everywhere in the service.
      await pool.query(`insert into initiative_revision (initiative_id, version, status, events, changes, at, actor_kind, actor_id)
                        select id, 1, status, '[]', '[]', updated_at, 'system', 'bench' from initiative`);
      await pool.query('vacuum analyze initiative');
      // Connections are made and statements prepared before the clock runs.
      await rateOfAll(ids.slice(0, 200), concurrency, work);
      return { updates: await rateOfAll(ids.slice(200), concurrency, work) };
    };
    const [first = ''] = ids;
    await pool.query(`update initiative set status = 'unpublished'`);
    await archive(store, first);
    const { rows: events } = await database.pool.query<Event>(`select payload, subject, type from outbox`);
    const [event] = events;
    if (event === undefined) throw new TypeError('Archiving published nothing.');
    return {
      ours: {
        name: 'InitiativeStore.update',
        run: () => measured((id) => archive(store, id)),
      },
      beside: [
        {
          name: 'the same writes by pg',
          run: () => measured((id) => archiveByHand(pool, id, event)),
        },
      ],
      close: async () => {
        await pool.end();
        await database.close();
      },
    };
  },
};

/** What archiving published. */
interface Event {
  payload: string;
  subject: string;
  type: string;
}

async function archive(store: InitiativeStore, id: string): Promise<unknown> {
  return store.update(id, (state) => decide({ type: 'archive', at: new Date() }, state));
}

async function archiveByHand(pool: pg.Pool, id: string, event: Event): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'archive',
      text: `update initiative set status = 'archived', version = version + 1, updated_at = $2 where id = $1`,
      values: [id, new Date()],
    });
    await client.query({
      name: 'revision',
      text: `insert into initiative_revision
               (initiative_id, version, status, events, changes, at, actor_kind, actor_id)
             values ($1, 2, 'archived', $2, '[]', $3, 'system', 'bench')`,
      values: [id, JSON.stringify([{ type: 'archived', at: new Date() }]), new Date()],
    });
    await client.query({
      name: 'event',
      text: `insert into outbox (event_id, type, aggregate_id, aggregate_version, subject, payload)
             values ($1, $2, $3, 1, $4, $5)`,
      values: [newId(), event.type, id, event.subject, event.payload],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}
