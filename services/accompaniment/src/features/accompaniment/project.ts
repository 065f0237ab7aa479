/** Who of the group the ateneu talks to. Personal data. */
export interface ProjectContact {
  name: string;
  email: string;
  phone?: string | undefined;
  language: 'ca' | 'es' | 'en';
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
}

/** Where a project shows in the public directory. */
export interface Listing {
  initiativeId: string;
  slug: string;
  /** The version of the initiative that this was learnt from: an older event changes nothing. */
  sequence: number;
}
