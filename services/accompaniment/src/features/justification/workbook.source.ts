import type { Database, Transaction } from '@ateneu/persistence';
import { lastAuditDay } from '@ateneu/reference-data';
import { forgetPeople, type WorkbookSource } from '@ateneu/service-kit/kept-workbooks';

import { fillWorkbook } from './fill-workbook.rows.ts';
import { callOf } from './justification.call.ts';
import { type ProblemCode, problemMessages } from './justification.types.ts';
import { readFacts } from './read-facts.query.ts';

/** How accompaniment's part of the funder's workbook is kept. `years`: for how long from the end of a call it may be audited. */
export function workbookSource(database: Database, { years }: { years: number }): WorkbookSource {
  return {
    service: 'accompaniment',
    role: 'coordinator',
    sheets: 5,
    assertCall: (call) => void callOf(call),
    fill: async (code) => {
      const call = callOf(code);
      return fillWorkbook(call, await readFacts(database, call));
    },
    sentenceOf: (code, language) => problemMessages[code as ProblemCode][language],
    auditedUntil: (call) => lastAuditDay(callOf(call).endsOn, years),
  };
}

const reach = { '[Email]': null, '[Telèfon]': null };
const identity = { Cognoms: null, Nom: '—', Gènere: null, 'Data naixement': null };
const contact = { 'Nom i cognoms persona de contacte': null, 'Correu electrònic': null, Telèfon: null };
const cellsOf = {
  'project-contact': contact,
  'member-for-audit': reach,
  member: { ...reach, ...identity, 'Doc. identificatiu': null, 'Municipi del participant': null },
  'job-insertion': { ...identity, Cognoms: '—', ID: null, Població: null },
} as const;

/**
 * Takes people out of kept workbooks as far as their erasure takes them out of what rows are made of: a project's contact,
 * a member but for what the funder may audit, the whole of a member, a job insertion.
 *
 * @param ids projects, members or job insertions
 */
export async function forgetInWorkbooks(
  tx: Transaction,
  ids: readonly string[],
  { as, at }: { as: keyof typeof cellsOf; at: Date },
): Promise<void> {
  await forgetPeople(tx, { personIds: ids, cells: cellsOf[as], at });
}
