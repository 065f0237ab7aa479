import { evolveAll, newId } from '@ateneu/kernel';
import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { decide, type InitiativeCommand, initiativeDecider } from '../src/features/initiative/initiative.decide.ts';
import { InitiativeEntity, toState } from '../src/features/initiative/initiative.entity.ts';
import { createInitiativeStore, type InitiativeStore } from '../src/features/initiative/index.ts';
import { initialInitiative, type InitiativeDetails } from '../src/features/initiative/initiative.ts';
import { readEvents, readRevisions } from '../src/features/initiative/read-revisions.query.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf, proposal } from './moderation.ts';

describe('the history of an initiative', () => {
  let database: TestDatabase;
  let store: InitiativeStore;
  beforeAll(async () => {
    database = await createTestDatabase({ entities, migrations });
    store = createInitiativeStore(database);
  });
  afterAll(() => database.drop());

  const details: fc.Arbitrary<InitiativeDetails> = fc.record(
    {
      name: fc.record({ ca: fc.constantFrom('Àgora', 'Economat', 'Forn') }),
      summary: fc.option(fc.record({ ca: fc.constant('Resum.'), es: fc.constantFrom('Resumen.', undefined) }), {
        nil: undefined,
      }),
      legalForm: fc.constantFrom('associacio', 'cooperativa-integral'),
      sectors: fc.constantFrom(['cures'], ['oci', 'cultura']),
      address: fc.option(fc.constantFrom('Rambla de la Marina, 1', '<b>C/ "Major"</b>, 2'), { nil: undefined }),
      position: fc.option(fc.record({ longitude: fc.constantFrom(2.1, 2.123_456_7), latitude: fc.constant(41.36) }), {
        nil: undefined,
      }),
    },
    { noNullPrototype: true },
  );
  const at = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
  const command: fc.Arbitrary<InitiativeCommand> = fc.oneof(
    fc.record({ type: fc.constant('edit' as const), details, at }),
    fc.record({
      type: fc.constantFrom('start-review' as const, 'unpublish' as const, 'archive' as const),
      at,
    }),
    fc.record({ type: fc.constantFrom('publish' as const, 'change-slug' as const), slug: fc.constant('x'), at }),
  );
  const freshSlugs = (given: InitiativeCommand, freeSlug: string): InitiativeCommand => {
    if (given.type === 'publish') return { ...given, slug: freeSlug };
    return given.type === 'change-slug' ? { ...given, slug: `s-${newId()}` } : given;
  };
  const stateOf = async (id: string) => {
    const row = await database.fork().findOneOrFail(InitiativeEntity, { id });
    // Who proposed it is no part of the history.
    return { version: row.version, state: { ...toState(row), proposer: undefined } };
  };

  it('replays to the present state, whatever was done to it', async () => {
    await fc.assert(
      fc.asyncProperty(details, fc.array(command, { maxLength: 12 }), async (first, commands) => {
        const id = newId();
        const proposer = { name: 'Montserrat', email: 'montserrat@example.org', language: 'ca' } as const;
        const propose = { type: 'propose', id, details: first, origin: { kind: 'public' }, proposer } as const;
        await store.create(decide({ ...propose, at: new Date('2025-01-01') }, initialInitiative));
        for (const next of commands) {
          // What is refused changes nothing, and so leaves no revision.
          await store
            .update(id, (state, { freeSlug }) => decide(freshSlugs(next, freeSlug), state))
            .catch(() => undefined);
        }
        const { version, state } = await stateOf(id);
        const events = await readEvents(database, id);
        const replayed = evolveAll(initiativeDecider, initialInitiative, events);
        expect(JSON.parse(JSON.stringify(replayed))).toEqual(JSON.parse(JSON.stringify(state)));
        expect(JSON.stringify(events)).not.toContain('montserrat@example.org');
        const { items } = await readRevisions(database, { id, limit: 100 });
        expect(items.map((item) => item.version)).toEqual(Array.from({ length: version }, (_, n) => version - n));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('goes on from the state it finds where an older version of the service wrote last', async () => {
    const id = newId();
    const given: InitiativeDetails = { name: { ca: 'Antiga' }, legalForm: 'associacio', sectors: ['oci'] };
    await store.create(
      decide({ type: 'propose', id, details: given, origin: { kind: 'staff' }, at: new Date() }, initialInitiative),
    );
    await database.pool.query('delete from initiative_revision where initiative_id = $1', [id]);
    await store.update(id, (state) => decide({ type: 'start-review', at: new Date() }, state));
    expect((await readEvents(database, id)).map((event) => event.type)).toEqual(['recorded', 'review-started']);
    const replayed = evolveAll(initiativeDecider, initialInitiative, await readEvents(database, id));
    expect(replayed).toMatchObject({ status: 'in-review', details: given });
  });
});

describe('staff', () => {
  let directory: Harness;
  let moderation: Moderation;
  beforeAll(async () => {
    directory = await startDirectory();
    moderation = moderationOf(directory);
  });
  afterAll(() => directory.close());

  const read = async (path: string) =>
    directory.app.inject({ url: `/v1/staff/initiatives/${path}`, headers: await directory.staff() });

  it('see each change with its author, its time and its difference, and what it said before', async () => {
    const id = await moderation.publish('Amb història');
    const { proposer: _, ...details } = proposal('Amb història', { address: 'Carrer Major, 1' });
    expect((await moderation.edit(id, '', 3, details)).statusCode).toBe(200);
    // The same again is no change.
    expect((await moderation.edit(id, '', 4, details)).json()).toMatchObject({ version: 4 });
    const history = (await read(`${id}/revisions?limit=2`)).json();
    expect(history.items).toMatchObject([
      {
        version: 4,
        actions: ['edited'],
        changes: [{ field: 'address', from: null, to: 'Carrer Major, 1' }],
        author: { kind: 'staff', id: 'tania' },
      },
      { version: 3, actions: ['published'], status: 'published', changes: [] },
    ]);
    const rest = (await read(`${id}/revisions?limit=2&cursor=${history.next}`)).json();
    expect(rest.items.map((item: { version: number }) => item.version)).toEqual([2, 1]);
    expect(rest.items[1]).toMatchObject({ actions: ['proposed'] });
    expect(rest.next).toBeNull();
    expect((await read(`${id}/revisions/3`)).json()).toMatchObject({ version: 3, status: 'published' });
    expect((await read(`${id}/revisions/3`)).json().details).not.toHaveProperty('address');
    expect((await read(`${id}/revisions/4`)).json().details).toMatchObject({ address: 'Carrer Major, 1' });
  });

  it('find no history of what is not there', async () => {
    expect((await read(`${newId()}/revisions`)).statusCode).toBe(404);
    const id = await moderation.publish('Tres versions');
    for (const [version, status] of [
      ['4', 404],
      ['0', 400],
      ['99999999999', 400],
    ])
      expect((await read(`${id}/revisions/${version}`)).statusCode).toBe(status);
  });

  it('who come late are refused, and told the version that it is now', async () => {
    const { id } = (await moderation.propose(proposal('Tard'))).json<{ id: string }>();
    await moderation.moderate(id, 'start-review', 1);
    const late = await moderation.moderate(id, 'publish', 1);
    expect([late.statusCode, late.json<{ detail: string }>().detail]).toEqual([
      412,
      'Algú ho ha canviat mentrestant: ara és la versió 2. Torneu-ho a carregar i repetiu el canvi.',
    ]);
  });
});
