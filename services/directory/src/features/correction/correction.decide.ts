import { correctionDecided, correctionFieldUnknown } from './correction.errors.ts';
import type { Correction, CorrectionStatus, ProposedChange } from './correction.ts';

/** What accepting a correction comes to. */
export interface Acceptance {
  status: Extract<CorrectionStatus, 'accepted' | 'partly-accepted'>;
  /** The changes to apply. */
  changes: readonly ProposedChange[];
}

/**
 * Accepts a correction, whole or the fields named.
 *
 * @throws DomainError `directory.correction.decided` or `directory.correction.field-unknown`
 */
export function accept(correction: Correction, fields?: readonly string[]): Acceptance {
  assertOpen(correction);
  const proposed = new Set(correction.changes.map((change) => change.field));
  for (const field of fields ?? []) if (!proposed.has(field)) throw correctionFieldUnknown({ field });
  const changes = correction.changes.filter(({ field }) => fields === undefined || fields.includes(field));
  return { status: changes.length === correction.changes.length ? 'accepted' : 'partly-accepted', changes };
}

/** @throws DomainError `directory.correction.decided` */
export function assertOpen({ status }: Pick<Correction, 'status'>): void {
  if (status !== 'open') throw correctionDecided();
}
