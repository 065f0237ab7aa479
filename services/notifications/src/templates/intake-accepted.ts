import { intakeAccepted } from '@ateneu/events';

import { becauseAsked, requestedProject } from './intake-facts.ts';
import { defineTemplate } from './mail-template.ts';

/** Tells a person that the ateneu takes their project on. */
export const intakeAcceptedMail = defineTemplate(intakeAccepted, {
  kind: 'intake-accepted',
  title: 'A request for accompaniment is accepted',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      subject: 'L’Ateneu acompanyarà el vostre projecte',
      paragraphs: ['Bones notícies! Us acompanyarem. Una tècnica us trucarà o us escriurà per començar.'],
      facts: requestedProject('ca', data),
      because: becauseAsked.ca,
    }),
    es: (data) => ({
      subject: 'El Ateneu acompañará su proyecto',
      paragraphs: ['¡Buenas noticias! Le acompañaremos. Una técnica le llamará o le escribirá para empezar.'],
      facts: requestedProject('es', data),
      because: becauseAsked.es,
    }),
    en: (data) => ({
      subject: 'The Ateneu will support your project',
      paragraphs: ['Good news! We will support you. One of our advisers will call or write to you to begin.'],
      facts: requestedProject('en', data),
      because: becauseAsked.en,
    }),
  },
});
