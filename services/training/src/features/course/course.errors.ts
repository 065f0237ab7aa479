import { defineError } from '@ateneu/kernel';

export const courseWrongState = defineError({
  code: 'training.course.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb un curs en estat «{status}».',
    es: 'Esta acción no se puede hacer con un curso en estado «{status}».',
    en: 'This cannot be done to a course in state “{status}”.',
  },
});

export const courseWithoutSessions = defineError({
  code: 'training.course.without-sessions',
  kind: 'conflict',
  message: {
    ca: 'El curs encara no té cap sessió.',
    es: 'El curso todavía no tiene ninguna sesión.',
    en: 'The course has no session yet.',
  },
});
