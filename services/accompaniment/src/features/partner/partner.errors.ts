import { defineError } from '@ateneu/kernel';

export const partnerNotFound = defineError({
  code: 'accompaniment.partner.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta entitat col·laboradora no existeix.',
    es: 'Esta entidad colaboradora no existe.',
    en: 'There is no such partner.',
  },
});

export const partnerWrongState = defineError({
  code: 'accompaniment.partner.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb una entitat col·laboradora en estat «{status}».',
    es: 'Esta acción no se puede hacer con una entidad colaboradora en estado «{status}».',
    en: 'This cannot be done to a partner in state “{status}”.',
  },
});

export const partnerNameTaken = defineError({
  code: 'accompaniment.partner.name-taken',
  kind: 'conflict',
  message: {
    ca: 'Ja hi ha una entitat col·laboradora amb aquest nom.',
    es: 'Ya hay una entidad colaboradora con este nombre.',
    en: 'There is already a partner of this name.',
  },
});

export const credentialsAlreadyIssued = defineError({
  code: 'accompaniment.partner.credentials-issued',
  kind: 'conflict',
  message: {
    ca: 'Les credencials d’aquesta entitat ja es van lliurar i només es mostren una vegada. Si s’han perdut, renoveu-les.',
    es: 'Las credenciales de esta entidad ya se entregaron y solo se muestran una vez. Si se han perdido, renuévelas.',
    en: 'The credentials of this partner were already issued and are shown once only. If they are lost, rotate them.',
  },
});

export const accountMissing = defineError({
  code: 'accompaniment.partner.account-missing',
  kind: 'conflict',
  message: {
    ca: 'Aquesta entitat encara no té cap compte al sistema de missatgeria.',
    es: 'Esta entidad aún no tiene ninguna cuenta en el sistema de mensajería.',
    en: 'This partner has no account at the broker yet.',
  },
});

export const brokerUnavailable = defineError({
  code: 'accompaniment.partner.broker-unavailable',
  kind: 'unavailable',
  message: {
    ca: 'El sistema de missatgeria no respon. Torneu-ho a provar d’aquí a una estona: res no s’ha perdut.',
    es: 'El sistema de mensajería no responde. Vuelva a intentarlo dentro de un rato: no se ha perdido nada.',
    en: 'The broker does not answer. Try again in a while: nothing is lost.',
  },
});

export const partnerCodeUnknown = defineError({
  code: 'accompaniment.partner.code-unknown',
  kind: 'invalid',
  message: {
    ca: 'El codi «{value}» del camp {field} no existeix.',
    es: 'El código «{value}» del campo {field} no existe.',
    en: 'There is no code “{value}” for {field}.',
  },
});

export const notASession = defineError({
  code: 'accompaniment.partner.not-a-session',
  kind: 'conflict',
  message: {
    ca: 'Això és una clau d’API, que no s’acaba així: es renova.',
    es: 'Esto es una clave de API, que no se termina así: se renueva.',
    en: 'This is an API key, which does not end like this: it is rotated.',
  },
});

export const keyReplaced = defineError({
  code: 'accompaniment.partner.key-replaced',
  kind: 'conflict',
  message: {
    ca: 'Aquesta clau ja s’està substituint i no en pot fer cap de nova. Feu servir la nova o, si no la teniu, entreu amb un enllaç al correu.',
    es: 'Esta clave ya se está sustituyendo y no puede hacer otra nueva. Use la nueva o, si no la tiene, entre con un enlace en el correo.',
    en: 'This key is being replaced already and cannot make another one. Use the new one or, without it, sign in by a link in an e-mail.',
  },
});
