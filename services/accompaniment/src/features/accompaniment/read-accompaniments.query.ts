import type { LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';

import { type Page, type PagedRow, pageFrom, placeOf } from '../../paging.ts';
import { type ProjectView, readProject } from '../project/index.ts';
import type { AbandonReason, Modality, Technician } from './accompaniment.ts';
import type { AccompanimentStatus } from './accompaniment-transitions.ts';
import type { Scores } from './diagnosis.ts';
import type { Outcome } from './outcome.ts';

/** One line of the list. */
export interface AccompanimentLine {
  id: string;
  projectId: string;
  version: number;
  status: AccompanimentStatus;
  projectName: string;
  modality: Modality;
  technician: Technician;
  referralId: string | null;
  minutes: number;
  createdAt: string;
  updatedAt: string;
}

const lineColumns = `
  accompaniment.id, project_id as "projectId", accompaniment.version, accompaniment.status, project.name as "projectName",
  modality, technician, referral_id as "referralId", minutes, ${isoTimestamp('accompaniment.created_at')} as "createdAt",
  ${isoTimestamp('accompaniment.updated_at')} as "updatedAt"`;

const selectLines = `
  select ${lineColumns}, accompaniment.created_at::text as "createdExact"
  from accompaniment join project on project.id = project_id
  where ($1::text is null or accompaniment.status = $1) and ($2::text is null or technician ->> 'id' = $2)
    and ($3::uuid is null or project_id = $3)
    and ($4::timestamptz is null or (accompaniment.created_at, accompaniment.id) < ($4, $5::uuid))
  order by accompaniment.created_at desc, accompaniment.id desc limit $6`;

/**
 * Accompaniments, newest first.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readAccompanimentLines(
  { pool }: Database,
  filter: {
    status?: AccompanimentStatus | undefined;
    technicianId?: string | undefined;
    projectId?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<Page<AccompanimentLine>> {
  const { rows } = await pool.query<AccompanimentLine & PagedRow>({
    name: 'accompaniments',
    text: selectLines,
    values: [
      filter.status ?? null,
      filter.technicianId ?? null,
      filter.projectId ?? null,
      ...placeOf(filter.cursor),
      filter.limit + 1,
    ],
  });
  return pageFrom(rows, filter.limit);
}

/** A consultancy session as staff read it. */
export interface SessionView {
  id: string;
  heldOn: string;
  minutes: number;
  technician: Technician;
  people: number;
  memberIds?: string[];
  objective: string;
  result?: string;
}

/** An itinerary in one version. */
export interface Itinerary {
  modality: Modality;
  version: number;
  phases: {
    code: string;
    name: LocalizedText;
    objectives?: LocalizedText[];
    tasks?: { code: string; name: LocalizedText }[];
  }[];
}

/** Something to do. */
export interface TaskView {
  id: string;
  phase: string | null;
  title: string;
  dueOn: string | null;
  doneAt: string | null;
}

/** A look at a project's needs. */
export interface DiagnosisView {
  id: string;
  moment: 'before' | 'after';
  scores: Scores;
  note: string | null;
  madeOn: string;
  by: Technician;
}

/** An accompaniment with all that belongs to it. */
export interface AccompanimentView extends Omit<AccompanimentLine, 'projectName'> {
  project: ProjectView;
  itinerary: Itinerary;
  outcome: Outcome | null;
  reasonCode: AbandonReason | null;
  note: string | null;
  startedAt: string | null;
  endedAt: string | null;
  sessions: SessionView[];
  completedPhases: string[];
  actuacio: string | null;
  tasks: TaskView[];
  diagnoses: DiagnosisView[];
}

const selectOne = `
  select ${lineColumns}, outcome, reason as "reasonCode", note, ${isoTimestamp('started_at')} as "startedAt",
    ${isoTimestamp('ended_at')} as "endedAt",
    (select json_build_object('modality', modality, 'version', version, 'phases', phases) from itinerary_template
      where itinerary_template.modality = accompaniment.modality and version = itinerary_version) as itinerary,
    coalesce((select json_agg(json_strip_nulls(json_build_object('id', id, 'heldOn', held_on, 'minutes', minutes,
        'technician', technician, 'people', people,
        'memberIds', case when member_ids <> '{}' then member_ids end, 'objective', objective, 'result', result)) order by held_on, id)
      from consultancy_session where accompaniment_id = accompaniment.id), '[]') as sessions,
    completed_phases as "completedPhases", actuacio,
    coalesce((select json_agg(json_build_object('id', id, 'phase', phase, 'title', title, 'dueOn', due_on,
        'doneAt', ${isoTimestamp('done_at')}) order by created_at, id)
      from accompaniment_task where accompaniment_id = accompaniment.id), '[]') as tasks,
    coalesce((select json_agg(json_build_object('id', id, 'moment', moment, 'scores', scores, 'note', note,
        'madeOn', made_on, 'by', made_by) order by recorded_at, id)
      from diagnosis where accompaniment_id = accompaniment.id), '[]') as diagnoses
  from accompaniment join project on project.id = project_id where accompaniment.id = $1`;

/** One accompaniment; `undefined` where there is none. */
export async function readAccompaniment(database: Database, id: string): Promise<AccompanimentView | undefined> {
  const { rows } = await database.pool.query<Omit<AccompanimentView, 'project'>>({
    name: 'accompaniment',
    text: selectOne,
    values: [id],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const project = await readProject(database, row.projectId);
  if (project === undefined) return undefined;
  return { ...row, project };
}

/** Every itinerary in its current version. */
export async function readItineraries({ pool }: Database): Promise<Itinerary[]> {
  const { rows } = await pool.query<Itinerary>({
    name: 'itineraries',
    text: `select distinct on (modality) modality, version, phases from itinerary_template
      order by modality, version desc`,
  });
  return rows;
}
