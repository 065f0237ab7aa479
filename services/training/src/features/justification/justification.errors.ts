import { defineError } from '@ateneu/kernel';

export const callNotFound = defineError({
  code: 'training.justification.call-not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta convocatòria no existeix.',
    es: 'Esta convocatoria no existe.',
    en: 'There is no such call.',
  },
});
