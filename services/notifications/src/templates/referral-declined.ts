import { referralDeclined } from '@ateneu/events';

import { declineWordings } from './decline-wordings.ts';
import { defineTemplate } from './mail-template.ts';
import { becauseReferred, isInbound, projectFacts } from './referral-facts.ts';
import { factIf, wordingOf } from './wording.ts';

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
      facts: [...projectFacts('ca', data), ...factIf('Motiu', wordingOf(declineWordings, data.reasonCode, 'ca'))],
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
      facts: [...projectFacts('es', data), ...factIf('Motivo', wordingOf(declineWordings, data.reasonCode, 'es'))],
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
      facts: [...projectFacts('en', data), ...factIf('Reason', wordingOf(declineWordings, data.reasonCode, 'en'))],
      closing: ['If you would like to talk about it, or to look for other help, reply to this message.'],
      because: becauseReferred.en,
    }),
  },
});
