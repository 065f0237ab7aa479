import { currentActor, newId } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';

import type { ProjectContact } from '../project/index.ts';
import { accompanimentDecider } from './accompaniment.decide.ts';
import { type Around as Told, publicationsOf } from './accompaniment.publications.ts';
import type { Accompaniment, AccompanimentEvent, ConsultancySession } from './accompaniment.ts';
import { isSessionEvent, keepSession, readSession } from './session.store.ts';

/** What a decision is made from, and its events tell, besides the accompaniment itself. */
export interface Around extends Told {
  /** The tasks that the itinerary brings, by phase. */
  tasks: readonly { phase: string; title: string }[];
  /** The session that is asked for, as it stands. */
  session?: ConsultancySession | undefined;
}

interface Phase {
  code: string;
  tasks?: { code: string; name: { ca: string } }[];
}

/**
 * Reads the itinerary that an accompaniment follows, whom of its project there is to tell, and a session where one is
 * asked for.
 *
 * @throws DomainError `accompaniment.session.not-found`
 */
export async function readAround(
  tx: Transaction,
  of: { id: string; projectId: string; modality: string; itineraryVersion: number },
  sessionId?: string,
): Promise<Around> {
  const { projectId, modality, itineraryVersion } = of;
  const [row] = await tx.query<{ phases: Phase[]; name: string; contact: ProjectContact | null }>(
    `select phases, project.name, contact from project, itinerary_template
     where project.id = $1 and modality = $2 and itinerary_template.version = $3`,
    [projectId, modality, itineraryVersion],
  );
  if (row === undefined) throw new TypeError(`There is no itinerary ${modality} ${itineraryVersion}.`);
  const known = sessionId === undefined ? undefined : await readSession(tx, of.id, sessionId);
  return {
    known,
    session: known?.session,
    phases: row.phases.map(({ code }) => code),
    tasks: row.phases.flatMap(({ code, tasks = [] }) => tasks.map(({ name }) => ({ phase: code, title: name.ca }))),
    projectName: row.name,
    contact: row.contact ?? undefined,
  };
}

/** Gives a new accompaniment the tasks of its itinerary. */
export async function copyTasks(tx: Transaction, id: string, tasks: Around['tasks'], at: Date): Promise<void> {
  for (const { phase, title } of tasks) {
    await tx.query(
      `insert into accompaniment_task (id, accompaniment_id, phase, title, created_at) values ($1, $2, $3, $4, $5)`,
      [newId(), id, phase, title, at],
    );
  }
}

/** Writes each event's history row, audit record and what is kept of it, and publishes it with the state right after it. */
export async function recordEvents(
  tx: Transaction,
  before: Accompaniment,
  events: readonly AccompanimentEvent[],
  { version, around }: { version: number; around: Around },
): Promise<void> {
  // The history refers to the row, which the ORM would otherwise write last.
  await tx.em.flush();
  const actor = currentActor();
  let state = before;
  let sequence = version;
  for (const event of events) {
    state = accompanimentDecider.evolve(state, event);
    sequence += 1;
    if (state.status === 'none') continue;
    if (isSessionEvent(event)) {
      await keepSession(tx, { accompanimentId: state.id, projectId: state.projectId }, event, around.known);
    }
    if (event.type === 'diagnosed') await insertDiagnosis(tx, state.id, event);
    await tx.query(
      `insert into accompaniment_history (accompaniment_id, sequence, event, at, actor_kind, actor_name, details)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [state.id, sequence, event.type, event.at, actor.kind, 'name' in actor ? actor.name : null, detailsOf(event)],
    );
    await tx.audit({ action: event.type, subjectType: 'accompaniment', subjectId: state.id });
    publishAll(tx, publicationsOf(state, event, sequence, around));
  }
}

/** What the history tells of an event besides its name. Staff are named in it, people of the group are not. */
function detailsOf(event: AccompanimentEvent): string | null {
  switch (event.type) {
    case 'planned':
      return JSON.stringify({ technician: event.plan.technician.name, itinerary: event.plan.itineraryVersion });
    case 'assigned':
      return JSON.stringify({ technician: event.technician.name });
    case 'phase-completed':
    case 'phase-reopened':
      return JSON.stringify({ phase: event.phase });
    case 'consultancy-recorded':
      return JSON.stringify({ session: event.session.id, minutes: event.session.minutes });
    case 'consultancy-corrected': {
      const { before, session, why } = event;
      return JSON.stringify({ session: session.id, minutes: session.minutes, before: before.minutes, why });
    }
    case 'consultancy-removed':
      return JSON.stringify({ session: event.session.id, before: event.session.minutes, why: event.why });
    case 'diagnosed':
      return JSON.stringify({ moment: event.diagnosis.moment, scores: event.diagnosis.scores });
    case 'classified':
      return JSON.stringify({ actuacio: event.actuacio });
    case 'completed':
      return JSON.stringify({ outcome: event.outcome });
    case 'outcome-corrected':
      return JSON.stringify({ outcome: event.outcome, why: event.why });
    case 'reopened':
      return JSON.stringify({ reason: event.reason });
    case 'abandoned':
      return JSON.stringify({ reasonCode: event.reason });
    default:
      return null;
  }
}

async function insertDiagnosis(
  tx: Transaction,
  accompanimentId: string,
  { diagnosis, at }: Extract<AccompanimentEvent, { type: 'diagnosed' }>,
): Promise<void> {
  const { id, moment, scores, note, madeOn, by } = diagnosis;
  await tx.query(
    `insert into diagnosis (id, accompaniment_id, moment, scores, note, made_on, made_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, accompanimentId, moment, JSON.stringify(scores), note ?? null, madeOn, JSON.stringify(by), at],
  );
}
