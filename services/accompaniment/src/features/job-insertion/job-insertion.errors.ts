import { defineError } from '@ateneu/kernel';

export const insertionNotFound = defineError({
  code: 'accompaniment.insertion.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta inserció laboral no existeix.',
    es: 'Esta inserción laboral no existe.',
    en: 'There is no such job insertion.',
  },
});

export const insertionVoided = defineError({
  code: 'accompaniment.insertion.voided',
  kind: 'conflict',
  message: {
    ca: 'Aquesta inserció laboral es va anul·lar.',
    es: 'Esta inserción laboral se anuló.',
    en: 'This job insertion was taken back.',
  },
});

export const insertionInFuture = defineError({
  code: 'accompaniment.insertion.in-future',
  kind: 'invalid',
  message: {
    ca: 'Una inserció laboral es registra quan el contracte ja ha començat.',
    es: 'Una inserción laboral se registra cuando el contrato ya ha empezado.',
    en: 'A job insertion is recorded once the contract has begun.',
  },
});

export const insertionEndsBeforeStart = defineError({
  code: 'accompaniment.insertion.ends-before-start',
  kind: 'invalid',
  message: {
    ca: 'La data de baixa no pot ser anterior a la d’alta.',
    es: 'La fecha de baja no puede ser anterior a la de alta.',
    en: 'The last day cannot be before the first one.',
  },
});

export const insertionIdInvalid = defineError({
  code: 'accompaniment.insertion.id-invalid',
  kind: 'invalid',
  message: {
    ca: 'El DNI o NIE «{idDocument}» no és correcte: reviseu-ne els dígits i la lletra.',
    es: 'El DNI o NIE «{idDocument}» no es correcto: revise sus dígitos y la letra.',
    en: 'The DNI or NIE “{idDocument}” is not right: check its digits and its letter.',
  },
});
