import { intakeMeetingSet } from '@ateneu/events';

import { becauseAsked, requestedProject } from './intake-facts.ts';
import { defineTemplate } from './mail-template.ts';

/** Tells a person when and where the first meeting is; sent again when it moves. */
export const intakeMeetingSetMail = defineTemplate(intakeMeetingSet, {
  kind: 'intake-meeting-set',
  title: 'A first meeting has a date',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, tools) => ({
      subject: 'Ja tenim data per a l’acollida',
      paragraphs: ['Ens trobem per conèixer el vostre projecte i veure com us podem acompanyar.'],
      facts: [
        ...requestedProject('ca', data),
        ['Quan', tools.moment(data.startsAt)],
        ['On', data.place],
        ['Us rebrà', data.personal.technicianName],
      ],
      closing: ['Si no us va bé, responeu aquest correu i en buscarem una altra.'],
      because: becauseAsked.ca,
    }),
    es: (data, tools) => ({
      subject: 'Ya tenemos fecha para la acogida',
      paragraphs: ['Nos vemos para conocer su proyecto y ver cómo podemos acompañarle.'],
      facts: [
        ...requestedProject('es', data),
        ['Cuándo', tools.moment(data.startsAt)],
        ['Dónde', data.place],
        ['Le recibirá', data.personal.technicianName],
      ],
      closing: ['Si no le va bien, responda a este correo y buscaremos otra.'],
      because: becauseAsked.es,
    }),
    en: (data, tools) => ({
      subject: 'Your first meeting has a date',
      paragraphs: ['We meet to get to know your project and to see how we can support it.'],
      facts: [
        ...requestedProject('en', data),
        ['When', tools.moment(data.startsAt)],
        ['Where', data.place],
        ['You will meet', data.personal.technicianName],
      ],
      closing: ['If it does not suit you, answer this message and we will find another date.'],
      because: becauseAsked.en,
    }),
  },
});
