import {
  intakeAccepted,
  intakeAcknowledged,
  intakeConfirmed,
  intakeDeclined,
  intakeLeadReceived,
  intakeMeetingSet,
  intakeReceived,
  intakeReferred,
} from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { ExistingIntake, IntakeEvent, Lead } from './intake.ts';

/**
 * The contract event that a domain event gives rise to.
 *
 * @param state the request right after the event
 * @param sequence its version then
 * @param confirmUrl where the person confirms the address; with `received`
 */
export function publicationOf(
  state: ExistingIntake,
  event: IntakeEvent,
  sequence: number,
  confirmUrl: string | undefined,
): Publication {
  const meta = { aggregateId: state.id, sequence, occurredAt: event.at };
  const { name, email, language } = state.person;
  const personal = { name, email, language, projectName: state.project.name };
  const data = {
    intakeId: state.id,
    modality: state.modality,
    state: state.status,
    neighbourhood: state.project.neighbourhood,
    sector: state.project.sector,
    personal,
  };
  switch (event.type) {
    case 'received':
      if (state.lead !== undefined) return leadOf(state, state.lead, meta);
      if (confirmUrl === undefined) throw new TypeError('A request is received with the link that confirms it.');
      return publication(intakeReceived, { ...meta, data: { ...data, personal: { ...personal, confirmUrl } } });
    case 'confirmed':
      return publication(intakeConfirmed, { ...meta, data });
    case 'acknowledged':
      return publication(intakeAcknowledged, { ...meta, data });
    case 'meeting-set': {
      const { startsAt, place, technician } = event.meeting;
      const met = { ...personal, technicianName: technician.name };
      return publication(intakeMeetingSet, {
        ...meta,
        data: { ...data, startsAt: startsAt.toISOString(), place, personal: met },
      });
    }
    case 'accepted':
      return publication(intakeAccepted, { ...meta, data: { ...data, projectId: event.projectId } });
    case 'declined':
      return publication(intakeDeclined, { ...meta, data: { ...data, reasonCode: event.reason, note: event.note } });
    case 'referred':
      return publication(intakeReferred, { ...meta, data: { ...data, referralId: event.referralId } });
  }
}

function leadOf(
  { id, person }: ExistingIntake,
  { sessionId, title }: Lead,
  meta: { aggregateId: string; sequence: number; occurredAt: Date },
): Publication {
  const { name, email, language } = person;
  return publication(intakeLeadReceived, {
    ...meta,
    data: { intakeId: id, sessionId, title, personal: { name, email, language } },
  });
}
