import type { Database } from '@ateneu/persistence';

import { dayOf } from '../../calendar.ts';
import { actionDays, type ActionKind } from './action-kinds.ts';

/** Something that asks to be done, derived from how things stand: nobody writes it down, and it goes when it is done. */
export interface ActionLine {
  kind: ActionKind;
  subject: { type: 'intake' | 'referral' | 'accompaniment'; id: string; label: string };
  /** Whole days: since when it waits, or since a task was due. */
  days: number;
  technician: { id: string; name: string } | null;
}

const nobody = 'null::jsonb';
const age = (column: string): string => `floor(extract(epoch from $1::timestamptz - ${column}) / 86400)::int`;
const referralLabel = `case when consent ->> 'withdrawnAt' is null then referral.project ->> 'name' else '—' end`;
const lastSession = `(select max(held_on) from consultancy_session where accompaniment_id = accompaniment.id)`;

/** One question per kind; each gives the subject's type, id and label, the days, and whose it is. */
const questions: Readonly<Record<ActionKind, string>> = {
  'intake-unread': `
    select 'intake' as type, id, project ->> 'name' as label, ${age('created_at')} as days, ${nobody} as technician
    from intake where confirmed_at is not null and erased_at is null and status = 'received'`,
  'meeting-undecided': `
    select 'intake', id, project ->> 'name', ${age(`(meeting ->> 'startsAt')::timestamptz`)}, meeting -> 'technician'
    from intake where status = 'first-meeting' and erased_at is null`,
  'referral-unanswered': `
    select 'referral', referral.id, ${referralLabel}, ${age('sent_at')}, ${nobody}
    from referral where direction = 'inbound' and status in ('sent', 'received')`,
  'referral-to-start': `
    select 'referral', referral.id, ${referralLabel}, ${age('updated_at')}, ${nobody}
    from referral where direction = 'inbound' and status = 'accepted'`,
  'partner-silent': `
    select 'referral', referral.id, partner.name, ${age('sent_at')}, ${nobody}
    from referral join partner on partner.id = partner_id
    where direction = 'outbound' and referral.status in ('sent', 'received')`,
  'accompaniment-to-start': `
    select 'accompaniment', accompaniment.id, project.name, ${age('accompaniment.created_at')}, technician
    from accompaniment join project on project.id = project_id where accompaniment.status = 'planned'`,
  'accompaniment-quiet': `
    select 'accompaniment', accompaniment.id, project.name,
      $2::date - coalesce(${lastSession}, (started_at at time zone 'Europe/Madrid')::date), technician
    from accompaniment join project on project.id = project_id where accompaniment.status = 'in-progress'`,
  'accompaniment-paused-long': `
    select 'accompaniment', accompaniment.id, project.name, ${age('accompaniment.updated_at')}, technician
    from accompaniment join project on project.id = project_id where accompaniment.status = 'paused'`,
  'task-due': `
    select 'accompaniment', accompaniment.id, project.name || ': ' || title, $2::date - due_on, technician
    from accompaniment_task join accompaniment on accompaniment.id = accompaniment_id
    join project on project.id = project_id
    where done_at is null and due_on is not null and accompaniment.status in ('planned', 'in-progress', 'paused')`,
  'diagnosis-missing': `
    select 'accompaniment', accompaniment.id, project.name, ${age('started_at')}, technician
    from accompaniment join project on project.id = project_id
    where accompaniment.status = 'in-progress' and ${lastSession} is not null
      and not exists (select 1 from diagnosis where accompaniment_id = accompaniment.id and moment = 'before')`,
};

const kinds = Object.keys(questions) as ActionKind[];
const selectActions = kinds
  .map(
    (kind) =>
      `select '${kind}' as kind, type, id, label, days, technician
       from (${questions[kind]}) as found (type, id, label, days, technician) where days >= ${actionDays[kind]}`,
  )
  .join(' union all ');

/**
 * What needs action, what has waited longest first.
 *
 * @param technicianId whose, with what is nobody's; everybody's where it is not said
 */
export async function readActions(
  { pool }: Pick<Database, 'pool'>,
  now: Date,
  technicianId?: string,
): Promise<ActionLine[]> {
  const { rows } = await pool.query<{
    kind: ActionKind;
    type: ActionLine['subject']['type'];
    id: string;
    label: string;
    days: number;
    technician: ActionLine['technician'];
  }>({
    name: 'actions',
    text: `select * from (${selectActions}) as actions
      where $3::text is null or technician is null or technician ->> 'id' = $3 order by days desc, id limit 500`,
    values: [now, dayOf(now), technicianId ?? null],
  });
  return rows.map(({ kind, type, id, label, days, technician }) => ({
    kind,
    subject: { type, id, label },
    days,
    technician,
  }));
}
