import { defineError } from '@ateneu/kernel';

export const retentionSubjectNotFound = defineError({
  code: 'accompaniment.privacy.subject-not-found',
  kind: 'not-found',
  message: {
    ca: 'No hi ha res amb aquest identificador.',
    es: 'No hay nada con este identificador.',
    en: 'There is nothing with this identifier.',
  },
});
