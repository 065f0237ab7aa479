/** What a partner takes on; an absent list means everything of its kind. */
export interface Accepts {
  modalities?: readonly ('creation' | 'consolidation' | 'transformation')[] | undefined;
  /** Codes of the reference data. */
  sectors?: readonly string[] | undefined;
  /** Codes of the reference data: barris. */
  neighbourhoods?: readonly string[] | undefined;
}

/** Somebody at a partner entity. Personal data. */
export interface PartnerContact {
  name: string;
  /** What they do there, in their own words. */
  role?: string | undefined;
  email: string;
  phone?: string | undefined;
}

/** What is kept of a partner entity (*entitat col·laboradora*). */
export interface PartnerProfile {
  name: string;
  /** Where the platform writes to. */
  contactEmail: string;
  /** Whom staff talk to. */
  contacts: readonly PartnerContact[];
  /** The languages it can be written to in, best first. */
  languages: readonly ('ca' | 'es' | 'en')[];
  accepts: Accepts;
}

interface Common {
  id: string;
  profile: PartnerProfile;
  /** The public key of its account at the broker, once it has one; it names its subjects and its consumer for ever. */
  accountKey?: string | undefined;
  /** When it was given the credentials that it has now. */
  credentialsSince?: Date | undefined;
  /** Credentials for the broker from this instant or before no longer connect. */
  revokedBefore?: Date | undefined;
  /** A revocation that is still to come: those from `before` or earlier end at `at`. */
  revokeNext?: { before: Date; at: Date } | undefined;
}

/** `registered → active` with its first credentials; `suspended ⇄` either. */
export type Partner =
  | { status: 'none' }
  | ({ status: 'registered' } & Common)
  | ({ status: 'active' } & Common)
  | ({ status: 'suspended'; reason?: string | undefined } & Common);

export type ExistingPartner = Exclude<Partner, { status: 'none' }>;

/** The states of a partner that exists. */
export const partnerStatuses = ['registered', 'active', 'suspended'] as const;

export type PartnerEvent =
  | { type: 'onboarded'; id: string; profile: PartnerProfile; at: Date }
  | { type: 'profile-changed'; profile: PartnerProfile; at: Date }
  | { type: 'account-opened'; accountKey: string; at: Date }
  | { type: 'credentials-issued'; at: Date }
  /**
   * The earlier ones end at once, or at `overlapUntil`. Where the ateneu replaces them, those that were ending already end
   * now; where the partner does, it goes on with all that it has until then.
   */
  | { type: 'credentials-replaced'; by: 'ateneu' | 'partner'; overlapUntil?: Date | undefined; at: Date }
  | { type: 'suspended'; reason?: string | undefined; at: Date }
  | { type: 'reinstated'; at: Date };

export const initialPartner: Partner = { status: 'none' };

/** Folds one event over the state. */
export function evolve(state: Partner, event: PartnerEvent): Partner {
  if (event.type === 'onboarded') {
    return state.status === 'none' ? { status: 'registered', id: event.id, profile: event.profile } : state;
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'profile-changed':
      return { ...state, profile: event.profile };
    case 'account-opened':
      return { ...state, accountKey: event.accountKey };
    case 'credentials-issued':
      return { status: 'active', ...commonOf(state), credentialsSince: event.at };
    case 'credentials-replaced':
      return { status: 'active', ...commonOf(state), credentialsSince: event.at, ...revocationOf(state, event) };
    case 'suspended':
      return { status: 'suspended', ...commonOf(state), reason: event.reason };
    case 'reinstated':
      return { status: state.credentialsSince === undefined ? 'registered' : 'active', ...commonOf(state) };
  }
}

/** With an overlap the credentials of now end later; those that were ending already end now, or with them. */
function revocationOf(
  state: ExistingPartner,
  { by, overlapUntil, at }: Extract<PartnerEvent, { type: 'credentials-replaced' }>,
): Pick<Common, 'revokedBefore' | 'revokeNext'> {
  if (overlapUntil === undefined) return { revokedBefore: at, revokeNext: undefined };
  return {
    revokedBefore: by === 'partner' ? state.revokedBefore : (state.revokeNext?.before ?? state.revokedBefore),
    revokeNext: { before: at, at: overlapUntil },
  };
}

function commonOf(state: ExistingPartner): Common {
  const { id, profile, accountKey, credentialsSince, revokedBefore, revokeNext } = state;
  return { id, profile, accountKey, credentialsSince, revokedBefore, revokeNext };
}
