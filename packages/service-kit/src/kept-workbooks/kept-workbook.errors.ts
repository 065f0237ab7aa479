import { defineError } from '@ateneu/kernel';

import type { KeptWorkbookErrors } from './kept-workbook.ts';

/** The refusals of a service: `training.kept-workbook.not-found`. */
export function keptWorkbookErrors(service: string): KeptWorkbookErrors {
  return {
    notFound: defineError({
      code: `${service}.kept-workbook.not-found`,
      kind: 'not-found',
      message: {
        ca: 'Aquest full de justificació no s’ha desat aquí, o ja s’ha esborrat.',
        es: 'Esta hoja de justificación no se ha guardado aquí, o ya se ha borrado.',
        en: 'This workbook was not kept here, or is gone by now.',
      },
    }),
    otherCall: defineError({
      code: `${service}.kept-workbook.other-call`,
      kind: 'conflict',
      message: {
        ca: 'Aquest identificador és d’un full de la convocatòria {call}.',
        es: 'Este identificador es de una hoja de la convocatoria {call}.',
        en: 'This id is that of a workbook of the call {call}.',
      },
    }),
    notReady: defineError({
      code: `${service}.kept-workbook.not-ready`,
      kind: 'conflict',
      message: {
        ca: 'El full encara no és a punt: primer s’ha d’acabar de fer.',
        es: 'La hoja aún no está lista: antes hay que terminar de hacerla.',
        en: 'The workbook is not ready yet: it has to be finished first.',
      },
    }),
  };
}
