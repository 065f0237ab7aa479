import { defineError } from '@ateneu/kernel';

export const referralNotFound = defineError({
  code: 'accompaniment.referral.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta derivació no existeix.',
    es: 'Esta derivación no existe.',
    en: 'There is no such referral.',
  },
});

export const referralWrongState = defineError({
  code: 'accompaniment.referral.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb una derivació en estat «{status}».',
    es: 'Esta acción no se puede hacer con una derivación en estado «{status}».',
    en: 'This cannot be done to a referral in state “{status}”.',
  },
});

export const referralWrongParty = defineError({
  code: 'accompaniment.referral.wrong-party',
  kind: 'forbidden',
  message: {
    ca: 'Aquest pas correspon a l’altra part de la derivació.',
    es: 'Este paso corresponde a la otra parte de la derivación.',
    en: 'This step belongs to the other side of the referral.',
  },
});

export const consentMissing = defineError({
  code: 'accompaniment.referral.consent-missing',
  kind: 'conflict',
  message: {
    ca: 'Abans d’enviar la derivació cal registrar el consentiment de la persona.',
    es: 'Antes de enviar la derivación hay que registrar el consentimiento de la persona.',
    en: 'The person’s consent must be recorded before the referral is sent.',
  },
});

export const consentWithdrawn = defineError({
  code: 'accompaniment.referral.consent-withdrawn',
  kind: 'conflict',
  message: {
    ca: 'La persona ha retirat el consentiment: aquesta derivació ja no pot avançar.',
    es: 'La persona ha retirado el consentimiento: esta derivación ya no puede avanzar.',
    en: 'The person has withdrawn their consent: this referral cannot go on.',
  },
});

export const consentTooNarrow = defineError({
  code: 'accompaniment.referral.consent-too-narrow',
  kind: 'conflict',
  message: {
    ca: 'La persona no ha consentit que la derivació passi a una altra entitat: cal demanar-li-ho i registrar-ho.',
    es: 'La persona no ha consentido que la derivación pase a otra entidad: hay que pedírselo y registrarlo.',
    en: 'The person has not agreed that the referral goes to another entity: ask them, and record it.',
  },
});

export const reroutedToSamePartner = defineError({
  code: 'accompaniment.referral.rerouted-to-same-partner',
  kind: 'invalid',
  message: {
    ca: 'Aquesta entitat ja té o ha tingut aquesta derivació: trieu-ne una altra.',
    es: 'Esta entidad ya tiene o ha tenido esta derivación: elija otra.',
    en: 'This partner has or had this referral already: choose another one.',
  },
});

export const consentInFuture = defineError({
  code: 'accompaniment.referral.consent-in-future',
  kind: 'invalid',
  message: {
    ca: 'La data del consentiment no pot ser futura.',
    es: 'La fecha del consentimiento no puede ser futura.',
    en: 'The date of the consent cannot be in the future.',
  },
});

export const referralCodeUnknown = defineError({
  code: 'accompaniment.referral.code-unknown',
  kind: 'invalid',
  message: {
    ca: 'El codi «{value}» del camp {field} no existeix.',
    es: 'El código «{value}» del campo {field} no existe.',
    en: 'There is no code “{value}” for {field}.',
  },
});

export const referralHasAccompaniment = defineError({
  code: 'accompaniment.referral.has-accompaniment',
  kind: 'conflict',
  message: {
    ca: 'Aquesta derivació es tanca sola quan acaba el seu acompanyament.',
    es: 'Esta derivación se cierra sola cuando termina su acompañamiento.',
    en: 'This referral closes by itself when its accompaniment ends.',
  },
});

export const referralPartnerSuspended = defineError({
  code: 'accompaniment.referral.partner-suspended',
  kind: 'conflict',
  message: {
    ca: 'Aquesta entitat col·laboradora està suspesa: no se li poden enviar derivacions.',
    es: 'Esta entidad colaboradora está suspendida: no se le pueden enviar derivaciones.',
    en: 'This partner is suspended: no referral can be sent to it.',
  },
});
