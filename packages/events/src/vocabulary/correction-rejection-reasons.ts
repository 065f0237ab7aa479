import type { Term } from './term.ts';

/** Why a correction that somebody proposed to the directory is not applied. */
export const correctionRejectionReasons = [
  {
    code: 'not-verifiable',
    label: {
      ca: 'No ho hem pogut comprovar',
      es: 'No lo hemos podido comprobar',
      en: 'We could not verify it',
    },
  },
  {
    code: 'incorrect',
    label: {
      ca: 'La informació no és correcta',
      es: 'La información no es correcta',
      en: 'The information is not right',
    },
  },
  {
    code: 'already-applied',
    label: { ca: 'Ja constava així', es: 'Ya constaba así', en: 'It already said so' },
  },
  {
    code: 'outside-scope',
    label: {
      ca: 'No és informació que el directori reculli',
      es: 'No es información que el directorio recoja',
      en: 'Not information that the directory holds',
    },
  },
  { code: 'other', label: { ca: 'Un altre motiu', es: 'Otro motivo', en: 'Another reason' } },
] as const satisfies readonly Term[];
