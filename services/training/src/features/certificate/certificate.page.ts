import { type Language, localize } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

import { timeZone } from '../../madrid.ts';
import { spokenTime } from './certificate.document.ts';
import type { Certificate } from './certificate.query.ts';

const texts = {
  ca: {
    title: 'Comprovació d’un certificat',
    valid: 'Aquest certificat és vàlid.',
    revoked: (date: string) => `Aquest certificat es va anul·lar el ${date} i ja no és vàlid.`,
    labels: { name: 'Persona', title: 'Acció formativa', time: 'Durada', issued: 'Emès' },
  },
  es: {
    title: 'Comprobación de un certificado',
    valid: 'Este certificado es válido.',
    revoked: (date: string) => `Este certificado se anuló el ${date} y ya no es válido.`,
    labels: { name: 'Persona', title: 'Acción formativa', time: 'Duración', issued: 'Emitido' },
  },
  en: {
    title: 'Check of a certificate',
    valid: 'This certificate is valid.',
    revoked: (date: string) => `This certificate was revoked on ${date} and no longer holds.`,
    labels: { name: 'Person', title: 'Training', time: 'Duration', issued: 'Issued' },
  },
} as const;

/** What anybody reads who checks a certificate that they hold. Of a revoked one it tells no more than that. */
export function verificationPage(certificate: Certificate, language: Language): SelfServicePage {
  const text = texts[language];
  const day = (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(iso));
  if (certificate.revokedAt !== null) {
    return { language, title: text.title, paragraphs: [text.revoked(day(certificate.revokedAt))] };
  }
  return {
    language,
    title: text.title,
    paragraphs: [text.valid],
    facts: [
      { name: text.labels.name, value: certificate.name },
      { name: text.labels.title, value: localize(certificate.title, language).text },
      { name: text.labels.time, value: spokenTime(certificate.minutes, language) },
      { name: text.labels.issued, value: day(certificate.issuedAt) },
    ],
  };
}
