import { defineError } from '@ateneu/kernel';

export const calendarLinkUnknown = defineError({
  code: 'training.calendar.link-unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest calendari no existeix o el seu enllaç s’ha substituït per un de nou.',
    es: 'Este calendario no existe o su enlace se ha sustituido por uno nuevo.',
    en: 'There is no such calendar, or its link was replaced by a new one.',
  },
});

export const calendarLinkExpired = defineError({
  code: 'training.calendar.link-expired',
  kind: 'gone',
  message: {
    ca: 'Aquest calendari ha caducat: fa més d’un any de l’última sessió.',
    es: 'Este calendario ha caducado: hace más de un año de la última sesión.',
    en: 'This calendar has expired: the last session was more than a year ago.',
  },
});
