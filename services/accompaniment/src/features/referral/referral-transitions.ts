/** Which way a referral travels: `inbound` from a partner to the ateneu, `outbound` from the ateneu to a partner. */
export const directions = ['inbound', 'outbound'] as const;
export type Direction = (typeof directions)[number];

/** Who acts on a referral. `time` is nobody: what happens by itself when nobody answers. */
export type Party = 'ateneu' | 'partner' | 'time';

/** The states of a referral that exists. */
export const referralStatuses = [
  'draft',
  'sent',
  'received',
  'accepted',
  'declined',
  'rerouted',
  'in-progress',
  'closed',
  'withdrawn',
  'expired',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** One arrow of the machine. */
interface Arrow {
  from: readonly (ReferralStatus | 'none')[];
  to: ReferralStatus;
  /** Whose step it is. The receiver is whoever the referral was sent to. */
  by: 'sender' | 'receiver' | 'time';
  /** Whether it shares the person's data, and so needs a consent that holds. */
  needsConsent?: true;
  /**
   * A step that this one says as well: whoever answers a referral has received it, and whoever closes one has worked on
   * it. From a state where only the implied step is possible, both are taken, each with its own event.
   */
  implies?: string;
}

/**
 * The referral machine, the same in both directions. The decider reads this table and nothing else; the drawing in the
 * docs is made from it.
 */
export const transitions = {
  drafted: { from: ['none'], to: 'draft', by: 'sender' },
  sent: { from: ['draft'], to: 'sent', by: 'sender', needsConsent: true },
  received: { from: ['sent'], to: 'received', by: 'receiver' },
  accepted: { from: ['received'], to: 'accepted', by: 'receiver', needsConsent: true, implies: 'received' },
  declined: { from: ['received'], to: 'declined', by: 'receiver', implies: 'received' },
  rerouted: { from: ['received'], to: 'rerouted', by: 'receiver', needsConsent: true },
  started: { from: ['accepted'], to: 'in-progress', by: 'receiver', needsConsent: true },
  closed: { from: ['in-progress'], to: 'closed', by: 'receiver', implies: 'started' },
  withdrawn: { from: ['draft', 'sent', 'received', 'accepted'], to: 'withdrawn', by: 'sender' },
  expired: { from: ['sent', 'received'], to: 'expired', by: 'time' },
} as const satisfies Record<string, Arrow>;

/** A step of the machine, named in the past tense as its event is. */
export type Transition = keyof typeof transitions;

/** Every step, in the order of the table. */
export const transitionNames = Object.keys(transitions) as Transition[];

/** The arrow of a step. */
export function arrowOf(transition: Transition): Arrow {
  return transitions[transition];
}

/** Whether a step may be taken from a state. */
export function allows(status: ReferralStatus | 'none', transition: Transition): boolean {
  return arrowOf(transition).from.includes(status);
}

/** The steps that lead from a state to where `transition` ends: itself, or what it implies and itself; none if illegal. */
export function stepsOf(status: ReferralStatus | 'none', transition: Transition): Transition[] {
  if (allows(status, transition)) return [transition];
  const implied = arrowOf(transition).implies as Transition | undefined;
  if (implied === undefined || !allows(status, implied)) return [];
  return allows(arrowOf(implied).to, transition) ? [implied, transition] : [];
}

/** Who takes a step, in a direction. */
export function partyOf(transition: Transition, direction: Direction): Party {
  const { by } = arrowOf(transition);
  if (by === 'time') return 'time';
  const sender = direction === 'inbound' ? 'partner' : 'ateneu';
  const receiver = direction === 'inbound' ? 'ateneu' : 'partner';
  return by === 'sender' ? sender : receiver;
}

/** Whether nothing can happen to a referral in this state any more. */
export function isFinal(status: ReferralStatus): boolean {
  return !transitionNames.some((transition) => allows(status, transition));
}
