/**
 * The words that intake, referrals and accompaniments share. Pure data and shapes: what is done with them is each
 * feature's own.
 */

/** The three ways the ateneu accompanies a project. */
export const modalities = ['creation', 'consolidation', 'transformation'] as const;
export type Modality = (typeof modalities)[number];

/** Why a referral was declined, as the receiver chooses it. */
export const declineReasons = [
  'not-sse',
  'outside-territory',
  'outside-scope',
  'no-capacity',
  'already-accompanied',
  'duplicate',
  'insufficient-information',
  'person-unreachable',
  'person-not-interested',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** The project that is referred. */
export interface ReferredProject {
  name: string;
  description: string;
  /** A code of the reference data. */
  sector?: string | undefined;
  /** A code of the reference data: the barri. */
  neighbourhood?: string | undefined;
  groupSize?: number | undefined;
}

/** The person to talk to. Personal data. */
export interface Person {
  name: string;
  email: string;
  phone?: string | undefined;
  language: 'ca' | 'es' | 'en';
}
