import { type Database, isoTimestamp } from '@ateneu/persistence';

import { type Area, type Scores, weakAreas } from './diagnosis.ts';

type Reader = Pick<Database, 'pool'>;

/** A service that can be offered, and how it stands with an accompaniment. */
export interface ServiceView {
  code: string;
  area: Area;
  name: { ca: string; es: string; en: string };
  score: number | null;
  suggested: boolean;
  status: 'offered' | 'accepted' | 'declined' | null;
}

/** The services there are, those for an accompaniment's weakest areas first; `undefined` where there is none. */
export async function readServices({ pool }: Reader, id: string): Promise<ServiceView[] | undefined> {
  const { rows } = await pool.query<{ scores: Scores | null }>(
    `select (select scores from diagnosis where accompaniment_id = $1 order by made_on desc, recorded_at desc limit 1)
       as scores from accompaniment where id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const scores = row.scores ?? {};
  const weak = weakAreas(scores);
  const services = await pool.query<Omit<ServiceView, 'score' | 'suggested'>>(
    `select code, area, name, status from support_service
     left join service_offer on service_code = code and accompaniment_id = $1
     where retired_on is null or service_code is not null order by code`,
    [id],
  );
  const rank = (area: Area): number => (weak.includes(area) ? weak.indexOf(area) : weak.length);
  return services.rows
    .map((service) => ({
      ...service,
      score: scores[service.area] ?? null,
      suggested: weak.includes(service.area),
    }))
    .toSorted((left, right) => rank(left.area) - rank(right.area));
}

/** One thing that happened around an accompaniment. */
export interface TimelineEntry {
  at: string;
  kind: 'accompaniment' | 'referral' | 'document' | 'task' | 'session';
  event: string;
  actor: string | null;
  details: Record<string, unknown> | null;
}

const selectTimeline = `
  with this as (select id, project_id, referral_id from accompaniment where id = $1), entries as (
    select at, 'accompaniment' as kind, event, coalesce(actor_name, actor_kind) as actor, details, sequence as place
      from accompaniment_history, this where accompaniment_id = this.id
    union all
    select at, 'referral', event, coalesce(actor_name, actor_kind), details, sequence
      from referral_history, this where referral_history.referral_id = this.referral_id
    union all
    select uploaded_at, 'document', 'uploaded', uploaded_by ->> 'name',
        jsonb_build_object('documentId', document.id, 'kind', document.kind), 0
      from project_document as document, this where document.project_id = this.project_id
    union all
    select done_at, 'task', 'done', done_by, jsonb_build_object('title', title), 0
      from accompaniment_task, this where accompaniment_id = this.id and done_at is not null
    union all
    -- Sessions from before the history was kept.
    select recorded_at, 'session', 'recorded', technician ->> 'name',
        jsonb_build_object('session', session.id, 'minutes', minutes), 0
      from consultancy_session as session, this where accompaniment_id = this.id and not exists (
        select 1 from accompaniment_history as history where history.accompaniment_id = this.id
          and history.event = 'consultancy-recorded' and history.details ->> 'session' = session.id::text)
  )
  select ${isoTimestamp('entries.at')} as at, kind, event, actor, details from entries
  order by entries.at desc, place desc limit 500`;

/** Everything that happened around an accompaniment, the newest first. */
export async function readTimeline({ pool }: Reader, id: string): Promise<TimelineEntry[]> {
  const { rows } = await pool.query<TimelineEntry>({
    name: 'accompaniment-timeline',
    text: selectTimeline,
    values: [id],
  });
  return rows;
}

/** Consultancy of somebody, or with a project, in a period. */
export interface HoursLine {
  id: string;
  name: string;
  sessions: number;
  minutes: number;
  accompaniments: number;
}

const sums = `count(*)::int as sessions, sum(session.minutes)::int as minutes,
  count(distinct session.accompaniment_id)::int as accompaniments`;
const inPeriod = `($1::date is null or held_on >= $1) and ($2::date is null or held_on <= $2)`;

/** Hours by technician or by project, most first. Both days are within the period. */
export async function readHours(
  { pool }: Reader,
  by: 'technician' | 'project',
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<HoursLine[]> {
  const text =
    by === 'technician'
      ? `select session.technician ->> 'id' as id, max(session.technician ->> 'name') as name, ${sums}
         from consultancy_session as session where ${inPeriod} group by 1 order by minutes desc, name`
      : `select project.id, project.name, ${sums}
         from consultancy_session as session join accompaniment on accompaniment.id = accompaniment_id
         join project on project.id = project_id where ${inPeriod} group by 1, 2 order by minutes desc, name`;
  const { rows } = await pool.query<HoursLine>({ name: `hours-by-${by}`, text, values: [from ?? null, to ?? null] });
  return rows;
}
