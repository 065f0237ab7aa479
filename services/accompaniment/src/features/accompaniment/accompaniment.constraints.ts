import type { DomainError } from '@ateneu/kernel';
import { UniqueConstraintViolationException } from '@mikro-orm/core';

import { alreadyInProgress, referralTaken } from './accompaniment.errors.ts';

const byConstraint: Readonly<Record<string, (cause: unknown) => DomainError>> = {
  accompaniment_one_in_progress: (cause) => alreadyInProgress({}, { cause }),
  accompaniment_one_per_referral: (cause) => referralTaken({}, { cause }),
};

/** Rules that only the database can keep against two requests at once, told as the errors that they are. */
export async function codedConflicts<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof UniqueConstraintViolationException) {
      const { constraint } = cause as { constraint?: string };
      const coded = constraint === undefined ? undefined : byConstraint[constraint];
      if (coded !== undefined) throw coded(cause);
    }
    throw cause;
  }
}
