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

export const templateNotFound = defineError({
  code: 'notifications.template.not-found',
  kind: 'not-found',
  message: {
    ca: 'No hi ha cap plantilla d’aquest tipus.',
    es: 'No hay ninguna plantilla de este tipo.',
    en: 'There is no template of this kind.',
  },
});
