import { type Database, isoTimestamp } from '@ateneu/persistence';

import type { Explained } from './explanation.ts';

/** One thing that became of an enrolment. */
export interface HistoryLine {
  type: string;
  detail: Record<string, unknown> | null;
  at: string;
  by: { kind: string; id: string; name: string | null };
}

export type ExplainedRow = Explained & { history: HistoryLine[] };

const select = `
  select e.status, e.cancellation_cause as cause, ${isoTimestamp('e.offer_expires_at')} as "offerExpiresAt",
    s.status as "sessionStatus", ${isoTimestamp('s.starts_at')} as "startsAt", s.offer_hours as "offerHours",
    p.place as pool,
    case p.place when 'online' then s.online_capacity when 'room' then s.capacity - s.online_capacity
      else s.capacity end as capacity,
    counted.held, counted.offered, counted.waiting, counted.ahead,
    coalesce((select json_agg(json_build_object('type', h.type, 'detail', h.detail, 'at', ${isoTimestamp('h.at')},
      'by', json_build_object('kind', h.actor_kind, 'id', h.actor_id, 'name', h.actor_name)) order by h.id)
      from enrolment_history h where h.enrolment_id = e.id), '[]') as history
  from enrolment e
    join session s on s.id = e.session_id
    cross join lateral (select case when s.mode = 'hybrid' and s.online_capacity is not null
      then coalesce(e.place, 'room') end as place) p
    cross join lateral (
      select count(*) filter (where o.status in ('confirmed', 'offered', 'attended'))::int as held,
             count(*) filter (where o.status = 'offered')::int as offered,
             count(*) filter (where o.status = 'waiting')::int as waiting,
             count(*) filter (where o.status = 'waiting' and o.arrival < e.arrival)::int as ahead
      from enrolment o
      where o.session_id = e.session_id and (p.place is null or coalesce(o.place, 'room') = p.place)
    ) counted
  where e.id = $1`;

/** What there is to say of one enrolment: where it stands among the others, and what became of it. */
export async function readExplanation({ pool }: Database, id: string): Promise<ExplainedRow | undefined> {
  const { rows } = await pool.query<ExplainedRow>({ name: 'enrolment-explanation', text: select, values: [id] });
  return rows[0];
}
