import { type Language, localize } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

import type { FreshnessQuestion } from './freshness.store.ts';

interface Texts {
  title: string;
  question: string;
  done: string;
  initiative: string;
  page: string;
  confirm: string;
  correct: string;
  what: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'Encara és correcte el que diu el directori?',
    question: 'Mireu la fitxa de la iniciativa i digueu-nos si tot és correcte o què ha canviat.',
    done: 'Gràcies, ja ens heu respost.',
    initiative: 'Iniciativa',
    page: 'Mira la fitxa',
    confirm: 'Tot és correcte',
    correct: 'Alguna cosa ha canviat',
    what: 'Què ha canviat?',
  },
  es: {
    title: '¿Sigue siendo correcto lo que dice el directorio?',
    question: 'Mire la ficha de la iniciativa y díganos si todo es correcto o qué ha cambiado.',
    done: 'Gracias, ya nos ha respondido.',
    initiative: 'Iniciativa',
    page: 'Ver la ficha',
    confirm: 'Todo es correcto',
    correct: 'Algo ha cambiado',
    what: '¿Qué ha cambiado?',
  },
  en: {
    title: 'Is what the directory says still right?',
    question: 'Look at the page of the initiative and tell us whether all of it is right or what has changed.',
    done: 'Thank you, you have answered.',
    initiative: 'Initiative',
    page: 'See the page',
    confirm: 'All of it is right',
    correct: 'Something has changed',
    what: 'What has changed?',
  },
};

/** The page where one click confirms, and another opens a correction. */
export function freshnessPage(question: FreshnessQuestion, secret: string, pageUrl: string): SelfServicePage {
  const { language } = question.person;
  const text = texts[language];
  const look = { label: text.page, method: 'get', href: pageUrl } as const;
  return {
    language,
    title: text.title,
    paragraphs: [question.answered ? text.done : text.question],
    facts: [{ name: text.initiative, value: localize(question.name, language).text }],
    actions: question.answered
      ? [look]
      : [
          look,
          { label: text.confirm, method: 'post', href: `${secret}/confirm` },
          {
            label: text.correct,
            method: 'post',
            href: `${secret}/correction`,
            folded: true,
            fields: [{ name: 'comment', label: text.what, type: 'multiline', required: true, maxLength: 2_000 }],
          },
        ],
  };
}
