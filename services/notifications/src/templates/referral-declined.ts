import { referralDeclined, type referralDeclineReasons } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseReferred, isInbound, projectFacts } from './referral-facts.ts';
import { factIf, type Wordings, wordingOf } from './wording.ts';

/** The reasons as the person is told them. The note is meant for the other entity and is not told. */
const reasons: Wordings<typeof referralDeclineReasons> = {
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

/** Tells the person behind a project that the receiver cannot take it on, and why. */
export const referralDeclinedMail = defineTemplate(referralDeclined, {
  kind: 'referral-declined',
  title: 'A referred project was declined',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      subject: 'Sobre la derivació del vostre projecte',
      paragraphs: [
        isInbound(data)
          ? 'Hem estudiat el vostre projecte i en aquesta ocasió l’Ateneu no el podrà acompanyar.'
          : 'L’entitat col·laboradora a la qual vam derivar el vostre projecte ens diu que no el podrà acompanyar.',
      ],
      facts: [...projectFacts('ca', data), ...factIf('Motiu', wordingOf(reasons, data.reasonCode, 'ca'))],
      closing: ['Si voleu que en parlem o que busquem una altra manera d’ajudar-vos, responeu aquest missatge.'],
      because: becauseReferred.ca,
    }),
    es: (data) => ({
      subject: 'Sobre la derivación de su proyecto',
      paragraphs: [
        isInbound(data)
          ? 'Hemos estudiado su proyecto y en esta ocasión el Ateneu no podrá acompañarlo.'
          : 'La entidad colaboradora a la que derivamos su proyecto nos dice que no podrá acompañarlo.',
      ],
      facts: [...projectFacts('es', data), ...factIf('Motivo', wordingOf(reasons, data.reasonCode, 'es'))],
      closing: ['Si quiere que lo hablemos o que busquemos otra manera de ayudarle, responda a este mensaje.'],
      because: becauseReferred.es,
    }),
    en: (data) => ({
      subject: 'About the referral of your project',
      paragraphs: [
        isInbound(data)
          ? 'We have studied your project, and on this occasion the Ateneu will not be able to support it.'
          : 'The partner organisation to which we referred your project tells us that it cannot support it.',
      ],
      facts: [...projectFacts('en', data), ...factIf('Reason', wordingOf(reasons, data.reasonCode, 'en'))],
      closing: ['If you would like to talk about it, or to look for other help, reply to this message.'],
      because: becauseReferred.en,
    }),
  },
});
