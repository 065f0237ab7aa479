import { enrolmentWaitlisted } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseEnrolled, sessionFacts } from './session-facts.ts';

/** Tells a person who enrolled in a full session that they wait, and in which place. */
export const enrolmentWaitlistedMail = defineTemplate(enrolmentWaitlisted, {
  kind: 'enrolment-waitlisted',
  title: 'An enrolment waits for a place',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, tools) => ({
      subject: `Sou a la llista d’espera: ${tools.text(data.title)}`,
      paragraphs: [
        'Ara mateix totes les places estan ocupades i us hem apuntat a la llista d’espera.',
        'Si s’allibera una plaça i us toca, us la donarem i us avisarem de seguida per correu: no cal que feu res.',
      ],
      facts: [...sessionFacts('ca', data, tools), ['La vostra posició a la llista', String(data.position)]],
      action: { label: 'Mira o anul·la la inscripció', url: data.personal.manageUrl },
      because: becauseEnrolled.ca,
    }),
    es: (data, tools) => ({
      subject: `Está en la lista de espera: ${tools.text(data.title)}`,
      paragraphs: [
        'En este momento todas las plazas están ocupadas y le hemos apuntado en la lista de espera.',
        'Si se libera una plaza y le toca, se la daremos y le avisaremos enseguida por correo: no tiene que hacer nada.',
      ],
      facts: [...sessionFacts('es', data, tools), ['Su posición en la lista', String(data.position)]],
      action: { label: 'Ver o anular la inscripción', url: data.personal.manageUrl },
      because: becauseEnrolled.es,
    }),
    en: (data, tools) => ({
      subject: `You are on the waiting list: ${tools.text(data.title)}`,
      paragraphs: [
        'All places are taken at the moment, so we have put you on the waiting list.',
        'If a place becomes free and it is your turn, it is yours and we will tell you by e-mail at once: you need do nothing.',
      ],
      facts: [...sessionFacts('en', data, tools), ['Your position on the list', String(data.position)]],
      action: { label: 'See or cancel the enrolment', url: data.personal.manageUrl },
      because: becauseEnrolled.en,
    }),
  },
});
