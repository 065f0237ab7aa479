import { defineError } from '@ateneu/kernel';

export const certificateNotFound = defineError({
  code: 'training.certificate.not-found',
  kind: 'not-found',
  message: {
    ca: 'No hi ha cap certificat amb aquest codi. Comproveu que l’heu escrit bé.',
    es: 'No hay ningún certificado con este código. Compruebe que lo ha escrito bien.',
    en: 'There is no certificate with this code. Check that it was typed right.',
  },
});

export const certificateRevokedAlready = defineError({
  code: 'training.certificate.revoked',
  kind: 'gone',
  message: {
    ca: 'Aquest certificat ha deixat de ser vàlid.',
    es: 'Este certificado ha dejado de ser válido.',
    en: 'This certificate no longer holds.',
  },
});
