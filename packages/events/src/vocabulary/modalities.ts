import type { Term } from './term.ts';

/** The three kinds of accompaniment. */
export const modalityTerms = [
  { code: 'creation', label: { ca: 'Creació', es: 'Creación', en: 'Creation' } },
  { code: 'consolidation', label: { ca: 'Consolidació', es: 'Consolidación', en: 'Consolidation' } },
  { code: 'transformation', label: { ca: 'Transformació', es: 'Transformación', en: 'Transformation' } },
] as const satisfies readonly Term[];
