import { defineError } from '@ateneu/kernel';

export const documentNotFound = defineError({
  code: 'accompaniment.document.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest document no existeix.',
    es: 'Este documento no existe.',
    en: 'There is no such document.',
  },
});

export const documentMissing = defineError({
  code: 'accompaniment.document.missing',
  kind: 'invalid',
  message: {
    ca: 'Cal enviar un formulari amb el camp «kind» i, després, un fitxer al camp «file».',
    es: 'Hay que enviar un formulario con el campo «kind» y, después, un fichero en el campo «file».',
    en: 'Send a form with the field “kind” and, after it, a file in the field “file”.',
  },
});

export const documentTooLarge = defineError({
  code: 'accompaniment.document.too-large',
  kind: 'invalid',
  message: {
    ca: 'El fitxer supera els {megabytes} MiB.',
    es: 'El fichero supera los {megabytes} MiB.',
    en: 'The file is larger than {megabytes} MiB.',
  },
});

export const documentTypeRefused = defineError({
  code: 'accompaniment.document.type-refused',
  kind: 'invalid',
  message: {
    ca: 'El contingut del fitxer no és cap dels formats admesos: PDF, Word, Excel, PowerPoint, OpenDocument o imatge (PNG, JPEG, WebP).',
    es: 'El contenido del fichero no es ninguno de los formatos admitidos: PDF, Word, Excel, PowerPoint, OpenDocument o imagen (PNG, JPEG, WebP).',
    en: 'The contents of the file are none of the formats taken: PDF, Word, Excel, PowerPoint, OpenDocument or an image (PNG, JPEG, WebP).',
  },
});

export const documentOfAnotherProject = defineError({
  code: 'accompaniment.document.of-another-project',
  kind: 'conflict',
  message: {
    ca: 'Aquest document no és del projecte de la derivació. Indiqueu a la derivació de quin projecte és.',
    es: 'Este documento no es del proyecto de la derivación. Indique en la derivación de qué proyecto es.',
    en: 'This document is not of the referral’s project. Say in the referral which project it is about.',
  },
});
