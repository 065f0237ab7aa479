import { defineError } from '@ateneu/kernel';

/** The caller edits a version that is no longer the current one. */
export const recordChanged = defineError({
  code: 'kit.record.changed',
  kind: 'stale',
  message: {
    ca: 'Algú ho ha canviat mentrestant: ara és la versió {current}. Torneu-ho a carregar i repetiu el canvi.',
    es: 'Alguien lo ha cambiado mientras tanto: ahora es la versión {current}. Vuelva a cargarlo y repita el cambio.',
    en: 'Somebody changed it meanwhile: it is now version {current}. Load it again and repeat your change.',
  },
});

/** A page cursor that this service did not make, or made for another list. */
export const cursorInvalid = defineError({
  code: 'kit.cursor.invalid',
  kind: 'invalid',
  message: {
    ca: 'El cursor de pàgina no és vàlid. Torneu a començar la llista sense cursor.',
    es: 'El cursor de página no es válido. Vuelva a empezar la lista sin cursor.',
    en: 'The page cursor is not valid. Start the list again without one.',
  },
});
