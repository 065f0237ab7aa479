import { defineError } from '@ateneu/kernel';

export const deliveryNotFound = defineError({
  code: 'notifications.delivery.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest enviament no existeix.',
    es: 'Este envío no existe.',
    en: 'There is no such delivery.',
  },
});

export const deliveryUnderWay = defineError({
  code: 'notifications.delivery.under-way',
  kind: 'conflict',
  message: {
    ca: 'Aquest missatge encara s’està enviant (estat «{status}»). Espereu que acabi abans de tornar-lo a enviar.',
    es: 'Este mensaje todavía se está enviando (estado «{status}»). Espere a que termine antes de reenviarlo.',
    en: 'This message is still being sent (state “{status}”). Wait for the end before sending it again.',
  },
});

export const ownLinkUnknown = defineError({
  code: 'notifications.own-link.unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest enllaç no és vàlid o ja és massa antic. Feu servir el d’un missatge més recent.',
    es: 'Este enlace no es válido o ya es demasiado antiguo. Use el de un mensaje más reciente.',
    en: 'This link is not valid, or too old. Use the one of a newer message.',
  },
});

export const suppressionNotFound = defineError({
  code: 'notifications.suppression.not-found',
  kind: 'not-found',
  message: {
    ca: 'Res no impedeix enviar missatges a aquesta adreça.',
    es: 'Nada impide enviar mensajes a esta dirección.',
    en: 'Nothing keeps messages from being sent to this address.',
  },
});

export const mailReportsUnreadable = defineError({
  code: 'notifications.mail-report.unreadable',
  kind: 'invalid',
  message: {
    ca: 'Aquests avisos no es poden llegir: han de ser JSON amb una llista «events».',
    es: 'Estos avisos no se pueden leer: deben ser JSON con una lista «events».',
    en: 'These events cannot be read: they must be JSON with a list “events”.',
  },
});

export const templateTextRefused = defineError({
  code: 'notifications.template-text.refused',
  kind: 'invalid',
  message: {
    ca: 'Aquest text no es pot desar. {problems}',
    es: 'Este texto no se puede guardar. {problems}',
    en: 'This text cannot be saved. {problems}',
  },
});

export const templateVersionUnknown = defineError({
  code: 'notifications.template-text.no-such-version',
  kind: 'not-found',
  message: {
    ca: 'Aquest text no té cap versió {version}.',
    es: 'Este texto no tiene ninguna versión {version}.',
    en: 'This text has no version {version}.',
  },
});

export const templateNotFound = defineError({
  code: 'notifications.template.not-found',
  kind: 'not-found',
  message: {
    ca: 'No hi ha cap plantilla d’aquest tipus.',
    es: 'No hay ninguna plantilla de este tipo.',
    en: 'There is no template of this kind.',
  },
});
