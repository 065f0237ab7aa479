import { retentionWarningDue } from '@ateneu/events';
import { type Clock, newId, runInContext } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, isoTimestamp, transact, type Transaction } from '@ateneu/persistence';

import { dayOf } from '../../calendar.ts';
import { anonymiseIntakes, anonymiseReferrals, forgetContacts, forgetRestricted } from './anonymise.store.ts';
import { dueAfter, duePoints, type RetentionPolicy } from './retention.ts';

const kinds = ['intake', 'referral', 'project'] as const;
type Kind = (typeof kinds)[number];

/** Something about which nothing has happened for long. */
export interface RetentionLine {
  kind: Kind;
  id: string;
  /** Since when. */
  since: string;
  warnedAt: string | null;
  /** What is due now; `wait` for its warning to run out. */
  step: 'warn' | 'wait' | 'anonymise';
}

interface Row {
  kind: Kind;
  id: string;
  since: string;
  warnedAt: string | null;
  name: string | null;
  email: string | null;
  language: string | null;
  projectName: string;
}

const since = (table: string, ...columns: string[]): string =>
  `greatest(${[`${table}.updated_at`, `coalesce(${table}.retained_at, ${table}.updated_at)`, ...columns].join(', ')})`;
const person = (column: string): string =>
  `${column} ->> 'name' as name, ${column} ->> 'email' as email, ${column} ->> 'language' as language`;

// A project with work to do, or whose group is accompanied, is nobody's past. What was opened and left alone is.
const candidates: Readonly<Record<Kind, string>> = {
  intake: `
    select 'intake' as kind, id, ${since('intake')} as since, retention_warned_at as warned, ${person('person')},
      project ->> 'name' as "projectName"
    from intake where erased_at is null and confirmed_at is not null`,
  referral: `
    select 'referral', id, ${since('referral')}, retention_warned_at, ${person('person')}, project ->> 'name'
    from referral where erased_at is null
      and status in ('draft', 'declined', 'rerouted', 'closed', 'withdrawn', 'expired')`,
  project: `
    select 'project', id, ${since(
      'project',
      `coalesce((select max(accompaniment.updated_at) from accompaniment where project_id = project.id), project.updated_at)`,
    )}, retention_warned_at, ${person('contact')}, name
    from project where contact is not null and status <> 'merged' and not exists (select 1 from accompaniment
      where project_id = project.id and accompaniment.status in ('planned', 'in-progress', 'paused'))`,
};

const selectDue = `
  select kind, id, ${isoTimestamp('since')} as since, ${isoTimestamp('warned')} as "warnedAt", name, email, language, "projectName"
  from (${kinds.map((kind) => candidates[kind]).join(' union all ')})
    as due (kind, id, since, warned, name, email, language, "projectName")
  where since < $1 order by since, id limit 1000`;

/** What is due now; looking changes nothing. */
export async function planRetention(
  { pool }: Pick<Database, 'pool'>,
  policy: RetentionPolicy,
  now: Date,
): Promise<(RetentionLine & Row)[]> {
  const { warn, anonymise } = duePoints(policy, now);
  const { rows } = await pool.query<Row>({ name: 'retention-due', text: selectDue, values: [warn] });
  const warnedBefore = new Date(now.getTime() - policy.warningDays * 24 * 60 * 60 * 1_000);
  return rows.map((row) => {
    // A warning from before something happened again is no warning of this.
    const warnedAt = row.warnedAt !== null && row.warnedAt > row.since ? row.warnedAt : null;
    const ripe = new Date(row.since) < anonymise && warnedAt !== null && new Date(warnedAt) <= warnedBefore;
    return { ...row, warnedAt, step: warnedAt === null ? 'warn' : ripe ? 'anonymise' : 'wait' };
  });
}

/**
 * Warns people of what will be made anonymous, and makes anonymous what they were warned of long enough ago. Each in a
 * transaction of its own; one that fails is left for the next day.
 */
export async function runRetention(database: Database, policy: RetentionPolicy, clock: Clock): Promise<void> {
  const now = clock.now();
  const actor = { kind: 'system', id: 'retention' } as const;
  for (const line of await planRetention(database, policy, now)) {
    if (line.step === 'wait') continue;
    await runInContext({ correlationId: newId(), actor }, () =>
      transact(database, (tx) => (line.step === 'warn' ? warn(tx, line, policy, now) : anonymise(tx, line, now))),
    );
  }
  await runInContext({ correlationId: newId(), actor }, () =>
    transact(database, (tx) => forgetRestricted(tx, { today: dayOf(now), at: now })),
  );
}

async function warn(tx: Transaction, line: Row, policy: RetentionPolicy, now: Date): Promise<void> {
  const warned = await tx.query<{ version: number }>(
    `update ${line.kind} set retention_warned_at = $2 where id = $1
       and (retention_warned_at is null or retention_warned_at < $3) returning version`,
    [line.id, now, line.since],
  );
  const [row] = warned;
  if (row === undefined) return;
  const earliest = new Date(now.getTime() + policy.warningDays * 24 * 60 * 60 * 1_000);
  const due = dueAfter(policy, new Date(line.since));
  const { name, email, language, projectName } = line;
  if (name === null || email === null) return;
  publishAll(tx, [
    publication(retentionWarningDue, {
      aggregateId: line.id,
      sequence: row.version,
      occurredAt: now,
      data: {
        subjectId: line.id,
        subjectKind: line.kind,
        dueOn: dayOf(due > earliest ? due : earliest),
        personal: { name, email, language: language ?? 'ca', projectName },
      },
    }),
  ]);
}

async function anonymise(tx: Transaction, { kind, id }: Row, now: Date): Promise<void> {
  const [still] = await tx.query(`select 1 from ${kind} where id = $1 for update`, [id]);
  if (still === undefined) return;
  if (kind === 'intake') await anonymiseIntakes(tx, [id], now);
  else if (kind === 'referral') await anonymiseReferrals(tx, [id], now);
  else await forgetContacts(tx, [id], now);
  await tx.query(`insert into erasure (id, at, cause, erased) values ($1, $2, 'retention', $3)`, [
    newId(),
    now,
    JSON.stringify({ [kind]: 1 }),
  ]);
}
