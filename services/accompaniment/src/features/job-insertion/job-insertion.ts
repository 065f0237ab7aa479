import {
  insertionEndsBeforeStart,
  insertionIdInvalid,
  insertionInFuture,
  insertionVoided,
} from './job-insertion.errors.ts';

/** Who began to work. Personal data. */
export interface Worker {
  name: string;
  surnames: string;
  /** DNI, NIE or passport. */
  idDocument?: string | undefined;
  /** A code of the funder's vocabulary. */
  gender?: string | undefined;
  bornOn?: string | undefined;
  municipality?: string | undefined;
}

/** A job that somebody got through an accompaniment (*inserció laboral*). Days are `YYYY-MM-DD`. */
export interface JobInsertion {
  person: Worker;
  /** A code of the funder's vocabulary. */
  contractType: string;
  startsOn: string;
  endsOn?: string | undefined;
}

/**
 * An insertion as it is kept, checked against what the funder checks. A passport has no check letter; a DNI or NIE does.
 *
 * @param today the ateneu's calendar day, `YYYY-MM-DD`
 * @param isTaxId whether a text is a tax id with the right check character
 * @throws DomainError `accompaniment.insertion.in-future`, `.ends-before-start` or `.id-invalid`
 */
export function checkedInsertion(
  insertion: JobInsertion,
  today: string,
  isTaxId: (text: string) => boolean,
): JobInsertion {
  const { startsOn, endsOn, person } = insertion;
  if (startsOn > today) throw insertionInFuture();
  if (endsOn !== undefined && endsOn < startsOn) throw insertionEndsBeforeStart();
  const idDocument = person.idDocument?.toUpperCase().replace(/[\s.-]/g, '');
  if (idDocument !== undefined && /^([XYZ]\d|\d{2})\d{6}[A-Z]$/.test(idDocument) && !isTaxId(idDocument)) {
    throw insertionIdInvalid({ idDocument });
  }
  return { ...insertion, person: { ...person, idDocument } };
}

/** @throws DomainError `accompaniment.insertion.voided`: what was taken back is corrected no more */
export function refuseVoided(insertion: { voided: boolean }): void {
  if (insertion.voided) throw insertionVoided();
}
