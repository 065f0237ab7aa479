import type { Term } from './term.ts';

/** What an accompaniment, and the referral that led to it, came to. */
export const referralOutcomes = [
  {
    code: 'entity-created',
    label: { ca: 'S’ha creat una entitat', es: 'Se ha creado una entidad', en: 'An entity was created' },
  },
  {
    code: 'legal-form-transformed',
    label: {
      ca: 'S’ha transformat la forma jurídica',
      es: 'Se ha transformado la forma jurídica',
      en: 'The legal form was transformed',
    },
  },
  {
    code: 'consolidated',
    label: { ca: 'L’entitat s’ha consolidat', es: 'La entidad se ha consolidado', en: 'The entity was consolidated' },
  },
  {
    code: 'job-insertions',
    label: {
      ca: 'S’han fet insercions laborals',
      es: 'Se han realizado inserciones laborales',
      en: 'Job insertions were made',
    },
  },
  { code: 'none', label: { ca: 'Sense resultat', es: 'Sin resultado', en: 'No outcome' } },
] as const satisfies readonly Term[];
