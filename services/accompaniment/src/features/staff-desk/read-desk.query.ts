import type { Database } from '@ateneu/persistence';

import { dayOf } from '../../calendar.ts';

type Reader = Pick<Database, 'pool'>;

/** An accompaniment as whoever conducts it looks at it. */
export interface OwnLine {
  id: string;
  projectId: string;
  projectName: string;
  modality: string;
  status: string;
  minutes: number;
  phasesDone: number;
  phases: number;
  lastSessionOn: string | null;
  nextTask: { title: string; dueOn: string } | null;
}

const selectOwn = `
  select accompaniment.id, project_id as "projectId", project.name as "projectName", accompaniment.modality,
    accompaniment.status, minutes, cardinality(completed_phases) as "phasesDone",
    (select jsonb_array_length(phases) from itinerary_template
      where itinerary_template.modality = accompaniment.modality and version = itinerary_version) as phases,
    (select to_char(max(held_on), 'YYYY-MM-DD') from consultancy_session
      where accompaniment_id = accompaniment.id) as "lastSessionOn",
    (select json_build_object('title', title, 'dueOn', due_on) from accompaniment_task
      where accompaniment_id = accompaniment.id and done_at is null and due_on is not null
      order by due_on, created_at limit 1) as "nextTask"
  from accompaniment join project on project.id = project_id
  where technician ->> 'id' = $1 and accompaniment.status in ('planned', 'in-progress', 'paused')
  order by project.name, accompaniment.id limit 500`;

/** The open accompaniments of a technician, by the project's name. */
export async function readOwn({ pool }: Reader, technicianId: string): Promise<OwnLine[]> {
  const { rows } = await pool.query<OwnLine>({ name: 'own-accompaniments', text: selectOwn, values: [technicianId] });
  return rows;
}

/** How many referrals wait for how long. Days from `from` to `to`, both within; the last band has no end. */
export interface AgeBand {
  direction: 'inbound' | 'outbound';
  from: number;
  to: number | null;
  count: number;
}

const bandLimits = [0, 6, 11, 21, 30];

/** Unanswered referrals by whose turn it is and by age. */
export async function readUnanswered({ pool }: Reader, now: Date): Promise<AgeBand[]> {
  const { rows } = await pool.query<{ direction: AgeBand['direction']; band: number; count: number }>({
    name: 'unanswered-by-age',
    text: `select direction, width_bucket(floor(extract(epoch from $1::timestamptz - sent_at) / 86400), $2::float8[]) as band,
        count(*)::int as count
      from referral where status in ('sent', 'received') group by 1, 2`,
    values: [now, bandLimits],
  });
  const countOf = (direction: AgeBand['direction'], band: number): number =>
    rows.find((row) => row.direction === direction && row.band === band)?.count ?? 0;
  return (['inbound', 'outbound'] as const).flatMap((direction) =>
    bandLimits.map((from, index) => {
      const next = bandLimits[index + 1];
      const to = next === undefined ? null : next - 1;
      return { direction, from, to, count: countOf(direction, index + 1) };
    }),
  );
}

/** What a technician has in hand. */
export interface LoadLine {
  id: string;
  name: string;
  planned: number;
  inProgress: number;
  paused: number;
  minutesLast30Days: number;
  overdueTasks: number;
  meetingsToCome: number;
}

/** For how long somebody who does nothing is still counted among the staff, in days of the database’s clock, as records are. */
const seenDays = 90;

// Staff are not kept here: who they are is known from what they did. Actors are leapt through by their index, one by one.
const selectLoad = `
  with recursive actors as (
    (select actor_id from audit_record order by actor_id limit 1)
    union all
    select (select actor_id from audit_record where actor_id > actors.actor_id order by actor_id limit 1)
    from actors where actors.actor_id is not null
  ), seen as (
    select last.actor_id as id, last.actor_name as name from actors
    cross join lateral (select * from audit_record where actor_id = actors.actor_id order by at desc limit 1) last
    where last.actor_kind = 'staff' and last.actor_name is not null and last.at > now() - interval '${seenDays} days'
  ), people as (
    select technician ->> 'id' as id, max(technician ->> 'name') as name,
      count(*) filter (where status = 'planned')::int as planned,
      count(*) filter (where status = 'in-progress')::int as "inProgress",
      count(*) filter (where status = 'paused')::int as paused
    from accompaniment group by 1
  ), working as (
    select id, name, planned, "inProgress", paused from people
    union all
    select distinct on (1) meeting -> 'technician' ->> 'id', meeting -> 'technician' ->> 'name', 0, 0, 0 from intake
    where status = 'first-meeting' and meeting -> 'technician' ->> 'id' not in (select id from people)
  ), everybody as (
    select * from working
    union all
    select id, name, 0, 0, 0 from seen where id not in (select id from working)
  )
  select everybody.*,
    coalesce((select sum(minutes)::int from consultancy_session
      where technician ->> 'id' = everybody.id and held_on > $1::date - 30), 0) as "minutesLast30Days",
    (select count(*)::int from accompaniment_task join accompaniment on accompaniment.id = accompaniment_id
      where technician ->> 'id' = everybody.id and done_at is null and due_on < $1::date
        and status in ('planned', 'in-progress', 'paused')) as "overdueTasks",
    (select count(*)::int from intake where status = 'first-meeting' and meeting -> 'technician' ->> 'id' = everybody.id
      and (meeting ->> 'startsAt')::timestamptz > $2) as "meetingsToCome"
  from everybody order by "inProgress" desc, name`;

/** The load of everybody who has or had anything in hand or was here lately, the most loaded first. */
export async function readLoad({ pool }: Reader, now: Date): Promise<LoadLine[]> {
  const { rows } = await pool.query<LoadLine>({
    name: 'load-by-technician',
    text: selectLoad,
    values: [dayOf(now), now],
  });
  return rows;
}
