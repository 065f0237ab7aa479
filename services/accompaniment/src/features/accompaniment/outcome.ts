import { constitutedInFuture, legalFormUnchanged, taxIdInvalid } from './accompaniment.errors.ts';
import { isTaxId, normaliseTaxId } from './tax-id.ts';

/** An entity that an accompaniment helped into being. */
export interface CreatedEntity {
  name: string;
  /** Spanish tax id, normalised. */
  taxId: string;
  /** A code of the reference data. */
  legalForm: string;
  /** The day, `YYYY-MM-DD`. */
  constitutedOn: string;
  /** Codes of the reference data, at least one. */
  sectors: string[];
  /** A code of the reference data: the barri. */
  neighbourhood?: string | undefined;
}

/** What an accompaniment came to. */
export type Outcome =
  | { kind: 'entity-created'; entity: CreatedEntity }
  | { kind: 'legal-form-transformed'; from: string; to: string }
  | { kind: 'consolidated'; through: 'new-market' | 'new-line'; description: string }
  | { kind: 'job-insertions'; jobs: number }
  | { kind: 'none'; why: string };

/** The kinds of outcome; the same codes as a referral's. */
export const outcomeKinds = [
  'entity-created',
  'legal-form-transformed',
  'consolidated',
  'job-insertions',
  'none',
] as const;

/**
 * An outcome as it is kept, checked against the rules that the funder checks.
 *
 * @param today the ateneu's calendar day, `YYYY-MM-DD`
 * @throws DomainError `accompaniment.outcome.tax-id-invalid`, `.constituted-in-future` or `.legal-form-unchanged`
 */
export function checkedOutcome(outcome: Outcome, today: string): Outcome {
  switch (outcome.kind) {
    case 'entity-created': {
      const { entity } = outcome;
      if (!isTaxId(entity.taxId)) throw taxIdInvalid({ taxId: entity.taxId });
      if (entity.constitutedOn > today) throw constitutedInFuture();
      return { kind: outcome.kind, entity: { ...entity, taxId: normaliseTaxId(entity.taxId) } };
    }
    case 'legal-form-transformed':
      if (outcome.from === outcome.to) throw legalFormUnchanged();
      return outcome;
    default:
      return outcome;
  }
}
