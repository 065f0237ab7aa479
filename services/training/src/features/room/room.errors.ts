import { defineError } from '@ateneu/kernel';

export const roomNotFound = defineError({
  code: 'training.room.not-found',
  kind: 'not-found',
  message: { ca: 'Aquesta sala no existeix.', es: 'Esta sala no existe.', en: 'There is no such room.' },
});

export const roomTaken = defineError({
  code: 'training.room.taken',
  kind: 'conflict',
  message: {
    ca: 'La sala ja està ocupada a aquella hora. Trieu-ne una altra o canvieu l’hora.',
    es: 'La sala ya está ocupada a esa hora. Elija otra o cambie la hora.',
    en: 'The room is taken at that time. Choose another, or another time.',
  },
});

export const roomNameTaken = defineError({
  code: 'training.room.name-taken',
  kind: 'conflict',
  message: {
    ca: 'Ja hi ha una sala amb aquest nom.',
    es: 'Ya hay una sala con este nombre.',
    en: 'There is a room of that name already.',
  },
});

export const bookingNotFound = defineError({
  code: 'training.room.booking-not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta reserva no existeix, o és d’una sessió i es canvia amb ella.',
    es: 'Esta reserva no existe, o es de una sesión y se cambia con ella.',
    en: 'There is no such booking, or it belongs to a session and changes with it.',
  },
});

export const bookingTimesInconsistent = defineError({
  code: 'training.room.times-inconsistent',
  kind: 'invalid',
  message: {
    ca: 'La reserva ha d’acabar després de començar.',
    es: 'La reserva debe terminar después de empezar.',
    en: 'A booking must end after it starts.',
  },
});
