import type { Term } from './term.ts';

/** Why an accompaniment ended before its time. */
export const accompanimentAbandonReasons = [
  {
    code: 'group-dissolved',
    label: { ca: 'El grup s’ha dissolt', es: 'El grupo se ha disuelto', en: 'The group dissolved' },
  },
  {
    code: 'not-viable',
    label: { ca: 'El projecte no és viable', es: 'El proyecto no es viable', en: 'The project is not viable' },
  },
  {
    code: 'no-contact',
    label: { ca: 'S’ha perdut el contacte', es: 'Se ha perdido el contacto', en: 'Contact was lost' },
  },
  {
    code: 'other-support',
    label: {
      ca: 'El projecte rep un altre suport',
      es: 'El proyecto recibe otro apoyo',
      en: 'The project has other support',
    },
  },
  {
    code: 'consent-withdrawn',
    label: {
      ca: 'La persona ha retirat el consentiment',
      es: 'La persona ha retirado el consentimiento',
      en: 'The person withdrew their consent',
    },
  },
  { code: 'other', label: { ca: 'Un altre motiu', es: 'Otro motivo', en: 'Another reason' } },
] as const satisfies readonly Term[];
