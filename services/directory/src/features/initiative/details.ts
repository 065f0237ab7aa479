import type { LocalizedText } from '@ateneu/kernel';

/** What an initiative says of itself. */
export interface InitiativeDetails {
  name: LocalizedText;
  /** One or two sentences; a published initiative has one. */
  summary?: LocalizedText | undefined;
  description?: LocalizedText | undefined;
  /** A code of the reference data. */
  legalForm: string;
  /** Codes of the reference data, at least one. */
  sectors: string[];
  /** A code of the reference data: the barri. */
  neighbourhood?: string | undefined;
  address?: string | undefined;
  position?: Position | undefined;
  website?: string | undefined;
  taxId?: string | undefined;
  foundedIn?: number | undefined;
  /** Products and services. */
  offers?: Offer[] | undefined;
  /** Needs of people that it covers: codes of the reference data. */
  needs?: string[] | undefined;
  /** Networks it belongs to: codes of the reference data. */
  networks?: string[] | undefined;
  /** Ids of initiatives it cooperates with. */
  cooperatesWith?: string[] | undefined;
  links?: Link[] | undefined;
  contact?: Contact | undefined;
  openingHours?: OpeningHours | undefined;
  criteria?: CriteriaMet | undefined;
}

/** A place on Earth, in degrees (WGS 84). */
export interface Position {
  longitude: number;
  latitude: number;
}

/** Something an initiative makes or does for others. */
export interface Offer {
  kind: 'product' | 'service';
  name: LocalizedText;
}

/** An address besides the website. */
export interface Link {
  /** A code of the reference data. */
  kind: string;
  url: string;
}

/** The fields by which people reach an initiative. */
export const contactFields = ['email', 'phone', 'person'] as const;
export type ContactField = (typeof contactFields)[number];

/** How people reach it. Each field is personal data until its own consent makes it public. */
export type Contact = { readonly [Field in ContactField]?: ContactValue | undefined };

/** A contact field, and the consent to publish it where it was given. */
export interface ContactValue {
  value: string;
  consent?: Consent | undefined;
}

/** Who agreed to what, when. */
export interface Consent {
  givenBy: string;
  /** ISO 8601. */
  givenAt: string;
  /** The version of the text that was agreed to. */
  textVersion: string;
}

/** When it is open, week after week, and what else is to know of it. */
export interface OpeningHours {
  weekly: OpeningTime[];
  note?: LocalizedText | undefined;
}

/** From when to when, on some days; past midnight where it closes before it opens. */
export interface OpeningTime {
  /** Codes of the reference data. */
  days: string[];
  /** `HH:MM`. */
  opens: string;
  /** `HH:MM`. */
  closes: string;
}

/** The criteria of one version of the list that there is evidence for. */
export interface CriteriaMet {
  version: string;
  met: { code: string; evidence: LocalizedText; url?: string | undefined }[];
}

/** The contact fields that may be shown: each that has its consent. */
export function publicContact(contact: Contact | null | undefined): { [Field in ContactField]?: string } {
  return Object.fromEntries(
    contactFields.flatMap((field) => {
      const { value, consent } = contact?.[field] ?? {};
      return value === undefined || consent === undefined ? [] : [[field, value]];
    }),
  );
}
