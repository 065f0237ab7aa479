import type { Database } from '@ateneu/persistence';

/** What a project needs of a partner. */
export interface Need {
  modality?: string | undefined;
  sector?: string | undefined;
  neighbourhood?: string | undefined;
}

/** A partner that might take the project on. */
export interface Suggestion {
  id: string;
  name: string;
  /** Which of the needs it names itself, as what it takes on. */
  matches: ('modality' | 'sector' | 'neighbourhood')[];
  /** Referrals that wait for it or are under way with it. */
  open: number;
  /** Of the last year's answers, in percent; null where it gave none. */
  acceptedPercent: number | null;
  /** The median days to an answer in the last year; null where it gave none. */
  answerDays: number | null;
}

// A list that is not there means everything, and ranks below one that names the need.
const fits = (list: string, value: string): string =>
  `(${value}::text is null or accepts -> '${list}' is null or accepts -> '${list}' ? ${value})`;
const names = (list: string, value: string): string =>
  `(${value}::text is not null and coalesce(accepts -> '${list}' ? ${value}, false))`;

const selectSuggestions = `
  with fitting as (
    select id, name, array_remove(array[
      case when ${names('modalities', '$1')} then 'modality' end,
      case when ${names('sectors', '$2')} then 'sector' end,
      case when ${names('neighbourhoods', '$3')} then 'neighbourhood' end], null) as matches
    from partner where status <> 'suspended'
      and ${fits('modalities', '$1')} and ${fits('sectors', '$2')} and ${fits('neighbourhoods', '$3')}
  ), answered as (
    select partner_id, status, extract(epoch from (select min(at) from referral_history as answer
        where answer.referral_id = referral.id and answer.event in ('accepted', 'declined')) - sent_at) / 86400 as days
    from referral where direction = 'outbound' and sent_at > $4
      and status in ('accepted', 'declined', 'in-progress', 'closed')
  )
  select fitting.id, fitting.name, matches,
    (select count(*)::int from referral where partner_id = fitting.id and direction = 'outbound'
      and status in ('sent', 'received', 'accepted', 'in-progress')) as open,
    (select round(100.0 * count(*) filter (where status <> 'declined') / nullif(count(*), 0))::int
      from answered where partner_id = fitting.id) as "acceptedPercent",
    (select round(percentile_cont(0.5) within group (order by days)::numeric, 1)::float
      from answered where partner_id = fitting.id) as "answerDays"
  from fitting order by cardinality(matches) desc, open, lower(fitting.name) limit 20`;

const yearMs = 365 * 24 * 60 * 60 * 1_000;

/** Partners that take on what a project needs: those that name it first, then those with less open. */
export async function suggestPartners({ pool }: Pick<Database, 'pool'>, need: Need, now: Date): Promise<Suggestion[]> {
  const { rows } = await pool.query<Suggestion>({
    name: 'partner-suggestions',
    text: selectSuggestions,
    values: [need.modality ?? null, need.sector ?? null, need.neighbourhood ?? null, new Date(now.getTime() - yearMs)],
  });
  return rows;
}
