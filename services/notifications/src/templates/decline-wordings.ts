import type { referralDeclineReasons } from '@ateneu/events';

import type { Wordings } from './wording.ts';

/** The reasons as the person is told them. The note is meant for the other entity and is not told. */
export const declineWordings: Wordings<typeof referralDeclineReasons> = {
  'not-sse': {
    ca: 'el projecte queda fora de l’economia social i solidària',
    es: 'el proyecto queda fuera de la economía social y solidaria',
    en: 'the project lies outside the social and solidarity economy',
  },
  'outside-territory': {
    ca: 'el projecte és d’un altre territori',
    es: 'el proyecto es de otro territorio',
    en: 'the project belongs to another territory',
  },
  'outside-scope': {
    ca: 'el que necessita el projecte no és el que s’hi ofereix',
    es: 'lo que necesita el proyecto no es lo que se ofrece',
    en: 'what the project needs is not what is offered',
  },
  'no-capacity': {
    ca: 'ara mateix no hi ha prou disponibilitat',
    es: 'en este momento no hay disponibilidad suficiente',
    en: 'there is not enough availability at the moment',
  },
  'already-accompanied': {
    ca: 'el projecte ja rep acompanyament',
    es: 'el proyecto ya recibe acompañamiento',
    en: 'the project is already receiving support',
  },
  'insufficient-information': {
    ca: 'falta informació sobre el projecte',
    es: 'falta información sobre el proyecto',
    en: 'there is not enough information about the project',
  },
  'person-unreachable': {
    ca: 'no ha estat possible contactar amb vós',
    es: 'no ha sido posible contactar con usted',
    en: 'it was not possible to contact you',
  },
  'person-not-interested': {
    ca: 'ens consta que ara no us interessa continuar',
    es: 'nos consta que ahora no le interesa continuar',
    en: 'we understand that you do not wish to go on for now',
  },
  duplicate: {
    ca: 'el projecte ja havia arribat per una altra banda',
    es: 'el proyecto ya había llegado por otra vía',
    en: 'the project had already arrived in another way',
  },
  other: undefined,
};
