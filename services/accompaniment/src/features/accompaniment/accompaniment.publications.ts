import {
  accompanimentAbandoned,
  accompanimentAssigned,
  accompanimentCompleted,
  accompanimentPaused,
  accompanimentPhaseCompleted,
  accompanimentReopened,
  accompanimentResumed,
  accompanimentStarted,
  consultancyRecorded,
  consultancyRemoved,
  entityCreated,
} from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { ProjectContact } from '../project/index.ts';
import type { AccompanimentEvent, ExistingAccompaniment } from './accompaniment.ts';
import type { KnownSession } from './session.store.ts';

/** What events tell besides the accompaniment itself. */
export interface Around {
  /** The codes of the itinerary's phases. */
  phases: readonly string[];
  projectName: string;
  contact: ProjectContact | undefined;
  /** The session that is corrected, and how many times it was said. */
  known?: KnownSession | undefined;
}

/**
 * The contract events that one domain event gives rise to. A plan is internal; a created entity is an event of its own
 * besides the end of the accompaniment.
 *
 * @param state the accompaniment right after the event
 * @param sequence its version then
 * @param around what the event tells besides
 */
export function publicationsOf(
  state: ExistingAccompaniment,
  event: AccompanimentEvent,
  sequence: number,
  around: Around,
): Publication[] {
  const meta = { aggregateId: state.id, sequence, occurredAt: event.at };
  const data = { accompanimentId: state.id, projectId: state.projectId, modality: state.modality };
  switch (event.type) {
    case 'planned':
    case 'phase-reopened':
    case 'diagnosed':
    case 'classified':
      return [];
    case 'assigned':
      return [assignmentOf(state, event, meta, around)];
    case 'phase-completed':
      return [
        publication(accompanimentPhaseCompleted, {
          ...meta,
          data: {
            ...data,
            phase: event.phase,
            itineraryVersion: state.itineraryVersion,
            completed: state.completedPhases.length,
            phases: around.phases.length,
          },
        }),
      ];
    case 'reopened':
      return [publication(accompanimentReopened, { ...meta, data: { ...data, reason: event.reason } })];
    case 'started':
      return [publication(accompanimentStarted, { ...meta, data: { ...data, referralId: state.referralId } })];
    case 'paused':
      return [publication(accompanimentPaused, { ...meta, data })];
    case 'resumed':
      return [publication(accompanimentResumed, { ...meta, data })];
    case 'consultancy-recorded':
    case 'consultancy-corrected':
      return [consultancyOf(state, event, (around.known?.version ?? 0) + 1)];
    case 'consultancy-removed':
      return [
        publication(consultancyRemoved, {
          aggregateId: event.session.id,
          sequence: (around.known?.version ?? 1) + 1,
          occurredAt: event.at,
          data: { consultancyId: event.session.id, accompanimentId: state.id, projectId: state.projectId },
        }),
      ];
    case 'completed':
    case 'outcome-corrected': {
      const ended = { ...data, outcome: event.outcome.kind, minutes: state.minutes };
      return [
        publication(accompanimentCompleted, { ...meta, data: ended }),
        // A corrected entity is told anew, under a higher sequence.
        ...createdEntityOf(state, event, sequence),
      ];
    }
    case 'abandoned':
      return [publication(accompanimentAbandoned, { ...meta, data: { ...data, reasonCode: event.reason } })];
  }
}

function assignmentOf(
  state: ExistingAccompaniment,
  { technician }: Extract<AccompanimentEvent, { type: 'assigned' }>,
  meta: { aggregateId: string; sequence: number; occurredAt: Date },
  { contact, projectName }: Around,
): Publication {
  const { id: accompanimentId, projectId, modality } = state;
  const told =
    contact === undefined
      ? undefined
      : { name: contact.name, email: contact.email, language: contact.language, projectName };
  return publication(accompanimentAssigned, {
    ...meta,
    data: { accompanimentId, projectId, modality, personal: { technician, contact: told } },
  });
}

function consultancyOf(
  state: ExistingAccompaniment,
  { session, at }: Extract<AccompanimentEvent, { type: 'consultancy-recorded' | 'consultancy-corrected' }>,
  sequence: number,
): Publication {
  return publication(consultancyRecorded, {
    aggregateId: session.id,
    sequence,
    occurredAt: at,
    data: {
      consultancyId: session.id,
      accompanimentId: state.id,
      projectId: state.projectId,
      heldOn: session.heldOn,
      minutes: session.minutes,
    },
  });
}

/** The entity is the project's: what it becomes is told under the project's id. */
function createdEntityOf(
  state: ExistingAccompaniment,
  { outcome, at }: Extract<AccompanimentEvent, { type: 'completed' | 'outcome-corrected' }>,
  sequence: number,
): Publication[] {
  if (outcome.kind !== 'entity-created') return [];
  const { name, taxId, legalForm, constitutedOn, sectors, neighbourhood } = outcome.entity;
  return [
    publication(entityCreated, {
      aggregateId: state.projectId,
      sequence,
      occurredAt: at,
      data: {
        projectId: state.projectId,
        accompanimentId: state.id,
        name,
        taxId,
        legalForm,
        constitutedOn,
        sectors: [...sectors],
        neighbourhood,
      },
    }),
  ];
}
