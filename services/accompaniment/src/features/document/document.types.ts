/** What a document is for. */
export const documentKinds = ['statutes', 'viability-plan', 'minutes', 'evidence', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The most a document may weigh, in mebibytes. */
export const maxMegabytes = 20;

/** What is kept of a document besides its contents. */
export interface DocumentView {
  id: string;
  kind: DocumentKind;
  fileName: string;
  mediaType: string;
  bytes: number;
  /** Of the contents, hexadecimal. */
  sha256: string;
  uploadedAt: string;
}
