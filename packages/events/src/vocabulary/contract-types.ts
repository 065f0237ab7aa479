import type { Term } from './term.ts';

/** The kinds of contract that the funder tells apart in a job insertion. */
export const contractTypes = [
  { code: 'indefinite', label: { ca: 'Indefinit', es: 'Indefinido', en: 'Indefinite' } },
  { code: 'temporary', label: { ca: 'Temporal', es: 'Temporal', en: 'Temporary' } },
  {
    code: 'training',
    label: { ca: 'Formació i aprenentatge', es: 'Formación y aprendizaje', en: 'Training and apprenticeship' },
  },
  { code: 'internship', label: { ca: 'Pràctiques', es: 'Prácticas', en: 'Internship' } },
  {
    code: 'member',
    label: {
      ca: 'Soci/a cooperativa o societat laboral',
      es: 'Socio/a de cooperativa o sociedad laboral',
      en: 'Member of a cooperative or employee-owned company',
    },
  },
] as const satisfies readonly Term[];
