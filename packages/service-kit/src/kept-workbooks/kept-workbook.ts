import type { ErrorFactory, Language } from '@ateneu/kernel';

import type { Role } from '../access.ts';

/** A cell: a text, a number, a day as `YYYY-MM-DD` in a column of dates, or nothing. */
export type KeptCell = string | number | null;

/** A column, by the heading that the funder reads. */
export interface KeptColumn {
  readonly heading: string;
  readonly type: 'text' | 'number' | 'date';
}

/** A row, and what it is of. */
export interface KeptRow {
  /** What the row stands for, the same whenever the sheet is made: by it two workbooks are compared. Unique in a sheet. */
  readonly key: string;
  /** Whose personal data it holds, as an erasure names them: of an enrolment, a member; `null` where it is nobody's. */
  readonly personId: string | null;
  readonly cells: readonly KeptCell[];
}

/** A sheet with its rows. */
export interface KeptSheet {
  readonly name: string;
  readonly columns: readonly KeptColumn[];
  readonly rows: readonly KeptRow[];
}

/** Something that the funder would send the workbook back for. */
export interface KeptProblem {
  readonly code: string;
  readonly sheet: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string };
}

/** A service's part of the workbook, of one moment. */
export interface FilledPart {
  readonly sheets: readonly KeptSheet[];
  readonly problems: readonly KeptProblem[];
}

/** What a service says of its part of the funder's workbook. */
export interface WorkbookSource {
  /** The service, as its errors are called. */
  readonly service: string;
  /** Who may keep and read it: whoever may read the part as it is now. */
  readonly role: Role;
  /** How many sheets the part has. */
  readonly sheets: number;
  /** @throws DomainError where there is no such call */
  assertCall(call: string): void;
  /** The part as it is now. */
  fill(call: string): Promise<FilledPart>;
  /** A problem in a sentence. */
  sentenceOf(code: string, language: Language): string;
  /** Until when the funder may audit a call: `YYYY-MM-DD`. */
  auditedUntil(call: string): string;
}

/** Where a part stands. */
export const keptStatuses = ['queued', 'running', 'ready', 'failed'] as const;
export type KeptStatus = (typeof keptStatuses)[number];

/** The refusals of a service about kept workbooks. */
export interface KeptWorkbookErrors {
  readonly notFound: ErrorFactory;
  readonly otherCall: ErrorFactory;
  readonly notReady: ErrorFactory;
}
