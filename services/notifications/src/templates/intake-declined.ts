import { intakeDeclined } from '@ateneu/events';

import { declineWordings } from './decline-wordings.ts';
import { becauseAsked, requestedProject } from './intake-facts.ts';
import { defineTemplate } from './mail-template.ts';
import { factIf, wordingOf } from './wording.ts';

/** Tells a person that the ateneu cannot take their project on, and why. */
export const intakeDeclinedMail = defineTemplate(intakeDeclined, {
  kind: 'intake-declined',
  title: 'A request for accompaniment is declined',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      subject: 'Sobre la vostra petició d’acompanyament',
      paragraphs: ['Hem estudiat la vostra petició i en aquesta ocasió no us podrem acompanyar.'],
      facts: [...requestedProject('ca', data), ...factIf('Motiu', wordingOf(declineWordings, data.reasonCode, 'ca'))],
      closing: ['Si voleu que en parlem o que busquem una altra manera d’ajudar-vos, responeu aquest missatge.'],
      because: becauseAsked.ca,
    }),
    es: (data) => ({
      subject: 'Sobre su petición de acompañamiento',
      paragraphs: ['Hemos estudiado su petición y en esta ocasión no podremos acompañarle.'],
      facts: [...requestedProject('es', data), ...factIf('Motivo', wordingOf(declineWordings, data.reasonCode, 'es'))],
      closing: ['Si quiere que lo hablemos o que busquemos otra manera de ayudarle, responda a este mensaje.'],
      because: becauseAsked.es,
    }),
    en: (data) => ({
      subject: 'About your request for support',
      paragraphs: ['We have looked at your request, and on this occasion we will not be able to support you.'],
      facts: [...requestedProject('en', data), ...factIf('Reason', wordingOf(declineWordings, data.reasonCode, 'en'))],
      closing: ['If you would like to talk about it, or to look for other help, reply to this message.'],
      because: becauseAsked.en,
    }),
  },
});
