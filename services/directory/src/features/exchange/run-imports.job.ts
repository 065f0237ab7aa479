import { type Clock, DomainError, isId, newId, runInContext } from '@ateneu/kernel';
import { type Database, transact, type Transaction } from '@ateneu/persistence';

import {
  decideInitiative,
  detailsOf,
  evolveInitiative,
  findFreeSlugs,
  initialInitiative,
  InitiativeEntity,
  type InitiativeDetails,
  type InitiativeEvent,
  type InitiativeRow,
  type InitiativeStore,
} from '../initiative/index.ts';
import { checkLine, type LineProblem, problemOf } from './line.check.ts';
import type { Cells } from './exchange.columns.ts';
import type { Import } from './import.store.ts';

/** What the job works with. */
export interface ImportWork {
  database: Database;
  store: InitiativeStore;
  clock: Clock;
}

interface Line {
  line: number;
  key: string | null;
  cells: Cells;
}

const batchSize = 200;

/**
 * Checks and applies what waits for it, the oldest first. Every batch remembers itself in its own transaction, so that a
 * process that dies loses nothing and does nothing twice; a signal makes it stop after the batch in hand.
 */
export async function runImports(work: ImportWork, signal: AbortSignal): Promise<void> {
  for (;;) {
    if (signal.aborted) return;
    const { rows } = await work.database.pool.query<Import & { created_by: string }>(
      `select * from import where status in ('checking', 'applying') order by created_at limit 1`,
    );
    const [next] = rows;
    if (next === undefined) return;
    const actor = { kind: 'staff', id: 'import', name: next.created_by, roles: [] } as const;
    const finished = await runInContext({ correlationId: newId(), actor }, () =>
      next.status === 'checking' ? check(work, next, signal) : apply(work, next, signal),
    );
    if (!finished) return;
  }
}

async function check(work: ImportWork, plan: Import, signal: AbortSignal): Promise<boolean> {
  const { pool } = work.database;
  for (;;) {
    if (signal.aborted) return false;
    const { rows } = await pool.query<Line & { repeats: number | null }>(
      `select line, key, cells, (select min(other.line) from import_line as other
         where other.import_id = $1 and other.key = import_line.key and other.line < import_line.line) as repeats
       from import_line where import_id = $1 and outcome is null order by line limit ${batchSize}`,
      [plan.id],
    );
    if (rows.length === 0) break;
    const known = await findExisting(work.database, plan, rows);
    const verdicts = rows.map(({ line, key, cells, repeats }) => {
      const row = key === null ? undefined : known.get(key);
      const existing = row === undefined ? undefined : { status: row.status, details: detailsOf(row) };
      const context = { existing, repeats: repeats ?? undefined, publish: plan.publish, at: work.clock.now() };
      const verdict = checkLine(cells, context);
      const problems = verdict.outcome === 'refused' ? verdict.problems : null;
      return { line, outcome: verdict.outcome, initiativeId: row?.id ?? null, problems };
    });
    await pool.query(
      `with verdict as (select * from jsonb_to_recordset($2::jsonb)
         as t (line int, outcome text, "initiativeId" uuid, problems jsonb)),
       kept as (update import_line set outcome = verdict.outcome, initiative_id = "initiativeId",
           problems = verdict.problems
         from verdict where import_id = $1 and import_line.line = verdict.line)
       update import set processed = processed + $3 where id = $1`,
      [plan.id, JSON.stringify(verdicts), verdicts.length],
    );
  }
  await pool.query(`update import set status = 'checked', updated_at = $2 where id = $1`, [plan.id, work.clock.now()]);
  return true;
}

/** The initiatives that lines are about, by the lines' keys. */
async function findExisting(
  database: Database,
  { source }: Import,
  lines: readonly Pick<Line, 'key'>[],
): Promise<Map<string, InitiativeRow>> {
  const keys = lines.flatMap(({ key }) => key ?? []);
  const ids = keys.flatMap((key) => (key.startsWith('id:') && isId(key.slice(3)) ? [key.slice(3)] : []));
  const externals = keys.flatMap((key) => (key.startsWith('external:') ? [key.slice(9)] : []));
  const { rows } = await database.pool.query<{ id: string; external: string | null }>(
    `select id, null as external from initiative where id = any ($1::uuid[])
     union all select id, origin ->> 'externalId' from initiative
     where origin ? 'externalId' and origin ->> 'source' = $2 and origin ->> 'externalId' = any ($3::text[])`,
    [ids, source, externals],
  );
  const found = await database.fork().find(InitiativeEntity, { id: rows.map((row) => row.id) });
  const byId = new Map(found.map((row) => [row.id, row]));
  return new Map(
    rows.flatMap(({ id, external }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [[external === null ? `id:${id}` : `external:${external}`, row] as const];
    }),
  );
}

async function apply(work: ImportWork, plan: Import, signal: AbortSignal): Promise<boolean> {
  const { pool } = work.database;
  const finish = async (status: 'done' | 'refused'): Promise<true> => {
    await pool.query(`update import set status = $2, updated_at = $3 where id = $1`, [
      plan.id,
      status,
      work.clock.now(),
    ]);
    return true;
  };
  if (plan.mode === 'best-effort') return (await applyEach(work, plan, signal)) && finish('done');
  const { rows } = await pool.query(`select 1 from import_line where import_id = $1 and outcome = 'refused' limit 1`, [
    plan.id,
  ]);
  if (rows.length > 0) return finish('refused');
  try {
    await applyWhole(work, plan);
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error;
    await refuse(work, plan, error);
    return finish('refused');
  }
  return finish('done');
}

/** Best effort: a batch commits together, and where one of its lines is refused, each goes alone. */
async function applyEach(work: ImportWork, plan: Import, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    if (signal.aborted) return false;
    const lines = await pending(work.database, plan, batchSize);
    if (lines.length === 0) return true;
    try {
      await transact(work.database, (tx) => applyLines(work, tx, plan, lines));
    } catch (error) {
      // A slug that somebody else took meanwhile is worth another try, and a batch of one tells which line it is.
      if (lines.length === 1 && !(error instanceof LineRefused)) throw error;
      for (const line of lines) {
        await transact(work.database, (tx) => applyLines(work, tx, plan, [line])).catch(async (refused: unknown) => {
          if (!(refused instanceof LineRefused)) throw refused;
          await refuse(work, plan, refused);
        });
      }
    }
    await work.database.pool.query(`update import set processed = processed + $2 where id = $1`, [
      plan.id,
      lines.length,
    ]);
  }
}

/** All or nothing: one transaction, which may take longer than those of requests. */
async function applyWhole(work: ImportWork, plan: Import): Promise<void> {
  const { pool } = work.database;
  await transact(work.database, async (tx) => {
    await tx.query(`set local transaction_timeout = '10min'`);
    for (let processed = 0; ;) {
      const lines = await tx.query<Line>(selectPending, [plan.id, batchSize]);
      if (lines.length === 0) return;
      await applyLines(work, tx, plan, lines);
      processed += lines.length;
      await pool.query(`update import set processed = $2 where id = $1`, [plan.id, processed]);
    }
  });
}

const selectPending = `select line, key, cells from import_line
  where import_id = $1 and outcome in ('create', 'update') and not applied order by line limit $2`;

async function pending({ pool }: Database, plan: Import, limit: number): Promise<Line[]> {
  return (await pool.query<Line>(selectPending, [plan.id, limit])).rows;
}

/** A line that was fine when it was checked, and is not any more. */
class LineRefused extends Error {
  readonly line: number;
  readonly problems: LineProblem[];

  constructor(line: number, problems: LineProblem[], options?: { cause?: unknown }) {
    super(`Line ${line} is refused.`, options);
    this.line = line;
    this.problems = problems;
  }
}

async function applyLines(work: ImportWork, tx: Transaction, plan: Import, lines: readonly Line[]): Promise<void> {
  const at = work.clock.now();
  const known = await findExisting(work.database, plan, lines);
  const created: { line: Line; id: string; details: InitiativeDetails }[] = [];
  const touched: { line: number; id: string | null }[] = [];
  for (const line of lines) {
    const row = line.key === null ? undefined : known.get(line.key);
    const existing = row === undefined ? undefined : { status: row.status, details: detailsOf(row) };
    const verdict = checkLine(line.cells, { existing, publish: plan.publish, at });
    if (verdict.outcome === 'refused') throw new LineRefused(line.line, verdict.problems);
    if (verdict.outcome === 'create') {
      const id = line.cells.id?.trim().toLowerCase() || newId();
      created.push({ line, id, details: verdict.details });
    } else if (verdict.outcome === 'update' && row !== undefined) {
      await edit(work.store, tx, line, { row, details: verdict.details, at });
    }
    touched.push({ line: line.line, id: row?.id ?? created.at(-1)?.id ?? null });
  }
  const slugs = plan.publish
    ? await findFreeSlugs(
        tx,
        created.map(({ details }) => details.name.ca),
      )
    : [];
  const eventsOfEach = created.map(({ line, id, details }, index) =>
    birthOf({ id, details, externalId: line.cells.external_id?.trim(), source: plan.source, slug: slugs[index], at }),
  );
  if (eventsOfEach.length > 0) await work.store.createManyIn(tx, eventsOfEach);
  await tx.query(
    `update import_line set applied = true, initiative_id = coalesce(initiative_id, id)
     from jsonb_to_recordset($2::jsonb) as t (line int, id uuid) where import_id = $1 and import_line.line = t.line`,
    [plan.id, JSON.stringify(touched)],
  );
}

async function edit(
  store: InitiativeStore,
  tx: Transaction,
  line: Line,
  { row, details, at }: { row: InitiativeRow; details: InitiativeDetails; at: Date },
): Promise<void> {
  try {
    const options = { expectedVersion: row.version };
    await store.updateIn(tx, row.id, (state) => decideInitiative({ type: 'edit', details, at }, state), options);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new LineRefused(line.line, [problemOf(error)], { cause: error });
  }
}

/** What happens to a new initiative: it is proposed, and published where the import says so. */
function birthOf(given: {
  id: string;
  details: InitiativeDetails;
  source: string;
  externalId: string | undefined;
  slug: string | undefined;
  at: Date;
}): InitiativeEvent[] {
  const { id, details, source, slug, at } = given;
  const externalId = given.externalId === '' ? undefined : given.externalId;
  const origin = { kind: 'import', source, ...(externalId === undefined ? {} : { externalId }) } as const;
  const events = decideInitiative({ type: 'propose', id, details, origin, at }, initialInitiative);
  if (slug === undefined) return events;
  const proposed = events.reduce(evolveInitiative, initialInitiative);
  const reviewed = decideInitiative({ type: 'start-review', at }, proposed);
  const inReview = reviewed.reduce(evolveInitiative, proposed);
  return [...events, ...reviewed, ...decideInitiative({ type: 'publish', slug, at }, inReview)];
}

async function refuse({ database }: ImportWork, plan: Import, { line, problems }: LineRefused): Promise<void> {
  await database.pool.query(
    `update import_line set outcome = 'refused', problems = $3 where import_id = $1 and line = $2`,
    [plan.id, line, JSON.stringify(problems)],
  );
}
