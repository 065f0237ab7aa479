import type { Database } from '@ateneu/persistence';
import type { FunderCall } from '@ateneu/reference-data';

import type { AccompanimentFact, EntityFact, InsertionFact, JustificationFacts } from './justification.types.ts';

const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;
const localDay = (column: string): string => `to_char(${column} at time zone 'Europe/Madrid', 'YYYY-MM-DD')`;

const selectAccompaniments = `
  with held as (
    select * from consultancy_session where held_on between $1 and $2
  ), sums as (
    select accompaniment_id as id, min(held_on) as first, max(held_on) as last, sum(minutes)::int as minutes,
      bool_or(people > cardinality(member_ids)) as unnamed
    from held group by 1
  )
  select accompaniment.id, accompaniment.modality, accompaniment.actuacio, project.name as "projectName",
    project.description, profile ->> 'recipient' as recipient, profile ->> 'entityName' as "entityName",
    profile ->> 'taxId' as "taxId", profile ->> 'legalForm' as "legalForm", profile ->> 'municipality' as municipality,
    ${localDay('started_at')} as "startedOn", ${localDay('ended_at')} as "endedOn",
    ${day('sums.first')} as "firstSessionOn", ${day('sums.last')} as "lastSessionOn", sums.minutes,
    sums.unnamed as "hasUnnamed",
    coalesce((select json_agg(json_build_object('id', member.id, 'name', person ->> 'name',
        'surnames', person ->> 'surnames', 'idDocument', person ->> 'idDocument', 'gender', person ->> 'gender',
        'bornOn', person ->> 'bornOn', 'municipality', person ->> 'municipality', 'email', person ->> 'email',
        'phone', person ->> 'phone') order by person ->> 'surnames', person ->> 'name', member.id)
      from project_member as member where member.id in (
        select unnest(member_ids) from held where accompaniment_id = accompaniment.id)), '[]') as participants,
    (select count(*)::int from project_document
      where project_document.project_id = project.id and removed_at is null) as documents
  from sums join accompaniment using (id) join project on project.id = project_id
  order by sums.first, accompaniment.id`;

const selectInsertions = `
  select insertion.id, accompaniment_id as "accompanimentId", project.name as "projectName",
    coalesce(outcome -> 'entity' ->> 'taxId', profile ->> 'taxId') as "taxId", person ->> 'name' as name,
    person ->> 'surnames' as surnames, person ->> 'idDocument' as "idDocument", person ->> 'gender' as gender,
    person ->> 'bornOn' as "bornOn", person ->> 'municipality' as municipality, contract_type as "contractType",
    ${day('starts_on')} as "startsOn", ${day('ends_on')} as "endsOn"
  from job_insertion as insertion join accompaniment on accompaniment.id = accompaniment_id
  join project on project.id = project_id
  where voided_at is null and starts_on between $1 and $2 order by starts_on, insertion.id`;

const selectEntities = `
  select accompaniment.id as "accompanimentId", project.id as "projectId", project.name as "projectName", outcome -> 'entity' ->> 'name' as name,
    outcome -> 'entity' ->> 'taxId' as "taxId", outcome -> 'entity' ->> 'legalForm' as "legalForm",
    case when contact is not null then json_build_object('name', contact ->> 'name', 'email', contact ->> 'email',
      'phone', contact ->> 'phone') end as contact
  from accompaniment join project on project.id = project_id
  where accompaniment.status = 'completed' and outcome ->> 'kind' = 'entity-created'
    and (outcome -> 'entity' ->> 'constitutedOn')::date between $1 and $2
  order by outcome -> 'entity' ->> 'constitutedOn', accompaniment.id`;

/** What was done in the period of a call, as its rows are made of. All of one moment: the sheets count each other's rows. */
export async function readFacts({ pool }: Pick<Database, 'pool'>, call: FunderCall): Promise<JustificationFacts> {
  const values = [call.startsOn, call.endsOn];
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const accompaniments = await client.query<AccompanimentFact>({
      name: 'facts-accompaniments',
      text: selectAccompaniments,
      values,
    });
    const insertions = await client.query<InsertionFact>({ name: 'facts-insertions', text: selectInsertions, values });
    const entities = await client.query<EntityFact>({ name: 'facts-entities', text: selectEntities, values });
    await client.query('commit');
    client.release();
    return { accompaniments: accompaniments.rows, insertions: insertions.rows, entities: entities.rows };
  } catch (error) {
    // Its transaction ends with the connection.
    client.release(true);
    throw error;
  }
}
