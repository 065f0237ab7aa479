import { defineError } from '@ateneu/kernel';

export const deskUnknown = defineError({
  code: 'training.check-in.desk-unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest enllaç d’entrada no és vàlid.',
    es: 'Este enlace de entrada no es válido.',
    en: 'This check-in link is not valid.',
  },
});

export const deskClosed = defineError({
  code: 'training.check-in.desk-closed',
  kind: 'gone',
  message: {
    ca: 'Aquest enllaç d’entrada ha caducat. Obriu-ne un de nou des de la sessió.',
    es: 'Este enlace de entrada ha caducado. Abra uno nuevo desde la sesión.',
    en: 'This check-in link has expired. Open a new one from the session.',
  },
});

export const codeUnknown = defineError({
  code: 'training.check-in.code-unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest codi no és de ningú. Comproveu que l’heu escrit bé.',
    es: 'Este código no es de nadie. Compruebe que lo ha escrito bien.',
    en: 'This code is nobody’s. Check that it was typed right.',
  },
});

export const otherSession = defineError({
  code: 'training.check-in.other-session',
  kind: 'conflict',
  message: {
    ca: 'Aquest codi és d’una altra sessió.',
    es: 'Este código es de otra sesión.',
    en: 'This code is for another session.',
  },
});
