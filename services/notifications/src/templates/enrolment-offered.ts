import { enrolmentOffered } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseEnrolled, sessionFacts } from './session-facts.ts';

/** Offers a place that became free to the first person waiting, until a moment. */
export const enrolmentOfferedMail = defineTemplate(enrolmentOffered, {
  kind: 'enrolment-offered',
  title: 'A place is offered',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, tools) => ({
      subject: `Us oferim una plaça: ${tools.text(data.title)}`,
      paragraphs: ['S’ha alliberat una plaça i sou la primera persona de la llista d’espera. És vostra si la voleu.'],
      facts: [...sessionFacts('ca', data, tools), ['La podeu acceptar fins al', tools.moment(data.expiresAt)]],
      action: { label: 'Accepta o rebutja la plaça', url: data.personal.manageUrl },
      closing: ['Si no dieu res abans d’aquest moment, l’oferirem a la persona següent.'],
      because: becauseEnrolled.ca,
    }),
    es: (data, tools) => ({
      subject: `Le ofrecemos una plaza: ${tools.text(data.title)}`,
      paragraphs: [
        'Se ha liberado una plaza y es usted la primera persona de la lista de espera. Es suya si la quiere.',
      ],
      facts: [...sessionFacts('es', data, tools), ['Puede aceptarla hasta', tools.moment(data.expiresAt)]],
      action: { label: 'Aceptar o rechazar la plaza', url: data.personal.manageUrl },
      closing: ['Si no dice nada antes de ese momento, la ofreceremos a la persona siguiente.'],
      because: becauseEnrolled.es,
    }),
    en: (data, tools) => ({
      subject: `A place for you: ${tools.text(data.title)}`,
      paragraphs: ['A place became free, and you are the first on the waiting list. It is yours if you want it.'],
      facts: [...sessionFacts('en', data, tools), ['You can accept it until', tools.moment(data.expiresAt)]],
      action: { label: 'Accept or decline the place', url: data.personal.manageUrl },
      closing: ['If you say nothing before then, it is offered to the next person.'],
      because: becauseEnrolled.en,
    }),
  },
});
