import { type Database, isoTimestamp } from '@ateneu/persistence';
import { keptRowsOf } from '@ateneu/service-kit/kept-workbooks';

type Reader = Pick<Database, 'pool'>;

/** Where something is kept of a person, by ids. */
export interface PersonPlaces {
  intakes: string[];
  referrals: string[];
  /** Referrals whose consent still holds. */
  consented: string[];
  /** Projects that have the person as their contact. */
  projects: string[];
  members: string[];
  /** Partners that have the person among their contacts. */
  partners: string[];
}

/** Finds what is kept under an address, in the form in which addresses are compared. */
export async function findPerson({ pool }: Reader, emailKey: string): Promise<PersonPlaces> {
  const ids = async (text: string): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>(text, [emailKey]);
    return rows.map(({ id }) => id);
  };
  const [intakes, referrals, consented, projects, members, partners] = await Promise.all([
    ids(`select id from intake where email_key = $1 and erased_at is null`),
    ids(`select id from referral where lower(person ->> 'email') = $1 and erased_at is null`),
    ids(
      `select id from referral where lower(person ->> 'email') = $1 and erased_at is null and consent is not null
         and consent ->> 'withdrawnAt' is null`,
    ),
    ids(`select id from project where lower(contact ->> 'email') = $1`),
    ids(`select id from project_member where email_key = $1`),
    ids(
      `select id from partner where exists (select from jsonb_array_elements(contacts) as contact
         where lower(contact ->> 'email') = $1) order by id`,
    ),
  ]);
  return { intakes, referrals, consented, projects, members, partners };
}

/** Everything that is kept of a person, as it is handed to them. */
export interface PersonExport {
  intakes: Record<string, unknown>[];
  referrals: Record<string, unknown>[];
  contactOf: Record<string, unknown>[];
  memberOf: Record<string, unknown>[];
  sessions: Record<string, unknown>[];
  jobInsertions: Record<string, unknown>[];
  /** Partners whose contact the person is, with what is known of the contact and when a link to sign in was asked for. */
  partnerContacts: Record<string, unknown>[];
  /** Rows of kept workbooks of the funder, and whether it was sent them. */
  workbooks: Record<string, unknown>[];
  /** Who read or changed any of it, and when. */
  accesses: Record<string, unknown>[];
}

/** Gathers everything about the person of an address. */
export async function exportPerson(database: Reader, emailKey: string): Promise<PersonExport> {
  const places = await findPerson(database, emailKey);
  const rows = async (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
    (await database.pool.query<Record<string, unknown>>(text, values)).rows;
  const subjects = [places.intakes, places.referrals, places.projects, places.members, places.partners].flat();
  const [intakes, referrals, contactOf, memberOf, sessions, jobInsertions, partnerContacts, accesses] =
    await Promise.all([
      rows(
        `select id, status, modality, person, project, text_version as "textVersion", lead, meeting, reason, note,
         ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('confirmed_at')} as "confirmedAt" from intake
       where id = any ($1::uuid[]) order by created_at`,
        [places.intakes],
      ),
      rows(
        `select referral.id, referral.status, direction, partner.name as partner, modality, person, project, consent,
         reason, note, outcome, ${isoTimestamp('sent_at')} as "sentAt"
       from referral join partner on partner.id = partner_id where referral.id = any ($1::uuid[])
       order by referral.created_at`,
        [places.referrals],
      ),
      rows(`select id, name, contact from project where id = any ($1::uuid[]) order by created_at`, [places.projects]),
      rows(
        `select member.id, project.name as project, member.status, person, ${isoTimestamp('member.created_at')} as "createdAt"
       from project_member as member join project on project.id = project_id where member.id = any ($1::uuid[])
       order by member.created_at`,
        [places.members],
      ),
      rows(
        `select to_char(held_on, 'YYYY-MM-DD') as "heldOn", minutes, objective from consultancy_session
       where member_ids && $1::uuid[] order by held_on`,
        [places.members],
      ),
      rows(
        `select id, person, contract_type as "contractType", to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
         to_char(ends_on, 'YYYY-MM-DD') as "endsOn" from job_insertion
       where person ->> 'idDocument' in (select upper(person ->> 'idDocument') from project_member
         where id = any ($1::uuid[])) order by starts_on`,
        [places.members],
      ),
      rows(
        `select partner.id, partner.name as partner, contact,
         array(select ${isoTimestamp('asked.asked_at')} from partner_sign_in as asked
           where asked.partner_id = partner.id and asked.email_key = $2 order by asked.asked_at) as "signInsAsked"
       from partner, jsonb_array_elements(contacts) as contact
       where partner.id = any ($1::uuid[]) and lower(contact ->> 'email') = $2 order by partner.name`,
        [places.partners, emailKey],
      ),
      rows(
        `select ${isoTimestamp('at')} as at, actor_kind as "actorKind", actor_name as "actorName", action,
         subject_type as "subjectType" from audit_record where subject_id = any ($1::text[]) order by at limit 5000`,
        [subjects],
      ),
    ]);
  const inWorkbooks = [places.projects, places.members, jobInsertions.map(({ id }) => String(id))].flat();
  const workbooks = await keptRowsOf(database, inWorkbooks);
  return { intakes, referrals, contactOf, memberOf, sessions, jobInsertions, partnerContacts, workbooks, accesses };
}
