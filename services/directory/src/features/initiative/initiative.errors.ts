import { defineError } from '@ateneu/kernel';

export const initiativeNotFound = defineError({
  code: 'directory.initiative.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta iniciativa no existeix o no és pública.',
    es: 'Esta iniciativa no existe o no es pública.',
    en: 'There is no such initiative, or it is not public.',
  },
});

export const initiativeWrongState = defineError({
  code: 'directory.initiative.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb una iniciativa en estat «{status}».',
    es: 'Esta acción no se puede hacer con una iniciativa en estado «{status}».',
    en: 'This cannot be done to an initiative in state “{status}”.',
  },
});

export const initiativeSummaryMissing = defineError({
  code: 'directory.initiative.summary-missing',
  kind: 'conflict',
  message: {
    ca: 'Abans de publicar la iniciativa cal escriure’n el resum.',
    es: 'Antes de publicar la iniciativa hay que escribir su resumen.',
    en: 'The initiative needs a summary before it is published.',
  },
});

export const initiativeSlugTaken = defineError({
  code: 'directory.initiative.slug-taken',
  kind: 'conflict',
  message: {
    ca: 'L’adreça «{slug}» ja és d’una altra iniciativa, o ho havia estat.',
    es: 'La dirección «{slug}» ya es de otra iniciativa, o lo había sido.',
    en: 'The address “{slug}” is, or was, another initiative’s.',
  },
});

export const initiativeCodeUnknown = defineError({
  code: 'directory.initiative.code-unknown',
  kind: 'invalid',
  message: {
    ca: 'El codi «{value}» del camp {field} no existeix.',
    es: 'El código «{value}» del campo {field} no existe.',
    en: 'There is no code “{value}” for {field}.',
  },
});

export const openingTimeEmpty = defineError({
  code: 'directory.initiative.opening-time-empty',
  kind: 'invalid',
  message: {
    ca: 'Un horari no pot obrir i tancar a la mateixa hora ({time}).',
    es: 'Un horario no puede abrir y cerrar a la misma hora ({time}).',
    en: 'Opening hours cannot open and close at the same time ({time}).',
  },
});

export const consentUnnamed = defineError({
  code: 'directory.initiative.consent-unnamed',
  kind: 'invalid',
  message: {
    ca: 'Cal dir qui ha donat el consentiment per publicar la dada de contacte («givenBy»).',
    es: 'Hay que decir quién ha dado el consentimiento para publicar el dato de contacto («givenBy»).',
    en: 'Say who gave the consent to publish the contact field (“givenBy”).',
  },
});
