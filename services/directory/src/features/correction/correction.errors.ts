import { defineError } from '@ateneu/kernel';

export const correctionNotFound = defineError({
  code: 'directory.correction.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta correcció no existeix.',
    es: 'Esta corrección no existe.',
    en: 'There is no such correction.',
  },
});

export const correctionEmpty = defineError({
  code: 'directory.correction.empty',
  kind: 'invalid',
  message: {
    ca: 'La correcció no canvia res: la iniciativa ja diu això.',
    es: 'La corrección no cambia nada: la iniciativa ya dice eso.',
    en: 'The correction changes nothing: the initiative says so already.',
  },
});

export const correctionDecided = defineError({
  code: 'directory.correction.decided',
  kind: 'conflict',
  message: {
    ca: 'Aquesta correcció ja s’ha resolt.',
    es: 'Esta corrección ya se ha resuelto.',
    en: 'This correction has been decided already.',
  },
});

export const correctionFieldUnknown = defineError({
  code: 'directory.correction.field-unknown',
  kind: 'invalid',
  message: {
    ca: 'La correcció no canvia el camp «{field}».',
    es: 'La corrección no cambia el campo «{field}».',
    en: 'The correction does not change the field “{field}”.',
  },
});
