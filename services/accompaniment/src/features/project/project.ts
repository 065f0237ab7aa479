/** Who of the group the ateneu talks to. Personal data. */
export interface ProjectContact {
  name: string;
  email: string;
  phone?: string | undefined;
  language: 'ca' | 'es' | 'en';
}

/** How a project stands. `merged` is where a duplicate ends; staff choose the others. */
export const projectStatuses = ['active', 'dormant', 'constituted', 'closed', 'merged'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** For whom the ateneu works, as the funder tells them apart. */
export const recipients = ['group', 'person', 'entity'] as const;
export type Recipient = (typeof recipients)[number];

/** What is known of a project besides its name. */
export interface ProjectProfile {
  recipient?: Recipient | undefined;
  /** A code of the reference data. */
  legalForm?: string | undefined;
  /** An entity or business that is accompanied: its registered name and tax id. */
  entityName?: string | undefined;
  taxId?: string | undefined;
  municipality?: string | undefined;
  motivation?: string | undefined;
  needsSolved?: string | undefined;
  socialBase?: string | undefined;
  expectedJobs?: number | undefined;
  website?: string | undefined;
}

/** A project that the ateneu accompanies, from the idea on. */
export interface Project {
  id: string;
  name: string;
  description: string;
  /** A code of the reference data. */
  sector?: string | undefined;
  /** A code of the reference data: the barri. */
  neighbourhood?: string | undefined;
  groupSize?: number | undefined;
  contact?: ProjectContact | undefined;
  status?: Exclude<ProjectStatus, 'merged'> | undefined;
  profile?: ProjectProfile | undefined;
  /** Words of the staff's own, in lower case. */
  tags?: readonly string[] | undefined;
}

/** Where a project shows in the public directory. */
export interface Listing {
  initiativeId: string;
  slug: string;
  /** The version of the initiative that this was learnt from: an older event changes nothing. */
  sequence: number;
}

/** What is kept of a member of the group, as far as they gave it. Personal data. */
export interface MemberPerson {
  name: string;
  surnames?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  language: 'ca' | 'es' | 'en';
  role?: string | undefined;
  /** DNI, NIE or passport; the funder asks for it. */
  idDocument?: string | undefined;
  /** A code of the funder's vocabulary. */
  gender?: string | undefined;
  /** The day, `YYYY-MM-DD`. */
  bornOn?: string | undefined;
  municipality?: string | undefined;
}

/** Where an invitation to the group stands, and the member after it. */
export const memberStatuses = ['invited', 'active', 'declined', 'left'] as const;
export type MemberStatus = (typeof memberStatuses)[number];
