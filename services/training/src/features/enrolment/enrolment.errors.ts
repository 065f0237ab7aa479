import { defineError } from '@ateneu/kernel';

export const enrolmentNotFound = defineError({
  code: 'training.enrolment.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta inscripció no existeix.',
    es: 'Esta inscripción no existe.',
    en: 'There is no such enrolment.',
  },
});

export const alreadyEnrolled = defineError({
  code: 'training.enrolment.already-enrolled',
  kind: 'conflict',
  message: {
    ca: 'Amb aquesta adreça electrònica ja hi ha una inscripció a la sessió. Trobareu l’enllaç per gestionar-la al correu que us vam enviar.',
    es: 'Con esta dirección de correo ya hay una inscripción en la sesión. Encontrará el enlace para gestionarla en el correo que le enviamos.',
    en: 'There is already an enrolment in this session with this address. The link to manage it is in the e-mail we sent you.',
  },
});

export const sessionFull = defineError({
  code: 'training.enrolment.session-full',
  kind: 'conflict',
  message: {
    ca: 'Ja no queden places en aquesta sessió i no té llista d’espera.',
    es: 'Ya no quedan plazas en esta sesión y no tiene lista de espera.',
    en: 'The session has no places left, and no waiting list.',
  },
});

export const enrolmentNotOpenYet = defineError({
  code: 'training.enrolment.not-open-yet',
  kind: 'conflict',
  message: {
    ca: 'La inscripció a aquesta sessió encara no s’ha obert.',
    es: 'La inscripción a esta sesión todavía no se ha abierto.',
    en: 'Enrolment in this session has not opened yet.',
  },
});

export const enrolmentClosed = defineError({
  code: 'training.enrolment.closed',
  kind: 'conflict',
  message: {
    ca: 'La inscripció a aquesta sessió ja s’ha tancat.',
    es: 'La inscripción a esta sesión ya se ha cerrado.',
    en: 'Enrolment in this session has closed.',
  },
});

export const sessionStarted = defineError({
  code: 'training.enrolment.session-started',
  kind: 'conflict',
  message: {
    ca: 'Aquesta sessió ja ha començat o ja s’ha fet.',
    es: 'Esta sesión ya ha empezado o ya se ha hecho.',
    en: 'This session has already started or been held.',
  },
});

export const sessionCalledOff = defineError({
  code: 'training.enrolment.session-cancelled',
  kind: 'conflict',
  message: {
    ca: 'Aquesta sessió s’ha cancel·lat.',
    es: 'Esta sesión se ha cancelado.',
    en: 'This session has been cancelled.',
  },
});

export const enrolmentEnded = defineError({
  code: 'training.enrolment.ended',
  kind: 'conflict',
  message: {
    ca: 'Aquesta inscripció està cancel·lada. Si encara voleu venir, torneu-vos a inscriure.',
    es: 'Esta inscripción está cancelada. Si todavía quiere venir, vuelva a inscribirse.',
    en: 'This enrolment is cancelled. If you still want to come, enrol again.',
  },
});

export const birthYearInFuture = defineError({
  code: 'training.enrolment.birth-year-in-future',
  kind: 'invalid',
  message: {
    ca: 'L’any de naixement no pot ser posterior a l’any actual.',
    es: 'El año de nacimiento no puede ser posterior al año actual.',
    en: 'The year of birth cannot be in the future.',
  },
});

export const automaticSubmission = defineError({
  code: 'training.enrolment.automatic-submission',
  kind: 'invalid',
  message: {
    ca: 'Sembla que el formulari l’ha omplert un programa. Deixeu buit el camp «homepage» i torneu-ho a provar.',
    es: 'Parece que el formulario lo ha rellenado un programa. Deje vacío el campo «homepage» y vuelva a intentarlo.',
    en: 'The form seems to have been filled in by a program. Leave the field “homepage” empty and try again.',
  },
});

export const linkUnknown = defineError({
  code: 'training.enrolment.link-unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest enllaç no és vàlid. Comproveu que l’heu copiat sencer.',
    es: 'Este enlace no es válido. Compruebe que lo ha copiado entero.',
    en: 'This link is not valid. Check that you copied all of it.',
  },
});

export const linkExpired = defineError({
  code: 'training.enrolment.link-expired',
  kind: 'gone',
  message: {
    ca: 'Aquest enllaç ha caducat perquè la sessió ja s’ha acabat.',
    es: 'Este enlace ha caducado porque la sesión ya ha terminado.',
    en: 'This link has expired, because the session is over.',
  },
});
