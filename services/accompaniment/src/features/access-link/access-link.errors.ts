import { defineError } from '@ateneu/kernel';

export const accessLinkUnknown = defineError({
  code: 'accompaniment.link.unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest enllaç no és vàlid. Comproveu que l’heu copiat sencer.',
    es: 'Este enlace no es válido. Compruebe que lo ha copiado entero.',
    en: 'This link is not valid. Check that you copied all of it.',
  },
});

export const accessLinkExpired = defineError({
  code: 'accompaniment.link.expired',
  kind: 'gone',
  message: {
    ca: 'Aquest enllaç ha caducat. Escriviu a l’ateneu si encara el necessiteu.',
    es: 'Este enlace ha caducado. Escriba al ateneu si todavía lo necesita.',
    en: 'This link has expired. Write to the ateneu if you still need it.',
  },
});
