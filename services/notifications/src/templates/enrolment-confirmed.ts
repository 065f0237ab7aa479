import { enrolmentConfirmed } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseEnrolled, placeFacts, sessionFacts } from './session-facts.ts';

/** Tells a person who enrolled that they have a place. */
export const enrolmentConfirmedMail = defineTemplate(enrolmentConfirmed, {
  kind: 'enrolment-confirmed',
  title: 'An enrolment has a place',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, tools) => ({
      subject: `Teniu plaça: ${tools.text(data.title)}`,
      paragraphs: ['Us confirmem la inscripció. Us hi esperem!'],
      facts: [...sessionFacts('ca', data, tools), ...placeFacts('ca', data.personal)],
      action: { label: 'Mira o anul·la la inscripció', url: data.personal.manageUrl },
      closing: [
        'Si finalment no podeu venir, anul·leu la inscripció amb aquest enllaç: una altra persona podrà aprofitar la plaça.',
      ],
      because: becauseEnrolled.ca,
    }),
    es: (data, tools) => ({
      subject: `Tiene plaza: ${tools.text(data.title)}`,
      paragraphs: ['Le confirmamos la inscripción. ¡Le esperamos!'],
      facts: [...sessionFacts('es', data, tools), ...placeFacts('es', data.personal)],
      action: { label: 'Ver o anular la inscripción', url: data.personal.manageUrl },
      closing: [
        'Si finalmente no puede venir, anule la inscripción con este enlace: otra persona podrá aprovechar la plaza.',
      ],
      because: becauseEnrolled.es,
    }),
    en: (data, tools) => ({
      subject: `You have a place: ${tools.text(data.title)}`,
      paragraphs: ['Your enrolment is confirmed. We look forward to seeing you!'],
      facts: [...sessionFacts('en', data, tools), ...placeFacts('en', data.personal)],
      action: { label: 'See or cancel the enrolment', url: data.personal.manageUrl },
      closing: ['If you cannot come after all, cancel with this link: somebody else will be able to use the place.'],
      because: becauseEnrolled.en,
    }),
  },
});
