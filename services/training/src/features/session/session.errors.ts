import { defineError } from '@ateneu/kernel';

export const sessionNotFound = defineError({
  code: 'training.session.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta sessió no existeix o no és pública.',
    es: 'Esta sesión no existe o no es pública.',
    en: 'There is no such session, or it is not public.',
  },
});

export const sessionWrongState = defineError({
  code: 'training.session.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb una sessió en estat «{status}».',
    es: 'Esta acción no se puede hacer con una sesión en estado «{status}».',
    en: 'This cannot be done to a session in state “{status}”.',
  },
});

export const sessionTimesInconsistent = defineError({
  code: 'training.session.times-inconsistent',
  kind: 'invalid',
  message: {
    ca: 'Les dates no quadren: la sessió ha d’acabar després de començar, i la inscripció s’ha d’obrir abans de tancar-se i abans del començament.',
    es: 'Las fechas no cuadran: la sesión debe terminar después de empezar, y la inscripción debe abrirse antes de cerrarse y antes del comienzo.',
    en: 'The dates do not fit: the session must end after it starts, and enrolment must open before it closes and before the start.',
  },
});

export const sessionInThePast = defineError({
  code: 'training.session.in-the-past',
  kind: 'conflict',
  message: {
    ca: 'L’hora de començament ja ha passat.',
    es: 'La hora de comienzo ya ha pasado.',
    en: 'The start is in the past already.',
  },
});

export const sessionVenueMissing = defineError({
  code: 'training.session.venue-missing',
  kind: 'conflict',
  message: {
    ca: 'Cal dir on es fa la sessió abans de publicar-la.',
    es: 'Hay que decir dónde se hace la sesión antes de publicarla.',
    en: 'A session with people in a room needs a venue before it is published.',
  },
});

export const sessionAnnounced = defineError({
  code: 'training.session.announced',
  kind: 'conflict',
  message: {
    ca: 'Ja hi ha {enrolled} persones inscrites amb aquesta data, lloc i modalitat. Reprogrameu la sessió perquè ho sàpiguen.',
    es: 'Ya hay {enrolled} personas inscritas con esta fecha, lugar y modalidad. Reprograme la sesión para que lo sepan.',
    en: '{enrolled} people have already enrolled for this date, place and mode. Reschedule the session, so that they are told.',
  },
});

export const sessionBegun = defineError({
  code: 'training.session.begun',
  kind: 'conflict',
  message: {
    ca: 'Aquesta sessió ja ha començat i no es pot reprogramar.',
    es: 'Esta sesión ya ha empezado y no se puede reprogramar.',
    en: 'This session has begun and cannot be rescheduled.',
  },
});

export const sessionPlacesInconsistent = defineError({
  code: 'training.session.places-inconsistent',
  kind: 'invalid',
  message: {
    ca: 'Les places en línia són només per a sessions híbrides, i no poden ser més que el total de places.',
    es: 'Las plazas en línea son solo para sesiones híbridas, y no pueden ser más que el total de plazas.',
    en: 'Online places are for hybrid sessions alone, and cannot be more than the places in all.',
  },
});

export const courseNotFound = defineError({
  code: 'training.course.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest curs no existeix o no és públic.',
    es: 'Este curso no existe o no es público.',
    en: 'There is no such course, or it is not public.',
  },
});
