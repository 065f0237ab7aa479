import { randomInt } from 'node:crypto';

/** The addresses that messages to a person carry. */
export interface PersonLinks {
  /** Where a person sees and cancels an enrolment, from the secret of the link. */
  manage(secret: string): string;
  /** What a QR code says: staff open it at the door. */
  checkIn(code: string): string;
  /** The QR code as a picture. */
  checkInQr(code: string): string;
  /** A person's certificate, from the secret of its link. */
  document(secret: string): string;
  /** Where anybody checks a certificate. */
  verification(code: string): string;
  /** The questionnaire about a session, from the secret of its link. */
  survey(secret: string): string;
}

/** Addresses under the origin that people reach the platform at. */
export function linksUnder(publicUrl: string): PersonLinks {
  const base = `${publicUrl}/training/v1`;
  return {
    manage: (secret) => `${base}/self-service/enrolments/${secret}`,
    checkIn: (code) => `${base}/check-in/${code}`,
    checkInQr: (code) => `${base}/check-in/${code}/qr.png`,
    document: (secret) => `${base}/self-service/certificates/${secret}/certificate.pdf`,
    verification: (code) => `${base}/certificates/${code}`,
    survey: (secret) => `${base}/surveys/${secret}`,
  };
}

/** Crockford's digits and letters: nobody takes one for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new code for the door: 60 random bits, twelve characters that people can read out. It opens nothing by itself: only
 * staff at the door can do something with it.
 */
export function newCheckInCode(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A code as people read it: `K7M2-QX9T-4W5R`. */
export function readableCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** The code in what somebody typed, whatever they took an O, an I or an L for. */
export function typedCode(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
