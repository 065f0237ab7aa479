import { type DataOf, reminderDue } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate, type Fact, type Known, type MailContent, type TextTools } from './mail-template.ts';
import { becauseEnrolled, placeFacts, sessionFacts } from './session-facts.ts';

type Reminder = Known<DataOf<typeof reminderDue>>;

interface Words {
  subject: { before: string; tomorrow: string; after: string };
  opening: { before: string; tomorrow: string; after: string };
  instructions: string;
  manage: string;
  materials: string;
  cannot: string;
}

const words: Record<Language, Words> = {
  ca: {
    subject: { before: 'D’aquí a una setmana', tomorrow: 'És demà', after: 'Gràcies per venir' },
    opening: {
      before: 'Us recordem que d’aquí a una setmana teniu aquesta activitat.',
      tomorrow: 'Us recordem que demà teniu aquesta activitat.',
      after: 'Gràcies per haver vingut. Esperem que us hagi servit.',
    },
    instructions: 'Què cal saber',
    manage: 'Mira o anul·la la inscripció',
    materials: 'Baixa els materials',
    cannot: 'Si no podeu venir, anul·leu la inscripció: hi ha qui espera la plaça.',
  },
  es: {
    subject: { before: 'Dentro de una semana', tomorrow: 'Es mañana', after: 'Gracias por venir' },
    opening: {
      before: 'Le recordamos que dentro de una semana tiene esta actividad.',
      tomorrow: 'Le recordamos que mañana tiene esta actividad.',
      after: 'Gracias por haber venido. Esperamos que le haya servido.',
    },
    instructions: 'Qué hay que saber',
    manage: 'Ver o anular la inscripción',
    materials: 'Descargar los materiales',
    cannot: 'Si no puede venir, anule la inscripción: hay quien espera la plaza.',
  },
  en: {
    subject: { before: 'In a week', tomorrow: 'It is tomorrow', after: 'Thank you for coming' },
    opening: {
      before: 'A reminder that you have this activity in a week.',
      tomorrow: 'A reminder that you have this activity tomorrow.',
      after: 'Thank you for coming. We hope that it was of use to you.',
    },
    instructions: 'Good to know',
    manage: 'See or cancel the enrolment',
    materials: 'Download the materials',
    cannot: 'If you cannot come, please cancel: somebody is waiting for the place.',
  },
};

function write(language: Language, data: Reminder, tools: TextTools): MailContent {
  const text = words[language];
  const isAfter = data.kind === 'follow-up';
  const when = isAfter ? 'after' : data.kind === 'day-before' ? 'tomorrow' : 'before';
  const instructions: Fact[] =
    isAfter || data.instructions === undefined ? [] : [[text.instructions, tools.text(data.instructions)]];
  const { manageUrl, materialsUrl } = data.personal;
  const action = isAfter
    ? materialsUrl === undefined
      ? {}
      : { action: { label: text.materials, url: materialsUrl } }
    : { action: { label: text.manage, url: manageUrl } };
  return {
    subject: `${text.subject[when]}: ${tools.text(data.title)}`,
    paragraphs: [text.opening[when]],
    facts: [
      ...sessionFacts(language, data, tools),
      ...(isAfter ? [] : placeFacts(language, data.personal)),
      ...instructions,
    ],
    ...action,
    closing: isAfter ? [] : [text.cannot],
    because: becauseEnrolled[language],
  };
}

/** Reminds a person of a session, a week and a day before it, and thanks them afterwards. */
export const reminderDueMail = defineTemplate(reminderDue, {
  kind: 'session-reminder',
  title: 'A session is near, or was held',
  topic: 'reminders',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, tools) => write('ca', data, tools),
    es: (data, tools) => write('es', data, tools),
    en: (data, tools) => write('en', data, tools),
  },
});
