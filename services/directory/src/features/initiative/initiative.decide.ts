import { assertNever, type Decider } from '@ateneu/kernel';

import { differences } from './differences.ts';
import { initiativeNotFound, initiativeSummaryMissing, initiativeWrongState } from './initiative.errors.ts';
import {
  evolve,
  initialInitiative,
  type Initiative,
  type InitiativeDetails,
  type InitiativeEvent,
  type Origin,
  type Proposer,
  type Rejection,
} from './initiative.ts';

export type InitiativeCommand =
  | {
      type: 'propose';
      id: string;
      details: InitiativeDetails;
      origin: Origin;
      proposer?: Proposer | undefined;
      at: Date;
    }
  | { type: 'start-review'; at: Date }
  | { type: 'edit'; details: InitiativeDetails; at: Date }
  | { type: 'reject'; rejection: Rejection; at: Date }
  /** `slug` is only used the first time. */
  | { type: 'publish'; slug: string; at: Date }
  | { type: 'unpublish'; at: Date }
  | { type: 'archive'; at: Date }
  | { type: 'change-slug'; slug: string; at: Date };

/**
 * Decides what a command does to an initiative.
 *
 * @throws DomainError `directory.initiative.not-found`, `.wrong-state` or `.summary-missing`
 */
export function decide(command: InitiativeCommand, state: Initiative): InitiativeEvent[] {
  if (command.type === 'propose') {
    if (state.status !== 'none') throw initiativeWrongState({ status: state.status });
    const { id, details, origin, proposer, at } = command;
    return [{ type: 'proposed', id, details, origin, proposer, at }];
  }
  if (state.status === 'none') throw initiativeNotFound();
  switch (command.type) {
    case 'start-review':
      if (state.status === 'in-review') return [];
      allow(state, ['proposed']);
      return [{ type: 'review-started', at: command.at }];
    case 'edit':
      allow(state, ['proposed', 'in-review', 'published', 'unpublished']);
      if (state.status === 'published' && command.details.summary === undefined) throw initiativeSummaryMissing();
      if (differences(state.details, command.details).length === 0) return [];
      return [{ type: 'edited', details: command.details, at: command.at }];
    case 'reject':
      allow(state, ['in-review']);
      return [{ type: 'rejected', rejection: command.rejection, at: command.at }];
    case 'publish':
      if (state.status === 'published') return [];
      allow(state, ['in-review', 'unpublished']);
      if (state.details.summary === undefined) throw initiativeSummaryMissing();
      return [{ type: 'published', slug: command.slug, at: command.at }];
    case 'unpublish':
      if (state.status === 'unpublished') return [];
      allow(state, ['published']);
      return [{ type: 'unpublished', at: command.at }];
    case 'archive':
      if (state.status === 'archived') return [];
      allow(state, ['unpublished']);
      return [{ type: 'archived', at: command.at }];
    case 'change-slug':
      if (!('slug' in state) || state.status === 'archived') throw initiativeWrongState({ status: state.status });
      if (state.slug === command.slug) return [];
      return [{ type: 'slug-changed', from: state.slug, slug: command.slug, at: command.at }];
    default:
      return assertNever(command);
  }
}

function allow(state: Initiative, statuses: readonly Initiative['status'][]): void {
  if (!statuses.includes(state.status)) throw initiativeWrongState({ status: state.status });
}

export const initiativeDecider: Decider<Initiative, InitiativeCommand, InitiativeEvent> = {
  initialState: initialInitiative,
  decide,
  evolve,
};
