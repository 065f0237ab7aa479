import { defineError } from '@ateneu/kernel';

export const goodPracticeNotFound = defineError({
  code: 'directory.good-practice.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta bona pràctica no existeix o no és pública.',
    es: 'Esta buena práctica no existe o no es pública.',
    en: 'There is no such good practice, or it is not public.',
  },
});

export const goodPracticeInitiativeUnknown = defineError({
  code: 'directory.good-practice.initiative-unknown',
  kind: 'invalid',
  message: {
    ca: 'No hi ha cap iniciativa amb l’identificador {id}.',
    es: 'No hay ninguna iniciativa con el identificador {id}.',
    en: 'There is no initiative with the id {id}.',
  },
});

export const goodPracticeWrongState = defineError({
  code: 'directory.good-practice.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb una bona pràctica en estat «{status}».',
    es: 'Esta acción no se puede hacer con una buena práctica en estado «{status}».',
    en: 'This cannot be done to a good practice in state “{status}”.',
  },
});
