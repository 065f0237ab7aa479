import { defineError } from '@ateneu/kernel';

export const intakeNotFound = defineError({
  code: 'accompaniment.intake.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta petició inicial no existeix.',
    es: 'Esta petición inicial no existe.',
    en: 'There is no such intake request.',
  },
});

export const intakeWrongState = defineError({
  code: 'accompaniment.intake.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb una petició en estat «{status}».',
    es: 'Esta acción no se puede hacer con una petición en estado «{status}».',
    en: 'This cannot be done to a request in state “{status}”.',
  },
});

export const intakeNotConfirmed = defineError({
  code: 'accompaniment.intake.not-confirmed',
  kind: 'conflict',
  message: {
    ca: 'La persona encara no ha confirmat la seva adreça electrònica.',
    es: 'La persona todavía no ha confirmado su dirección de correo electrónico.',
    en: 'The person has not confirmed their e-mail address yet.',
  },
});

export const meetingInPast = defineError({
  code: 'accompaniment.intake.meeting-in-past',
  kind: 'invalid',
  message: {
    ca: 'L’acollida ha de ser en una data futura.',
    es: 'La acogida debe ser en una fecha futura.',
    en: 'The first meeting must be in the future.',
  },
});

export const modalityMissing = defineError({
  code: 'accompaniment.intake.modality-missing',
  kind: 'invalid',
  message: {
    ca: 'La persona no sabia quina modalitat necessita: indiqueu-la ara.',
    es: 'La persona no sabía qué modalidad necesita: indíquela ahora.',
    en: 'The person did not know which modality they need: say it now.',
  },
});

export const intakeCodeUnknown = defineError({
  code: 'accompaniment.intake.code-unknown',
  kind: 'invalid',
  message: {
    ca: 'El codi «{value}» del camp {field} no existeix.',
    es: 'El código «{value}» del campo {field} no existe.',
    en: 'There is no code “{value}” for {field}.',
  },
});

export const automaticSubmission = defineError({
  code: 'accompaniment.intake.automatic-submission',
  kind: 'invalid',
  message: {
    ca: 'Sembla que el formulari l’ha omplert un programa. Deixeu buit el camp «homepage» i torneu-ho a provar.',
    es: 'Parece que el formulario lo ha rellenado un programa. Deje vacío el campo «homepage» y vuelva a intentarlo.',
    en: 'The form seems to have been filled in by a program. Leave the field “homepage” empty and try again.',
  },
});

export const tooManyUnconfirmed = defineError({
  code: 'accompaniment.intake.too-many-unconfirmed',
  kind: 'conflict',
  message: {
    ca: 'Ja us hem enviat uns quants correus per confirmar peticions. Obriu l’enllaç d’un d’ells, o torneu-ho a provar demà.',
    es: 'Ya le hemos enviado varios correos para confirmar peticiones. Abra el enlace de uno de ellos, o vuelva a intentarlo mañana.',
    en: 'We have already sent you several e-mails to confirm requests. Open the link in one of them, or try again tomorrow.',
  },
});

export const linkUnknown = defineError({
  code: 'accompaniment.intake.link-unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest enllaç no és vàlid. Comproveu que l’heu copiat sencer.',
    es: 'Este enlace no es válido. Compruebe que lo ha copiado entero.',
    en: 'This link is not valid. Check that you copied all of it.',
  },
});

export const linkExpired = defineError({
  code: 'accompaniment.intake.link-expired',
  kind: 'gone',
  message: {
    ca: 'Aquest enllaç ha caducat. Torneu a enviar la petició, si us plau.',
    es: 'Este enlace ha caducado. Vuelva a enviar la petición, por favor.',
    en: 'This link has expired. Please send the request again.',
  },
});
