import { currentActor, type Actor } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';

import { differences, type FieldChange } from './differences.ts';
import type { Initiative, InitiativeEvent } from './initiative.ts';

/** One version of an initiative: what happened, what it changed, when, and by whom. */
export interface Revision {
  initiativeId: string;
  version: number;
  /** The state after it. */
  status: string;
  events: readonly InitiativeEvent[];
  changes: readonly FieldChange[];
  at: Date;
  /** The correction that was applied, where one was. */
  correctionId?: string | undefined;
}

// Given as text, which is read as JSON only once something is to be inserted.
const insertRevisions = `
  insert into initiative_revision
    (initiative_id, version, status, events, changes, at, correction_id, actor_kind, actor_id, actor_name)
  select "initiativeId", version, status, events, changes, at, "correctionId", $2, $3, $4
  from jsonb_to_recordset($1::text::jsonb) as revision ("initiativeId" uuid, version int, status text, events jsonb,
    changes jsonb, at timestamptz, "correctionId" uuid)`;

const insertUnlessThere = `${insertRevisions}
  where not exists (select from initiative_revision where initiative_id = $5 and version = $6)`;

/** Keeps revisions with the commit, each by the actor of the operation in progress. Their initiatives are there by then. */
export function recordRevisions(tx: Transaction, revisions: readonly Revision[]): void {
  tx.atCommit(insertRevisions, valuesOf(revisions));
}

function valuesOf(revisions: readonly Revision[]): unknown[] {
  const actor: Actor = currentActor();
  const rows = revisions.map((revision) => ({ ...revision, events: revision.events.map(withoutPersonalData) }));
  return [JSON.stringify(rows), actor.kind, actor.id, 'name' in actor ? actor.name : null];
}

/** The revision that leads from one state to the next. */
export function revisionBetween(
  before: Initiative,
  after: Exclude<Initiative, { status: 'none' }>,
  events: readonly InitiativeEvent[],
  version: number,
  correctionId?: string,
): Revision {
  const last = events.at(-1);
  if (last === undefined) throw new TypeError('A revision is made of events.');
  return {
    initiativeId: after.id,
    version,
    status: after.status,
    events,
    changes: differences(before.status === 'none' ? {} : before.details, after.details),
    at: last.at,
    correctionId,
  };
}

/**
 * An initiative that an older version of this service wrote last has no revision of its present version: its state as
 * it was found becomes the one that the history goes on from. Nobody waits to hear that there is one, as there nearly always
 * is: it would be a round trip of its own.
 */
export function recordBaseline(
  tx: Transaction,
  state: Exclude<Initiative, { status: 'none' }>,
  version: number,
  at: Date,
): void {
  const { proposer: _, ...recorded } = state;
  const { id, status } = state;
  const events = [{ type: 'recorded' as const, state: recorded, at }];
  const revision = { initiativeId: id, version, status, events, changes: [], at };
  tx.atCommit(insertUnlessThere, [...valuesOf([revision]), id, version]);
}

/** Who proposed it is kept once, in the row, where it can be erased. */
function withoutPersonalData(event: InitiativeEvent): InitiativeEvent {
  return event.type === 'proposed' ? { ...event, proposer: undefined } : event;
}
