import type { Term } from './term.ts';

/** Why a proposal is not published in the directory. */
export const initiativeRejectionReasons = [
  {
    code: 'not-sse',
    label: {
      ca: 'No és una iniciativa d’economia social i solidària',
      es: 'No es una iniciativa de economía social y solidaria',
      en: 'Not an initiative of the social and solidarity economy',
    },
  },
  {
    code: 'outside-territory',
    label: {
      ca: 'És fora del territori de l’ateneu',
      es: 'Está fuera del territorio del ateneu',
      en: 'Outside the territory of the ateneu',
    },
  },
  {
    code: 'duplicate',
    label: { ca: 'Ja consta al directori', es: 'Ya consta en el directorio', en: 'Already in the directory' },
  },
  {
    code: 'insufficient-information',
    label: { ca: 'Falta informació', es: 'Falta información', en: 'Not enough information' },
  },
  { code: 'other', label: { ca: 'Un altre motiu', es: 'Otro motivo', en: 'Another reason' } },
] as const satisfies readonly Term[];
