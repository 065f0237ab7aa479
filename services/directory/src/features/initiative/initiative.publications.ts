import {
  initiativeArchived,
  initiativeProposed,
  initiativePublished,
  initiativeRejected,
  initiativeUnpublished,
  initiativeUpdated,
} from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { Initiative, InitiativeEvent } from './initiative.ts';

type Existing = Exclude<Initiative, { status: 'none' }>;

/** The contract events that a change gives rise to. `state` and `version` are those after the change. */
export function publicationsOf(state: Existing, events: readonly InitiativeEvent[], version: number): Publication[] {
  return events.flatMap((event) => publicationOf(state, event, version) ?? []);
}

function publicationOf(state: Existing, event: InitiativeEvent, version: number): Publication | undefined {
  const meta = { aggregateId: state.id, sequence: version, occurredAt: event.at };
  const personal = state.proposer === undefined ? {} : { personal: { ...state.proposer } };
  const base = { initiativeId: state.id, name: state.details.name };
  switch (event.type) {
    case 'proposed':
      return publication(initiativeProposed, { ...meta, data: { ...base, origin: state.origin.kind, ...personal } });
    case 'published':
      return publication(initiativePublished, { ...meta, data: { ...publicFacts(state), ...personal } });
    case 'edited':
    case 'slug-changed':
      return state.status === 'published'
        ? publication(initiativeUpdated, { ...meta, data: publicFacts(state) })
        : undefined;
    case 'rejected':
      return publication(initiativeRejected, {
        ...meta,
        data: { ...base, reasonCode: event.rejection.reasonCode, note: event.rejection.note, ...personal },
      });
    case 'unpublished':
      return publication(initiativeUnpublished, { ...meta, data: { ...base, slug: slugOfState(state) } });
    case 'archived':
      return publication(initiativeArchived, { ...meta, data: { ...base, slug: slugOfState(state) } });
    case 'review-started':
    case 'recorded':
      return undefined;
  }
}

/** What the public may know of an initiative. */
export function publicFacts(state: Existing) {
  const { details, origin } = state;
  return {
    initiativeId: state.id,
    slug: slugOfState(state),
    name: details.name,
    summary: details.summary ?? details.name,
    legalForm: details.legalForm,
    sectors: [...details.sectors],
    neighbourhood: details.neighbourhood,
    website: details.website,
    // A self-employed person's tax id is that person's identity document.
    taxId: details.legalForm === 'treball-autonom' ? undefined : details.taxId,
    foundedIn: details.foundedIn,
    needs: details.needs === undefined ? undefined : [...details.needs],
    networks: details.networks === undefined ? undefined : [...details.networks],
    projectId: origin.kind === 'entity-created' ? origin.projectId : undefined,
  };
}

function slugOfState(state: Existing): string {
  if (!('slug' in state)) throw new TypeError(`Initiative ${state.id} has no slug yet.`);
  return state.slug;
}
