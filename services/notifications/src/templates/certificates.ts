import { certificateIssued, certificateRevoked } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate } from './mail-template.ts';

const because: Record<Language, string> = {
  ca: 'El rebeu perquè vau assistir a aquesta activitat de l’Ateneu.',
  es: 'Lo recibe porque asistió a esta actividad del Ateneu.',
  en: 'You received it because you attended this activity of the Ateneu.',
};

/** `8 h`, `1 h 30 min`. */
const duration = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
};

/** Hands a person the certificate of what they attended. */
export const certificateIssuedMail = defineTemplate(certificateIssued, {
  kind: 'certificate-issued',
  title: 'A certificate is ready',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text }) => ({
      subject: `El vostre certificat: ${text(data.title)}`,
      paragraphs: [
        'Ja teniu a punt el certificat d’assistència. Qui el rebi pot comprovar que és autèntic amb el codi.',
      ],
      facts: [
        ['Activitat', text(data.title)],
        ['Durada', duration(data.minutes)],
        ['Codi', data.personal.verificationCode],
        ['On es comprova', '', data.personal.verificationUrl],
      ],
      action: { label: 'Baixa el certificat (PDF)', url: data.personal.certificateUrl },
      because: because.ca,
    }),
    es: (data, { text }) => ({
      subject: `Su certificado: ${text(data.title)}`,
      paragraphs: [
        'Ya tiene a punto el certificado de asistencia. Quien lo reciba puede comprobar que es auténtico con el código.',
      ],
      facts: [
        ['Actividad', text(data.title)],
        ['Duración', duration(data.minutes)],
        ['Código', data.personal.verificationCode],
        ['Dónde se comprueba', '', data.personal.verificationUrl],
      ],
      action: { label: 'Descargar el certificado (PDF)', url: data.personal.certificateUrl },
      because: because.es,
    }),
    en: (data, { text }) => ({
      subject: `Your certificate: ${text(data.title)}`,
      paragraphs: [
        'Your certificate of attendance is ready. Whoever gets it can check that it is genuine with the code.',
      ],
      facts: [
        ['Activity', text(data.title)],
        ['Duration', duration(data.minutes)],
        ['Code', data.personal.verificationCode],
        ['Where to check it', '', data.personal.verificationUrl],
      ],
      action: { label: 'Download the certificate (PDF)', url: data.personal.certificateUrl },
      because: because.en,
    }),
  },
});

/** Tells a person that a certificate no longer holds, and why. */
export const certificateRevokedMail = defineTemplate(certificateRevoked, {
  kind: 'certificate-revoked',
  title: 'A certificate no longer holds',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text }) => ({
      subject: `El vostre certificat ja no és vàlid: ${text(data.title)}`,
      paragraphs: ['Hem hagut d’anul·lar aquest certificat. Des d’ara, qui en comprovi el codi veurà que no és vàlid.'],
      facts: [
        ['Activitat', text(data.title)],
        ['Motiu', text(data.reason)],
      ],
      closing: ['Si creieu que és un error, responeu aquest missatge.'],
      because: because.ca,
    }),
    es: (data, { text }) => ({
      subject: `Su certificado ya no es válido: ${text(data.title)}`,
      paragraphs: [
        'Hemos tenido que anular este certificado. Desde ahora, quien compruebe el código verá que no es válido.',
      ],
      facts: [
        ['Actividad', text(data.title)],
        ['Motivo', text(data.reason)],
      ],
      closing: ['Si cree que es un error, responda a este mensaje.'],
      because: because.es,
    }),
    en: (data, { text }) => ({
      subject: `Your certificate is no longer valid: ${text(data.title)}`,
      paragraphs: [
        'We had to revoke this certificate. From now on, whoever checks its code sees that it is not valid.',
      ],
      facts: [
        ['Activity', text(data.title)],
        ['Reason', text(data.reason)],
      ],
      closing: ['If you think that this is a mistake, reply to this message.'],
      because: because.en,
    }),
  },
});
