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
    ca: 'Aquesta inscripció està anul·lada. Si encara voleu venir, torneu-vos a inscriure.',
    es: 'Esta inscripción está anulada. Si todavía quiere venir, vuelva a inscribirse.',
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
    ca: 'Aquest enllaç ha caducat perquè ja fa temps que la sessió es va acabar.',
    es: 'Este enlace ha caducado porque hace tiempo que la sesión terminó.',
    en: 'This link has expired, because the session ended long ago.',
  },
});

export const answerMissing = defineError({
  code: 'training.enrolment.answer-missing',
  kind: 'invalid',
  message: {
    ca: 'Falta respondre la pregunta «{question}».',
    es: 'Falta responder la pregunta «{question}».',
    en: 'The question “{question}” needs an answer.',
  },
});

export const answerInvalid = defineError({
  code: 'training.enrolment.answer-invalid',
  kind: 'invalid',
  message: {
    ca: 'La resposta a la pregunta «{question}» no és vàlida.',
    es: 'La respuesta a la pregunta «{question}» no es válida.',
    en: 'The answer to the question “{question}” is not valid.',
  },
});

export const answerUnasked = defineError({
  code: 'training.enrolment.answer-unasked',
  kind: 'invalid',
  message: {
    ca: 'Ningú no ha preguntat «{question}» en aquesta sessió.',
    es: 'Nadie ha preguntado «{question}» en esta sesión.',
    en: 'Nobody asked “{question}” in this session.',
  },
});

export const placeNeeded = defineError({
  code: 'training.enrolment.place-needed',
  kind: 'invalid',
  message: {
    ca: 'Digueu si vindreu a la sala («room») o us connectareu en línia («online»).',
    es: 'Diga si vendrá a la sala («room») o se conectará en línea («online»).',
    en: 'Say whether you come to the room (“room”) or join by video (“online”).',
  },
});

export const sessionForMinors = defineError({
  code: 'training.enrolment.for-minors',
  kind: 'conflict',
  message: {
    ca: 'Aquesta sessió és d’un centre educatiu i no té inscripció.',
    es: 'Esta sesión es de un centro educativo y no tiene inscripción.',
    en: 'This session is for a school, and nobody enrols in it.',
  },
});

export const partyTooLarge = defineError({
  code: 'training.enrolment.party-too-large',
  kind: 'conflict',
  message: {
    ca: 'Només queden {places} places i no hi cap tot el grup. No s’ha inscrit ningú.',
    es: 'Solo quedan {places} plazas y no cabe todo el grupo. No se ha inscrito a nadie.',
    en: 'Only {places} places are left, too few for the whole group. Nobody was enrolled.',
  },
});

export const noOffer = defineError({
  code: 'training.enrolment.no-offer',
  kind: 'conflict',
  message: {
    ca: 'Ara mateix no us guardem cap plaça.',
    es: 'Ahora mismo no le guardamos ninguna plaza.',
    en: 'No place is being kept for you now.',
  },
});

export const offerExpired = defineError({
  code: 'training.enrolment.offer-expired',
  kind: 'conflict',
  message: {
    ca: 'El termini per acceptar la plaça s’ha acabat. Si encara voleu venir, torneu-vos a inscriure.',
    es: 'El plazo para aceptar la plaza ha terminado. Si todavía quiere venir, vuelva a inscribirse.',
    en: 'The time to take the place is over. If you still want to come, enrol again.',
  },
});

export const notMovable = defineError({
  code: 'training.enrolment.not-movable',
  kind: 'conflict',
  message: {
    ca: 'Aquesta inscripció ja no es pot passar a una altra sessió.',
    es: 'Esta inscripción ya no se puede pasar a otra sesión.',
    en: 'This enrolment can no longer be moved to another session.',
  },
});

export const sameSession = defineError({
  code: 'training.enrolment.same-session',
  kind: 'conflict',
  message: {
    ca: 'La persona ja és en aquesta sessió.',
    es: 'La persona ya está en esta sesión.',
    en: 'The person is in this session already.',
  },
});

export const courseOver = defineError({
  code: 'training.enrolment.course-over',
  kind: 'conflict',
  message: {
    ca: 'Aquest curs ja no té cap sessió oberta.',
    es: 'Este curso ya no tiene ninguna sesión abierta.',
    en: 'This course has no session left that is open.',
  },
});
