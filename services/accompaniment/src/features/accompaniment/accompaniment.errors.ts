import { defineError } from '@ateneu/kernel';

export const accompanimentNotFound = defineError({
  code: 'accompaniment.accompaniment.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest acompanyament no existeix.',
    es: 'Este acompañamiento no existe.',
    en: 'There is no such accompaniment.',
  },
});

export const accompanimentWrongState = defineError({
  code: 'accompaniment.accompaniment.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb un acompanyament en estat «{status}».',
    es: 'Esta acción no se puede hacer con un acompañamiento en estado «{status}».',
    en: 'This cannot be done to an accompaniment in state “{status}”.',
  },
});

export const alreadyInProgress = defineError({
  code: 'accompaniment.accompaniment.already-in-progress',
  kind: 'conflict',
  message: {
    ca: 'Aquest projecte ja té en curs un acompanyament d’aquesta modalitat.',
    es: 'Este proyecto ya tiene en curso un acompañamiento de esta modalidad.',
    en: 'This project already has an accompaniment of this modality in progress.',
  },
});

export const referralTaken = defineError({
  code: 'accompaniment.accompaniment.referral-taken',
  kind: 'conflict',
  message: {
    ca: 'Aquesta derivació ja té un acompanyament.',
    es: 'Esta derivación ya tiene un acompañamiento.',
    en: 'This referral already has an accompaniment.',
  },
});

export const modalityMismatch = defineError({
  code: 'accompaniment.accompaniment.modality-mismatch',
  kind: 'invalid',
  message: {
    ca: 'La modalitat ha de ser la de la derivació: «{expected}».',
    es: 'La modalidad debe ser la de la derivación: «{expected}».',
    en: 'The modality must be that of the referral: “{expected}”.',
  },
});

export const sessionInFuture = defineError({
  code: 'accompaniment.session.in-future',
  kind: 'invalid',
  message: {
    ca: 'Una sessió d’acompanyament només es registra quan ja s’ha fet.',
    es: 'Una sesión de acompañamiento solo se registra cuando ya se ha hecho.',
    en: 'A consultancy session is recorded only once it has taken place.',
  },
});

export const taxIdInvalid = defineError({
  code: 'accompaniment.outcome.tax-id-invalid',
  kind: 'invalid',
  message: {
    ca: 'El NIF «{taxId}» no és correcte: reviseu-ne els dígits i el caràcter de control.',
    es: 'El NIF «{taxId}» no es correcto: revise sus dígitos y el carácter de control.',
    en: 'The tax id “{taxId}” is not right: check its digits and its check character.',
  },
});

export const constitutedInFuture = defineError({
  code: 'accompaniment.outcome.constituted-in-future',
  kind: 'invalid',
  message: {
    ca: 'La data de constitució no pot ser futura.',
    es: 'La fecha de constitución no puede ser futura.',
    en: 'The date of constitution cannot be in the future.',
  },
});

export const legalFormUnchanged = defineError({
  code: 'accompaniment.outcome.legal-form-unchanged',
  kind: 'invalid',
  message: {
    ca: 'La forma jurídica d’arribada ha de ser diferent de la de partida.',
    es: 'La forma jurídica de llegada debe ser distinta de la de partida.',
    en: 'The new legal form must differ from the old one.',
  },
});

export const accompanimentCodeUnknown = defineError({
  code: 'accompaniment.accompaniment.code-unknown',
  kind: 'invalid',
  message: {
    ca: 'El codi «{value}» del camp {field} no existeix.',
    es: 'El código «{value}» del campo {field} no existe.',
    en: 'There is no code “{value}” for {field}.',
  },
});

export const phaseUnknown = defineError({
  code: 'accompaniment.phase.unknown',
  kind: 'invalid',
  message: {
    ca: 'L’itinerari d’aquest acompanyament no té la fase «{phase}».',
    es: 'El itinerario de este acompañamiento no tiene la fase «{phase}».',
    en: 'The itinerary of this accompaniment has no phase “{phase}”.',
  },
});

export const phaseTwice = defineError({
  code: 'accompaniment.phase.twice',
  kind: 'invalid',
  message: {
    ca: 'El codi de cada fase, i de cada tasca dins d’una fase, només pot sortir una vegada.',
    es: 'El código de cada fase, y de cada tarea dentro de una fase, solo puede aparecer una vez.',
    en: 'The code of each phase, and of each task within a phase, may appear only once.',
  },
});

export const taskNotFound = defineError({
  code: 'accompaniment.task.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta tasca no existeix.',
    es: 'Esta tarea no existe.',
    en: 'There is no such task.',
  },
});

export const serviceNotFound = defineError({
  code: 'accompaniment.service.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest servei no existeix, o no s’ha ofert.',
    es: 'Este servicio no existe, o no se ha ofrecido.',
    en: 'There is no such service, or it was not offered.',
  },
});

export const memberUnknown = defineError({
  code: 'accompaniment.session.member-unknown',
  kind: 'invalid',
  message: {
    ca: 'Alguna de les persones indicades no és al grup del projecte.',
    es: 'Alguna de las personas indicadas no está en el grupo del proyecto.',
    en: 'Some of the people named are not in the project’s group.',
  },
});

export const sessionNotFound = defineError({
  code: 'accompaniment.session.not-found',
  kind: 'not-found',
  message: {
    ca: 'No hi ha cap sessió així en aquest acompanyament, o es va retirar.',
    es: 'No hay ninguna sesión así en este acompañamiento, o se retiró.',
    en: 'There is no such session in this accompaniment, or it was taken back.',
  },
});
