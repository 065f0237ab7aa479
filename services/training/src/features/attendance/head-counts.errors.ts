import { defineError } from '@ateneu/kernel';

export const countsNotForMinors = defineError({
  code: 'training.head-count.not-for-minors',
  kind: 'conflict',
  message: {
    ca: 'Només es compten alumnes a les sessions de centres educatius.',
    es: 'Solo se cuentan alumnos en las sesiones de centros educativos.',
    en: 'Pupils are counted only in sessions of schools.',
  },
});

export const countsTwice = defineError({
  code: 'training.head-count.twice',
  kind: 'invalid',
  message: {
    ca: 'Hi ha dues vegades el mateix centre i grau.',
    es: 'Hay dos veces el mismo centro y grado.',
    en: 'The same school and grade is there twice.',
  },
});

export const attendanceNotYetForMinors = defineError({
  code: 'training.head-count.not-yet',
  kind: 'conflict',
  message: {
    ca: 'Els alumnes es compten quan la sessió ha començat.',
    es: 'Los alumnos se cuentan cuando la sesión ha empezado.',
    en: 'Pupils are counted once the session has begun.',
  },
});
