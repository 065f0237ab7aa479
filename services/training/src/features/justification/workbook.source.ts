import type { Language } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';
import { lastAuditDay } from '@ateneu/reference-data';
import { forgetPeople, type WorkbookSource } from '@ateneu/service-kit/kept-workbooks';

import { callOf, type PartContext, readPart } from './justification.part.ts';
import { type ProblemCode, sentenceOf } from './justification.problems.ts';

/** How training's part of the funder's workbook is kept. `years`: for how long from the end of a call it may be audited. */
export function workbookSource(context: PartContext, { years }: { years: number }): WorkbookSource {
  return {
    service: 'training',
    role: 'technician',
    sheets: 3,
    assertCall: (call) => void callOf(call),
    fill: (call) => readPart(context, call),
    sentenceOf: (code: string, language: Language) => sentenceOf(code as ProblemCode, language),
    auditedUntil: (call) => lastAuditDay(callOf(call).endsOn, years),
  };
}

/** What the funder does not audit of whoever was there. */
const unaudited = { '[Procedència]': null, '[Email]': null, '[Telèfon]': null };
/** What it audits until its day; who they were is nobody's business after. */
const audited = { Cognoms: null, Nom: '—', 'Doc. identificatiu': null, 'Data naixement': null };

/**
 * Takes people out of kept workbooks as far as their erasure takes them out of enrolments: a kept row then says of them
 * what a row of now would.
 *
 * @param ids enrolments
 */
export async function forgetInWorkbooks(
  tx: Transaction,
  ids: readonly string[],
  { at, forAudit }: { at: Date; forAudit: boolean },
): Promise<void> {
  await forgetPeople(tx, { personIds: ids, cells: forAudit ? unaudited : { ...unaudited, ...audited }, at });
}
