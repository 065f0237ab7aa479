import { defineError } from '@ateneu/kernel';

export const attendanceNotYet = defineError({
  code: 'training.attendance.not-yet',
  kind: 'conflict',
  message: {
    ca: 'L’assistència es pot registrar quan la sessió ha començat.',
    es: 'La asistencia se puede registrar cuando la sesión ha empezado.',
    en: 'Attendance can be recorded once the session has begun.',
  },
});

export const attendanceWithoutPlace = defineError({
  code: 'training.attendance.without-place',
  kind: 'conflict',
  message: {
    ca: 'Aquesta persona no tenia plaça: és a la llista d’espera o la inscripció està anul·lada.',
    es: 'Esta persona no tenía plaza: está en la lista de espera o la inscripción está anulada.',
    en: 'This person had no place: they wait, or the enrolment is cancelled.',
  },
});

export const attendanceTooLong = defineError({
  code: 'training.attendance.too-long',
  kind: 'invalid',
  message: {
    ca: 'Ningú no pot assistir més minuts dels {minutes} que dura la sessió.',
    es: 'Nadie puede asistir más minutos de los {minutes} que dura la sesión.',
    en: 'Nobody can attend longer than the {minutes} minutes that the session lasts.',
  },
});

export const attendanceOnRecord = defineError({
  code: 'training.attendance.on-record',
  kind: 'conflict',
  message: {
    ca: 'Aquesta inscripció ja té l’assistència registrada i no es pot cancel·lar.',
    es: 'Esta inscripción ya tiene la asistencia registrada y no se puede cancelar.',
    en: 'The attendance of this enrolment is on record, so it cannot be cancelled.',
  },
});

export const attendanceChanged = defineError({
  code: 'training.attendance.changed',
  kind: 'stale',
  message: {
    ca: 'Algú ha canviat mentrestant la inscripció {enrolmentId}: ara és la versió {current}. No s’ha desat res; torneu a carregar la llista.',
    es: 'Alguien ha cambiado mientras tanto la inscripción {enrolmentId}: ahora es la versión {current}. No se ha guardado nada; vuelva a cargar la lista.',
    en: 'Somebody changed enrolment {enrolmentId} meanwhile: it is now version {current}. Nothing was saved; load the list again.',
  },
});

export const personWaiting = defineError({
  code: 'training.attendance.person-waiting',
  kind: 'conflict',
  message: {
    ca: 'Aquesta persona és a la llista d’espera. Cancel·leu-ne el torn i torneu-la a apuntar.',
    es: 'Esta persona está en la lista de espera. Cancele su turno y vuelva a apuntarla.',
    en: 'This person is on the waiting list. Cancel their turn, and then add them again.',
  },
});

export const noRoomToWalkIn = defineError({
  code: 'training.attendance.no-room',
  kind: 'conflict',
  message: {
    ca: 'No hi ha cap plaça lliure. Registreu primer les absències, o amplieu les places de la sessió.',
    es: 'No hay ninguna plaza libre. Registre primero las ausencias, o amplíe las plazas de la sesión.',
    en: 'There is no free place. Record who is absent first, or give the session more places.',
  },
});
