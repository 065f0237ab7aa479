import { DomainError, isId, languages, type Language } from '@ateneu/kernel';
import { fieldProblems, ValidationError } from '@ateneu/service-kit';

import {
  detailsFrom,
  detailsSchema,
  differences,
  initiativeWrongState,
  initiativeSummaryMissing,
  type InitiativeDetails,
} from '../initiative/index.ts';
import { importIdMalformed, importRepeated } from './exchange.errors.ts';
import { type Cells, inputOf } from './exchange.columns.ts';

/** What is wrong with a line. */
export interface LineProblem {
  /** Where, as a JSON Pointer into an initiative: `/legalForm`; empty for the line as a whole. */
  pointer: string;
  code: string;
  message: Record<Language, string>;
}

/** What a line comes to. */
export type LineVerdict =
  | { outcome: 'create' | 'update'; details: InitiativeDetails }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; problems: LineProblem[] };

/** What a line is held against. */
export interface LineContext {
  /** The initiative that it is about, where it is there. */
  existing?: { status: string; details: InitiativeDetails } | undefined;
  /** The line before that is about the same. */
  repeats?: number | undefined;
  publish: boolean;
  at: Date;
}

/** Decides what a line comes to; changes nothing. */
export function checkLine(cells: Cells, { existing, repeats, publish, at }: LineContext): LineVerdict {
  try {
    const id = cells.id?.trim() ?? '';
    if (id !== '' && !isId(id)) throw importIdMalformed();
    if (id === '' && (cells.external_id?.trim() ?? '') === '') throw importIdMalformed();
    if (repeats !== undefined) throw importRepeated({ line: repeats });
    const parsed = detailsSchema.safeParse(inputOf(cells, existing?.details ?? {}), { reportInput: true });
    if (!parsed.success) return { outcome: 'refused', problems: problemsOf(new ValidationError(parsed.error.issues)) };
    const details = detailsFrom(parsed.data, { at });
    if (existing === undefined) {
      if (publish && details.summary === undefined) throw initiativeSummaryMissing();
      return { outcome: 'create', details };
    }
    if (differences(existing.details, details).length === 0) return { outcome: 'unchanged' };
    if (['rejected', 'archived'].includes(existing.status)) throw initiativeWrongState({ status: existing.status });
    if (existing.status === 'published' && details.summary === undefined) throw initiativeSummaryMissing();
    return { outcome: 'update', details };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: 'refused', problems: [problemOf(error)] };
  }
}

/** A refusal of the domain as a problem of a line. */
export function problemOf(error: DomainError): LineProblem {
  const message = Object.fromEntries(languages.map((language) => [language, error.publicMessage(language)]));
  return { pointer: '', code: error.code, message: message as Record<Language, string> };
}

function problemsOf(error: ValidationError): LineProblem[] {
  const [first, ...others] = languages.map((language) => ({ language, problems: fieldProblems(error, language) }));
  return (first?.problems ?? []).slice(0, 20).map(({ pointer, code, message }, index) => {
    const translations = others.map(({ language, problems }) => [language, problems[index]?.message ?? message]);
    return {
      pointer: pointer.replace(/^\/body/, ''),
      code,
      message: Object.fromEntries([['ca', message], ...translations]) as Record<Language, string>,
    };
  });
}
