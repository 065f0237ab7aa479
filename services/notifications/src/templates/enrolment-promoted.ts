import { enrolmentPromoted } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseEnrolled, placeFacts, sessionFacts } from './session-facts.ts';

/** Tells the first person of a waiting list that the place is theirs. */
export const enrolmentPromotedMail = defineTemplate(enrolmentPromoted, {
  kind: 'enrolment-promoted',
  title: 'A person waiting got a place',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, tools) => ({
      subject: `Ja teniu plaça: ${tools.text(data.title)}`,
      paragraphs: ['Bones notícies! S’ha alliberat una plaça i és per a vós. Us hi esperem!'],
      facts: [...sessionFacts('ca', data, tools), ...placeFacts('ca', data.personal)],
      action: { label: 'Mira o anul·la la inscripció', url: data.personal.manageUrl },
      closing: ['Si ja no us va bé, anul·leu la inscripció amb aquest enllaç i la plaça passarà a la persona següent.'],
      because: becauseEnrolled.ca,
    }),
    es: (data, tools) => ({
      subject: `Ya tiene plaza: ${tools.text(data.title)}`,
      paragraphs: ['¡Buenas noticias! Se ha liberado una plaza y es para usted. ¡Le esperamos!'],
      facts: [...sessionFacts('es', data, tools), ...placeFacts('es', data.personal)],
      action: { label: 'Ver o anular la inscripción', url: data.personal.manageUrl },
      closing: ['Si ya no le va bien, anule la inscripción con este enlace y la plaza pasará a la persona siguiente.'],
      because: becauseEnrolled.es,
    }),
    en: (data, tools) => ({
      subject: `You now have a place: ${tools.text(data.title)}`,
      paragraphs: ['Good news! A place has become free and it is yours. We look forward to seeing you!'],
      facts: [...sessionFacts('en', data, tools), ...placeFacts('en', data.personal)],
      action: { label: 'See or cancel the enrolment', url: data.personal.manageUrl },
      closing: ['If it no longer suits you, cancel with this link and the place will go to the next person.'],
      because: becauseEnrolled.en,
    }),
  },
});
