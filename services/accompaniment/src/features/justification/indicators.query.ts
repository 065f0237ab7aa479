import { type Database, isoTimestamp } from '@ateneu/persistence';
import type { FunderCall } from '@ateneu/reference-data';

/** What the ateneu promises the funder, as people read it. */
export const indicators = {
  accompaniments: {
    ca: 'Acompanyaments amb sessions',
    es: 'Acompañamientos con sesiones',
    en: 'Accompaniments with sessions',
  },
  hours: { ca: 'Hores d’acompanyament', es: 'Horas de acompañamiento', en: 'Hours of accompaniment' },
  participants: { ca: 'Persones acompanyades', es: 'Personas acompañadas', en: 'People accompanied' },
  women: { ca: 'Dones acompanyades', es: 'Mujeres acompañadas', en: 'Women accompanied' },
  'entities-created': { ca: 'Entitats creades', es: 'Entidades creadas', en: 'Entities created' },
  'cooperatives-created': { ca: 'Cooperatives creades', es: 'Cooperativas creadas', en: 'Cooperatives created' },
  transformed: {
    ca: 'Formes jurídiques transformades',
    es: 'Formas jurídicas transformadas',
    en: 'Legal forms transformed',
  },
  consolidated: { ca: 'Entitats consolidades', es: 'Entidades consolidadas', en: 'Entities consolidated' },
  'job-insertions': { ca: 'Insercions laborals', es: 'Inserciones laborales', en: 'Job insertions' },
  'referrals-received': { ca: 'Derivacions rebudes', es: 'Derivaciones recibidas', en: 'Referrals received' },
  'referrals-made': { ca: 'Derivacions fetes', es: 'Derivaciones hechas', en: 'Referrals made' },
} as const;
export type Indicator = keyof typeof indicators;
export const indicatorNames = Object.keys(indicators) as Indicator[];

/** What was promised, by indicator. */
export type Targets = Partial<Record<Indicator, number>>;

/** How an indicator stands. */
export interface IndicatorLine {
  indicator: Indicator;
  value: number;
  target: number | null;
  setBy: string | null;
  setAt: string | null;
}

const inPeriod = (column: string): string => `${column} between $1::date and $2::date`;
const local = (column: string): string => `(${column} at time zone 'Europe/Madrid')::date`;
const took = `select unnest(member_ids) from consultancy_session where ${inPeriod('held_on')}`;
const ended = (kind: string): string =>
  `select count(*) from accompaniment where status = 'completed' and outcome ->> 'kind' = '${kind}' and ${inPeriod(local('ended_at'))}`;
const created = `from accompaniment where status = 'completed' and outcome ->> 'kind' = 'entity-created'
  and ${inPeriod(`(outcome -> 'entity' ->> 'constitutedOn')::date`)}`;

const values: Readonly<Record<Indicator, string>> = {
  accompaniments: `select count(distinct accompaniment_id) from consultancy_session where ${inPeriod('held_on')}`,
  hours: `select coalesce(round(sum(minutes) / 60.0), 0) from consultancy_session where ${inPeriod('held_on')}`,
  participants: `select count(distinct id) from project_member where id in (${took})`,
  women: `select count(distinct id) from project_member where person ->> 'gender' = 'woman' and id in (${took})`,
  'entities-created': `select count(*) ${created}`,
  'cooperatives-created': `select count(*) ${created} and outcome -> 'entity' ->> 'legalForm' like 'cooperativa-%'`,
  transformed: ended('legal-form-transformed'),
  consolidated: ended('consolidated'),
  'job-insertions': `select count(*) from job_insertion where voided_at is null and ${inPeriod('starts_on')}`,
  'referrals-received': `select count(*) from referral where direction = 'inbound' and ${inPeriod(local('sent_at'))}`,
  'referrals-made': `select count(*) from referral where direction = 'outbound' and ${inPeriod(local('sent_at'))}`,
};
const selectValues = indicatorNames
  .map((name, place) => `select ${place} as place, '${name}' as indicator, (${values[name]})::int as value`)
  .join(' union all ');

/** Every indicator of a call as it stands now, beside what was promised. */
export async function readIndicators({ pool }: Pick<Database, 'pool'>, call: FunderCall): Promise<IndicatorLine[]> {
  const { rows } = await pool.query<IndicatorLine>({
    name: 'indicators',
    text: `select counted.indicator, value, target, set_by as "setBy", ${isoTimestamp('set_at')} as "setAt"
      from (${selectValues}) as counted
      left join funder_target on call_code = $3 and funder_target.indicator = counted.indicator order by place`,
    values: [call.startsOn, call.endsOn, call.code],
  });
  return rows;
}

/** How often the targets of a call were set. */
export async function readTargetVersion({ pool }: Pick<Database, 'pool'>, { code }: FunderCall): Promise<number> {
  const { rows } = await pool.query<{ version: number }>({
    name: 'target-version',
    text: 'select version from funder_target_version where call_code = $1',
    values: [code],
  });
  return rows[0]?.version ?? 0;
}

/** What was promised for a call: the indicators that somebody set. */
export async function readTargets({ pool }: Pick<Database, 'pool'>, { code }: FunderCall): Promise<Targets> {
  const { rows } = await pool.query<{ indicator: Indicator; target: number }>({
    name: 'targets',
    text: 'select indicator, target from funder_target where call_code = $1 order by indicator',
    values: [code],
  });
  return Object.fromEntries(rows.map(({ indicator, target }) => [indicator, target]));
}
