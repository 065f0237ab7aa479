import type { Transaction } from '@ateneu/persistence';
import { funderCallOn } from '@ateneu/reference-data';

import { forgetInWorkbooks } from '../justification/index.ts';
import { auditUntil, nobody } from './retention.ts';

const anonymousProject = (column: string): string =>
  `jsonb_strip_nulls(jsonb_build_object('name', '—', 'description', '—', 'sector', ${column} -> 'sector',
     'neighbourhood', ${column} -> 'neighbourhood', 'groupSize', ${column} -> 'groupSize'))`;

/** Requests keep what they counted as: modality, sector, barri, days and how they ended. */
export async function anonymiseIntakes(tx: Transaction, ids: readonly string[], at: Date): Promise<number> {
  const rows = await tx.query(
    `update intake set person = $2, email_key = id::text, project = ${anonymousProject('project')}, lead = null,
       note = null, erased_at = $3, version = version + 1, confirm_until = least(confirm_until, $3)
     where id = any ($1::uuid[]) and erased_at is null returning id`,
    [ids, JSON.stringify(nobody), at],
  );
  for (const id of ids) await tx.audit({ action: 'erase', subjectType: 'intake', subjectId: id });
  return rows.length;
}

/** The same for referrals. Their consent must have been withdrawn before, or they must be over. */
export async function anonymiseReferrals(tx: Transaction, ids: readonly string[], at: Date): Promise<number> {
  const rows = await tx.query(
    `update referral set person = $2, project = ${anonymousProject('project')}, note = null, erased_at = $3,
       consent = case when consent is not null
         then jsonb_set(consent, '{withdrawnAt}', coalesce(consent -> 'withdrawnAt', to_jsonb($4::text))) end
     where id = any ($1::uuid[]) and erased_at is null returning id`,
    [ids, JSON.stringify(nobody), at, at.toISOString()],
  );
  await tx.query(`delete from access_link where subject_id = any ($1::uuid[])`, [ids]);
  for (const id of ids) await tx.audit({ action: 'erase', subjectType: 'referral', subjectId: id });
  return rows.length;
}

/** A project stays; its contact goes. */
export async function forgetContacts(tx: Transaction, ids: readonly string[], at: Date): Promise<number> {
  const rows = await tx.query(
    `update project set contact = null, erased_at = $2, version = version + 1
     where id = any ($1::uuid[]) and contact is not null returning id`,
    [ids, at],
  );
  for (const id of ids) await tx.audit({ action: 'erase', subjectType: 'project-contact', subjectId: id });
  await forgetInWorkbooks(tx, ids, { as: 'project-contact', at });
  return rows.length;
}

/**
 * Members are forgotten, but for what the funder's audit needs of those who took part in sessions or got a job: that is
 * kept apart, for nothing else, until the audit can no longer come.
 *
 * @returns the last day until which anything is kept, where something is
 */
export async function forgetMembers(
  tx: Transaction,
  ids: readonly string[],
  { at, today, years }: { at: Date; today: string; years: number },
): Promise<{ erased: number; keptUntil: string | undefined }> {
  let latest: string | undefined;
  for (const id of ids) {
    const [last] = await tx.query<{ day: string | null; document: string | null }>(
      `select (select to_char(max(held_on), 'YYYY-MM-DD') from consultancy_session where $1::uuid = any (member_ids)) as day,
         (select person ->> 'idDocument' from project_member where id = $1) as document`,
      [id],
    );
    const until = keptFor(last?.day ?? null, today, years);
    latest = laterOf(latest, until);
    latest = laterOf(latest, await restrictInsertions(tx, last?.document ?? null, { at, today, years }));
    await tx.query(
      `update project_member set status = 'left', email_key = null, erased_at = $2, restricted_until = $3,
         version = version + 1, updated_at = $2,
         person = case when $3::date is null then jsonb_build_object('name', '—', 'language', 'ca')
           else person - 'email' - 'phone' - 'role' end
       where id = $1`,
      [id, at, until ?? null],
    );
    await tx.query(`delete from access_link where subject_id = $1`, [id]);
    await tx.audit({ action: 'erase', subjectType: 'project-member', subjectId: id });
    await forgetInWorkbooks(tx, [id], { as: until === undefined ? 'member' : 'member-for-audit', at });
  }
  return { erased: ids.length, keptUntil: latest };
}

function keptFor(day: string | null, today: string, years: number): string | undefined {
  if (day === null) return undefined;
  const until = auditUntil(day, funderCallOn(day)?.endsOn, years);
  return until >= today ? until : undefined;
}

/** Job insertions are found by the document that they and the member share. */
async function restrictInsertions(
  tx: Transaction,
  idDocument: string | null,
  { at, today, years }: { at: Date; today: string; years: number },
): Promise<string | undefined> {
  if (idDocument === null) return undefined;
  const rows = await tx.query<{ id: string; day: string }>(
    `select id, to_char(starts_on, 'YYYY-MM-DD') as day from job_insertion where person ->> 'idDocument' = upper($1)`,
    [idDocument],
  );
  let latest: string | undefined;
  for (const { id, day } of rows) {
    const until = keptFor(day, today, years);
    latest = laterOf(latest, until);
    if (until === undefined) await forgetInsertion(tx, id, at);
    else await tx.query(`update job_insertion set restricted_until = $2 where id = $1`, [id, until]);
  }
  return latest;
}

async function forgetInsertion(tx: Transaction, id: string, at: Date): Promise<void> {
  const person = JSON.stringify({ name: '—', surnames: '—' });
  await tx.query(`update job_insertion set person = $2, restricted_until = null where id = $1`, [id, person]);
  await tx.query(
    `update job_insertion_history set contents = jsonb_set(contents, '{person}', $2) where insertion_id = $1`,
    [id, person],
  );
  await tx.audit({ action: 'erase', subjectType: 'job-insertion', subjectId: id });
  await forgetInWorkbooks(tx, [id], { as: 'job-insertion', at });
}

/** What was kept for the audit alone goes when the audit can no longer come. */
export async function forgetRestricted(tx: Transaction, { today, at }: { today: string; at: Date }): Promise<number> {
  const members = await tx.query<{ id: string }>(
    `update project_member set restricted_until = null, person = jsonb_build_object('name', '—', 'language', 'ca')
     where restricted_until < $1 returning id`,
    [today],
  );
  for (const { id } of members) await tx.audit({ action: 'erase', subjectType: 'project-member', subjectId: id });
  await forgetInWorkbooks(
    tx,
    members.map(({ id }) => id),
    { as: 'member', at },
  );
  const insertions = await tx.query<{ id: string }>(`select id from job_insertion where restricted_until < $1`, [
    today,
  ]);
  for (const { id } of insertions) await forgetInsertion(tx, id, at);
  return members.length + insertions.length;
}

function laterOf(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left > right ? left : right;
}
