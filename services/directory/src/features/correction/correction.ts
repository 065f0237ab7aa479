/** What one field is proposed to say, and said when it was proposed; null where it says nothing. */
export interface ProposedChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** Who proposed it, to be told what becomes of it. Personal data: never public. */
export interface CorrectionAuthor {
  name: string;
  email: string;
  language: 'ca' | 'es' | 'en';
}

/** The reasons for which staff do not apply a correction. */
export const correctionRejectionCodes = [
  'not-verifiable',
  'incorrect',
  'already-applied',
  'outside-scope',
  'other',
] as const;

/** Where a correction stands: `open` until staff decide. */
export const correctionStatuses = ['open', 'accepted', 'partly-accepted', 'rejected'] as const;
export type CorrectionStatus = (typeof correctionStatuses)[number];

/** A proposed revision of an initiative. */
export interface Correction {
  id: string;
  initiativeId: string;
  status: CorrectionStatus;
  /** The version of the initiative that it was written against. */
  baseVersion: number;
  changes: readonly ProposedChange[];
  comment?: string | undefined;
  author?: CorrectionAuthor | undefined;
}
