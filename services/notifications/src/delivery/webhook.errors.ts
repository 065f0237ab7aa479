import { defineError } from '@ateneu/kernel';

export const endpointNotFound = defineError({
  code: 'notifications.webhook-endpoint.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest punt de recepció no existeix.',
    es: 'Este punto de recepción no existe.',
    en: 'There is no such endpoint.',
  },
});

export const tooManyEndpoints = defineError({
  code: 'notifications.webhook-endpoint.too-many',
  kind: 'conflict',
  message: {
    ca: 'Ja teniu {most} punts de recepció, que són el màxim. Elimineu-ne un que no feu servir.',
    es: 'Ya tiene {most} puntos de recepción, que son el máximo. Elimine uno que no use.',
    en: 'You have {most} endpoints already, which is the most. Delete one that you do not use.',
  },
});

export const endpointPausedByStaff = defineError({
  code: 'notifications.webhook-endpoint.paused-by-staff',
  kind: 'conflict',
  message: {
    ca: 'L’equip de l’ateneu ha aturat aquest punt de recepció. Escriviu-nos per tornar-lo a posar en marxa.',
    es: 'El equipo del ateneu ha detenido este punto de recepción. Escríbanos para volver a ponerlo en marcha.',
    en: 'The ateneu’s staff paused this endpoint. Write to us to have it resumed.',
  },
});

export const endpointUrlRefused = defineError({
  code: 'notifications.webhook-endpoint.url-refused',
  kind: 'invalid',
  message: {
    ca: 'Aquesta adreça no es pot fer servir: ha de ser pública i començar per https://, sense usuari ni contrasenya.',
    es: 'Esta dirección no se puede usar: debe ser pública y empezar por https://, sin usuario ni contraseña.',
    en: 'This address cannot be used: it must be public and begin with https://, without user or password.',
  },
});

export const webhookMessageNotFound = defineError({
  code: 'notifications.webhook-message.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest punt de recepció no té aquest missatge.',
    es: 'Este punto de recepción no tiene este mensaje.',
    en: 'This endpoint has no such message.',
  },
});
