import type { InitiativeDetails } from './details.ts';

export type { InitiativeDetails, Position } from './details.ts';

/** Who proposed an initiative, to be told what becomes of it. Personal data: never public. */
export interface Proposer {
  name: string;
  email: string;
  language: 'ca' | 'es' | 'en';
}

/** Where a proposal came from. */
export type Origin =
  | { kind: 'public' }
  | { kind: 'staff' }
  /** An accompaniment that ended in an entity: the proposal made itself. */
  | { kind: 'entity-created'; projectId: string }
  /** A line of a file; `source` says whose ids the file has. */
  | { kind: 'import'; source: string; externalId?: string | undefined };

/** Why a proposal was not published. */
export interface Rejection {
  reasonCode: RejectionReason;
  note?: string | undefined;
}

/** The reasons for a rejection, as staff choose them. */
export const rejectionReasons = [
  'not-sse',
  'outside-territory',
  'duplicate',
  'insufficient-information',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

interface Common {
  id: string;
  details: InitiativeDetails;
  origin: Origin;
  proposer?: Proposer | undefined;
}

/** `proposed → in-review → published ⇄ unpublished → archived`, and `in-review → rejected`. */
export type Initiative =
  | { status: 'none' }
  | ({ status: 'proposed' } & Common)
  | ({ status: 'in-review' } & Common)
  | ({ status: 'rejected'; rejection: Rejection } & Common)
  | ({ status: 'published'; slug: string; publishedAt: Date } & Common)
  | ({ status: 'unpublished'; slug: string; publishedAt: Date } & Common)
  | ({ status: 'archived'; slug: string; publishedAt: Date } & Common);

/** The states of an initiative that exists. */
export const initiativeStatuses = [
  'proposed',
  'in-review',
  'rejected',
  'published',
  'unpublished',
  'archived',
] as const;

export type InitiativeEvent =
  | {
      type: 'proposed';
      id: string;
      details: InitiativeDetails;
      origin: Origin;
      proposer?: Proposer | undefined;
      at: Date;
    }
  | { type: 'review-started'; at: Date }
  | { type: 'edited'; details: InitiativeDetails; at: Date }
  | { type: 'rejected'; rejection: Rejection; at: Date }
  | { type: 'published'; slug: string; at: Date }
  | { type: 'unpublished'; at: Date }
  | { type: 'archived'; at: Date }
  | { type: 'slug-changed'; from: string; slug: string; at: Date }
  /** The state as it was found where no history is known before it. */
  | { type: 'recorded'; state: Exclude<Initiative, { status: 'none' }>; at: Date };

export const initialInitiative: Initiative = { status: 'none' };

/** Folds one event over the state. */
export function evolve(state: Initiative, event: InitiativeEvent): Initiative {
  if (event.type === 'proposed') {
    const { id, details, origin, proposer } = event;
    return { status: 'proposed', id, details, origin, proposer };
  }
  if (event.type === 'recorded') return event.state;
  if (state.status === 'none') return state;
  const { id, details, origin, proposer } = state;
  const common: Common = { id, details, origin, proposer };
  switch (event.type) {
    case 'review-started':
      return { status: 'in-review', ...common };
    case 'edited':
      return { ...state, details: event.details };
    case 'rejected':
      return { status: 'rejected', ...common, rejection: event.rejection };
    case 'published': {
      // Publishing again keeps the slug and the first date: links and feeds already carry them.
      const first = 'slug' in state ? state : { slug: event.slug, publishedAt: event.at };
      return { status: 'published', ...common, slug: first.slug, publishedAt: first.publishedAt };
    }
    case 'unpublished':
      return 'slug' in state ? { ...state, status: 'unpublished' } : state;
    case 'archived':
      return 'slug' in state ? { ...state, status: 'archived' } : state;
    case 'slug-changed':
      return 'slug' in state ? { ...state, slug: event.slug } : state;
  }
}
