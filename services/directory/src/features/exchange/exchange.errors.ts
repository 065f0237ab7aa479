import { defineError } from '@ateneu/kernel';

export const importNotFound = defineError({
  code: 'directory.import.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta importació no existeix.',
    es: 'Esta importación no existe.',
    en: 'There is no such import.',
  },
});

export const importWrongState = defineError({
  code: 'directory.import.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Això no es pot fer amb una importació en estat «{status}».',
    es: 'Esto no se puede hacer con una importación en estado «{status}».',
    en: 'This cannot be done to an import in state “{status}”.',
  },
});

export const importEncodingWrong = defineError({
  code: 'directory.import.encoding',
  kind: 'invalid',
  message: {
    ca: 'El fitxer no és text UTF-8. Deseu-lo amb la codificació UTF-8 i torneu-lo a enviar.',
    es: 'El archivo no es texto UTF-8. Guárdelo con la codificación UTF-8 y vuelva a enviarlo.',
    en: 'The file is not UTF-8 text. Save it with UTF-8 encoding and send it again.',
  },
});

export const importMalformed = defineError({
  code: 'directory.import.malformed',
  kind: 'invalid',
  message: {
    ca: 'El fitxer no es pot llegir a partir de la línia {line}: {reason}.',
    es: 'El archivo no se puede leer a partir de la línea {line}: {reason}.',
    en: 'The file cannot be read from line {line} on: {reason}.',
  },
});

export const importColumnMissing = defineError({
  code: 'directory.import.column-missing',
  kind: 'invalid',
  message: {
    ca: 'El fitxer no té la columna «{column}».',
    es: 'El archivo no tiene la columna «{column}».',
    en: 'The file has no column “{column}”.',
  },
});

export const importIdentityMissing = defineError({
  code: 'directory.import.identity-missing',
  kind: 'invalid',
  message: {
    ca: 'Cal una columna «id» o «external_id»: sense ella, importar dues vegades ho duplicaria tot.',
    es: 'Hace falta una columna «id» o «external_id»: sin ella, importar dos veces lo duplicaría todo.',
    en: 'A column “id” or “external_id” is needed: without it, importing twice would duplicate everything.',
  },
});

export const importTooLong = defineError({
  code: 'directory.import.too-long',
  kind: 'invalid',
  message: {
    ca: 'El fitxer té més de {max} línies. Partiu-lo.',
    es: 'El archivo tiene más de {max} líneas. Divídalo.',
    en: 'The file has more than {max} lines. Split it.',
  },
});

export const importRepeated = defineError({
  code: 'directory.import.repeated',
  kind: 'conflict',
  message: {
    ca: 'La línia {line} ja parla de la mateixa iniciativa.',
    es: 'La línea {line} ya habla de la misma iniciativa.',
    en: 'Line {line} is about the same initiative already.',
  },
});

export const importIdMalformed = defineError({
  code: 'directory.import.id-malformed',
  kind: 'invalid',
  message: {
    ca: 'L’identificador no és vàlid.',
    es: 'El identificador no es válido.',
    en: 'The id is not valid.',
  },
});

export const exportNotFound = defineError({
  code: 'directory.export.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta exportació no existeix.',
    es: 'Esta exportación no existe.',
    en: 'There is no such export.',
  },
});

export const exportWrongState = defineError({
  code: 'directory.export.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Això no es pot fer amb una exportació en estat «{status}».',
    es: 'Esto no se puede hacer con una exportación en estado «{status}».',
    en: 'This cannot be done to an export in state “{status}”.',
  },
});

export const exportNotReady = defineError({
  code: 'directory.export.not-ready',
  kind: 'conflict',
  message: {
    ca: 'El fitxer encara no és a punt.',
    es: 'El archivo aún no está listo.',
    en: 'The file is not ready yet.',
  },
});

export const exportFailed = defineError({
  code: 'directory.export.failed',
  kind: 'conflict',
  message: {
    ca: 'El fitxer no s’ha pogut escriure. Torneu a començar l’exportació.',
    es: 'El archivo no se ha podido escribir. Vuelva a empezar la exportación.',
    en: 'The file could not be written. Begin the export again.',
  },
});

export const exportExpired = defineError({
  code: 'directory.export.expired',
  kind: 'gone',
  message: {
    ca: 'El fitxer ja no es guarda. Torneu a començar l’exportació.',
    es: 'El archivo ya no se guarda. Vuelva a empezar la exportación.',
    en: 'The file is not kept any more. Begin the export again.',
  },
});

export const exportTooMany = defineError({
  code: 'directory.export.too-many',
  kind: 'conflict',
  message: {
    ca: 'Ja teniu {count} exportacions en marxa o guardades, i {max} és el màxim. Espereu que acabin o esborreu-ne alguna.',
    es: 'Ya tiene {count} exportaciones en marcha o guardadas, y {max} es el máximo. Espere a que acaben o borre alguna.',
    en: 'You have {count} exports under way or kept already, and {max} is the most. Wait for them to end, or delete one.',
  },
});

export const exportSomebodyElses = defineError({
  code: 'directory.export.somebody-elses',
  kind: 'forbidden',
  message: {
    ca: 'Aquesta exportació és d’una altra persona: només l’esborra ella o una coordinadora.',
    es: 'Esta exportación es de otra persona: solo la borra ella o una coordinadora.',
    en: 'This export is somebody else’s: only they or a coordinator delete it.',
  },
});
