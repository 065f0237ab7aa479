import { defineError } from '@ateneu/kernel';

export const callUnknown = defineError({
  code: 'accompaniment.justification.call-unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquesta convocatòria no existeix.',
    es: 'Esta convocatoria no existe.',
    en: 'There is no such call.',
  },
});
