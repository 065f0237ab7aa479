import type { DeclineReason, Direction, Modality, ReferralOutcome, ReferralStatus } from './events.ts';

/** A project, without names and contact data. */
export interface ReferredProject {
  /** Up to 150 characters. */
  name: string;
  /** What the group wants to do, up to 5,000 characters. No names, no contact data. */
  description: string;
  /** A code of the sectors. */
  sector?: string;
  /** A code of the barris. */
  neighbourhood?: string;
  groupSize?: number;
}

/** The person who speaks for a project. */
export interface ReferredPerson {
  name: string;
  email: string;
  phone?: string;
  language: 'ca' | 'es' | 'en';
}

/** What a referral to the ateneu says. */
export interface NewReferral {
  /** Your own name for it, which comes back in every event. No personal data. */
  partnerReference?: string;
  modality: 'creation' | 'consolidation' | 'transformation';
  project: ReferredProject;
  /** Catalan where no language is given. */
  person: Omit<ReferredPerson, 'language'> & Partial<Pick<ReferredPerson, 'language'>>;
  consent: {
    /**
     * `referral-and-follow-up` where the person agreed that you learn the outcome; `referral-and-rerouting` where the
     * ateneu may besides pass the project on to another entity.
     */
    scope: 'referral' | 'referral-and-follow-up' | 'referral-and-rerouting';
    /** The day on which the person agreed, `YYYY-MM-DD`. */
    givenOn: string;
    /** The version of the text that the person agreed to. */
    textVersion: string;
  };
}

/** How a referral stands: one line of the list. */
export interface ReferralLine {
  id: string;
  version: number;
  status: ReferralStatus;
  direction: Direction;
  partnerReference: string | null;
  modality: Modality;
  reasonCode: DeclineReason | null;
  outcome: ReferralOutcome | null;
  /** ISO 8601 in UTC, as `updatedAt`. */
  createdAt: string;
  updatedAt: string;
}

/** A referral, with what you may see of it now. */
export interface PartnerReferral extends ReferralLine {
  /** Null once there is nothing to decide or the consent is withdrawn. */
  project: ReferredProject | null;
  /** Null before the acceptance, after the end, and once the consent is withdrawn. */
  person: ReferredPerson | null;
  consent: { withdrawnAt: string | null };
}

/** Where a referral stands after a step. */
export interface StepResult {
  id: string;
  version: number;
  status: ReferralStatus;
}

/** A document of the project that the ateneu shares with you. */
export interface SharedDocument {
  id: string;
  /** What it is for: `statutes`, `viability-plan`, `minutes`, `evidence`, `other`, or a newer one. */
  kind: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  /** Of the contents, hexadecimal. */
  sha256: string;
  uploadedAt: string;
}
