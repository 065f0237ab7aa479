import {
  accompanimentAbandoned,
  accompanimentCompleted,
  accompanimentPaused,
  accompanimentResumed,
  accompanimentStarted,
  consultancyRecorded,
  entityCreated,
} from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { AccompanimentEvent, ExistingAccompaniment } from './accompaniment.ts';

/**
 * The contract events that one domain event gives rise to. A plan is internal; a created entity is an event of its own
 * besides the end of the accompaniment.
 *
 * @param state the accompaniment right after the event
 * @param sequence its version then
 */
export function publicationsOf(
  state: ExistingAccompaniment,
  event: AccompanimentEvent,
  sequence: number,
): Publication[] {
  const meta = { aggregateId: state.id, sequence, occurredAt: event.at };
  const data = { accompanimentId: state.id, projectId: state.projectId, modality: state.modality };
  switch (event.type) {
    case 'planned':
      return [];
    case 'started':
      return [publication(accompanimentStarted, { ...meta, data: { ...data, referralId: state.referralId } })];
    case 'paused':
      return [publication(accompanimentPaused, { ...meta, data })];
    case 'resumed':
      return [publication(accompanimentResumed, { ...meta, data })];
    case 'consultancy-recorded':
      return [consultancyOf(state, event)];
    case 'completed': {
      const ended = { ...data, outcome: event.outcome.kind, minutes: state.minutes };
      return [
        publication(accompanimentCompleted, { ...meta, data: ended }),
        ...createdEntityOf(state, event, sequence),
      ];
    }
    case 'abandoned':
      return [publication(accompanimentAbandoned, { ...meta, data: { ...data, reasonCode: event.reason } })];
  }
}

function consultancyOf(
  state: ExistingAccompaniment,
  { session, at }: Extract<AccompanimentEvent, { type: 'consultancy-recorded' }>,
): Publication {
  return publication(consultancyRecorded, {
    aggregateId: session.id,
    sequence: 1,
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
  { outcome, at }: Extract<AccompanimentEvent, { type: 'completed' }>,
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
