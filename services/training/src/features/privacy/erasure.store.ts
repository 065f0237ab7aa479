import { newId, runInContext } from '@ateneu/kernel';
import { type Database, transact, type Transaction } from '@ateneu/persistence';
import { funderCallOn, lastAuditDay } from '@ateneu/reference-data';

import { dayOf } from '../../madrid.ts';
import { forgetInWorkbooks } from '../justification/index.ts';

/** An enrolment of the person. */
export interface Found {
  id: string;
  sessionId: string;
  emailNormalised: string;
  status: string;
  startsAt: string;
}

/** When the erasure was, and how many years from the end of a call the funder may audit it. */
export interface Erasure {
  erasureId: string;
  addresses: readonly string[];
  erasedOn: string;
  years: number;
  at: Date;
}

/** The enrolments of some addresses; their sessions are locked, in the order in which everybody locks them. */
export async function findEnrolments(tx: Transaction, addresses: readonly string[]): Promise<Found[]> {
  await tx.query(
    `select id from session where id in (select session_id from enrolment where email_normalised = any ($1))
     order by id for update`,
    [addresses],
  );
  return tx.query<Found>(
    `select e.id, e.session_id as "sessionId", e.email_normalised as "emailNormalised", e.status, s.starts_at as "startsAt"
     from enrolment e join session s on s.id = e.session_id
     where e.email_normalised = any ($1) order by e.session_id, e.id for update of e`,
    [addresses],
  );
}

/**
 * What a profile still counts by; the day of birth, where somebody comes from in their own words and their document are
 * the person's.
 */
const counted = `jsonb_strip_nulls(jsonb_build_object('gender', profile -> 'gender', 'employmentSituation',
  profile -> 'employmentSituation', 'studyLevel', profile -> 'studyLevel', 'discovery', profile -> 'discovery'))`;

/** The columns of the workbook that the funder may audit. */
const audited = `jsonb_build_object('name', name, 'givenName', given_name, 'surnames', surnames, 'profile',
  jsonb_strip_nulls(jsonb_build_object('identityDocument', profile -> 'identityDocument', 'identityDocumentWithheld',
    profile -> 'identityDocumentWithheld', 'birthDate', profile -> 'birthDate')))`;

/** Takes the person out of their enrolments. One address becomes one nobody, so that hours are still added up as one's. */
export async function anonymise(tx: Transaction, found: readonly Found[], erasure: Erasure): Promise<void> {
  for (const enrolment of found) {
    await tx.query(
      `update enrolment set audit_person = case when $2::date is not null then ${audited} end, restricted_until = $2,
         name = '—', given_name = null, surnames = null, email = $3, email_normalised = $3, phone = null,
         accessibility = null, answers = '{}', profile = ${counted}, check_in_code = null, email_bounced_at = null,
         erased_at = $4, version = version + 1
       where id = $1`,
      [enrolment.id, auditUntil(enrolment, erasure), nobody(enrolment.emailNormalised, erasure), erasure.at],
    );
  }
}

/** Takes the person out of the kept workbooks of the funder too, as far as out of their enrolments. */
export async function forgetInKept(tx: Transaction, found: readonly Found[], erasure: Erasure): Promise<void> {
  const [restricted, gone] = [[], []] as [string[], string[]];
  for (const enrolment of found) (auditUntil(enrolment, erasure) === null ? gone : restricted).push(enrolment.id);
  await forgetInWorkbooks(tx, restricted, { at: erasure.at, forAudit: true });
  await forgetInWorkbooks(tx, gone, { at: erasure.at, forAudit: false });
}

/** The codes and links by which the person was known. */
export async function forgetLinks(tx: Transaction, found: readonly Found[]): Promise<void> {
  const ids = found.map(({ id }) => id);
  await tx.query(`delete from enrolment_link where enrolment_id = any ($1::uuid[])`, [ids]);
  await tx.query(`update enrolment set check_in_code = null where id = any ($1::uuid[])`, [ids]);
}

/** Certificates stay, of nobody, and their documents are no longer to be had; the person's calendar goes. */
export async function forgetAddresses(tx: Transaction, erasure: Erasure): Promise<void> {
  const { addresses } = erasure;
  await tx.query(`delete from calendar_link where email_normalised = any ($1)`, [addresses]);
  for (const address of addresses) {
    const rows = await tx.query<{ id: string }>(
      `update certificate set name = '—', email = $2, email_normalised = $2, link_hash = 'erased:' || id,
         version = version + 1
       where email_normalised = $1 returning id`,
      [address, nobody(address, erasure)],
    );
    for (const { id } of rows) await tx.audit({ action: 'erase', subjectType: 'certificate', subjectId: id });
  }
}

/** What was kept for the audit alone goes when the audit can no longer come. */
export function forgetRestricted(database: Database, at: Date): Promise<number> {
  return runInContext({ correlationId: newId(), actor: { kind: 'system', id: 'audit-retention' } }, () =>
    transact(database, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `update enrolment set audit_person = null, restricted_until = null where restricted_until < $1 returning id`,
        [dayOf(at)],
      );
      for (const { id } of rows) await tx.audit({ action: 'erase', subjectType: 'enrolment', subjectId: id });
      const ids = rows.map(({ id }) => id);
      await forgetInWorkbooks(tx, ids, { at, forAudit: false });
      return rows.length;
    }),
  );
}

/** Until when the funder may audit it: only whoever was there is in the workbook. */
function auditUntil({ status, startsAt }: Found, { erasedOn, years }: Erasure): string | null {
  if (status !== 'attended') return null;
  const day = dayOf(new Date(startsAt));
  const end = funderCallOn(day)?.endsOn ?? `${day.slice(0, 4)}-12-31`;
  const until = lastAuditDay(end, years);
  return until >= erasedOn ? until : null;
}

/** An address that nobody has or ever will (RFC 2606), and that nothing is sent to; not derived from the person's. */
function nobody(address: string, { erasureId, addresses }: Erasure): string {
  return `erased-${erasureId}-${addresses.indexOf(address)}@example.invalid`;
}
