import { defineError } from '@ateneu/kernel';

export const searchLimitTooHigh = defineError({
  code: 'directory.search.limit-too-high',
  kind: 'invalid',
  message: {
    ca: 'El camp limit no pot passar de {max} en aquest format.',
    es: 'El campo limit no puede pasar de {max} en este formato.',
    en: 'The field limit cannot be more than {max} in this format.',
  },
});
