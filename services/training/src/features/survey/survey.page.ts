import { localize } from '@ateneu/kernel';
import type { PageField, SelfServicePage } from '@ateneu/service-kit';

import type { AnswerValue, Questionnaire, SurveyQuestion } from '../../vocabulary.ts';
import { scale } from './questionnaire.ts';
import type { OpenSurvey } from './survey.query.ts';
import { startIntentions } from './survey.store.ts';

const texts = {
  ca: {
    title: 'Què us ha semblat?',
    anonymous: 'Les respostes són anònimes: no guardem qui ha respost què. Podeu deixar preguntes sense respondre.',
    scale: 'De l’1 (gens) al 5 (molt).',
    yesNo: { yes: 'Sí', no: 'No' },
    before: 'Abans de la sessió, volíeu crear una cooperativa?',
    after: 'I ara, voleu crear una cooperativa?',
    start: { no: 'No', maybe: 'Potser', yes: 'Sí' },
    contact: 'Vull que l’ateneu es posi en contacte amb mi per parlar del meu projecte.',
    contactHelp: 'Només en aquest cas ompliu les dades següents; la resta de respostes continuen sent anònimes.',
    name: 'Nom',
    email: 'Adreça electrònica',
    phone: 'Telèfon (si voleu)',
    send: 'Envia les respostes',
    thanks: 'Gràcies! Hem rebut les vostres respostes.',
    sessionIs: 'Sessió',
  },
  es: {
    title: '¿Qué le ha parecido?',
    anonymous:
      'Las respuestas son anónimas: no guardamos quién ha respondido qué. Puede dejar preguntas sin responder.',
    scale: 'Del 1 (nada) al 5 (mucho).',
    yesNo: { yes: 'Sí', no: 'No' },
    before: 'Antes de la sesión, ¿quería crear una cooperativa?',
    after: 'Y ahora, ¿quiere crear una cooperativa?',
    start: { no: 'No', maybe: 'Quizá', yes: 'Sí' },
    contact: 'Quiero que el ateneu se ponga en contacto conmigo para hablar de mi proyecto.',
    contactHelp: 'Solo en este caso rellene los datos siguientes; el resto de respuestas siguen siendo anónimas.',
    name: 'Nombre',
    email: 'Dirección de correo electrónico',
    phone: 'Teléfono (si quiere)',
    send: 'Enviar las respuestas',
    thanks: '¡Gracias! Hemos recibido sus respuestas.',
    sessionIs: 'Sesión',
  },
} as const;

/** The questionnaire as a page. */
export function surveyPage({ language, title, questionnaire }: OpenSurvey, secret: string): SelfServicePage {
  const text = texts[language];
  const start = startIntentions.map((value) => ({ value, label: text.start[value] }));
  return {
    language,
    title: text.title,
    paragraphs: [text.anonymous],
    facts: [{ name: text.sessionIs, value: localize(title, language).text }],
    actions: [
      {
        label: text.send,
        method: 'post',
        href: secret,
        fields: [
          ...questionnaire.questions.map((question) => fieldOf(question, language)),
          ...(questionnaire.asksAboutStarting
            ? ([
                { name: 'before', label: text.before, type: 'choice', options: start },
                { name: 'after', label: text.after, type: 'choice', options: start },
              ] as const)
            : []),
          { name: 'contact', label: text.contact, type: 'checkbox', help: text.contactHelp },
          { name: 'name', label: text.name, type: 'text' },
          { name: 'email', label: text.email, type: 'text' },
          { name: 'phone', label: text.phone, type: 'text' },
        ],
      },
    ],
  };
}

function fieldOf(question: SurveyQuestion, language: 'ca' | 'es'): PageField {
  const text = texts[language];
  const common = { name: `answer.${question.id}`, label: localize(question.label, language).text };
  switch (question.type) {
    case 'scale': {
      const options = Array.from({ length: scale.highest }, (_, index) => String(scale.lowest + index));
      return {
        ...common,
        type: 'choice',
        help: text.scale,
        options: options.map((value) => ({ value, label: value })),
      };
    }
    case 'yes-no': {
      const { yes, no } = text.yesNo;
      const options = [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ];
      return { ...common, type: 'choice', options };
    }
    case 'text':
      return { ...common, type: 'multiline' };
    case 'choice': {
      const options = question.options.map(({ value, label }) => ({ value, label: localize(label, language).text }));
      return { ...common, type: 'choice', options };
    }
  }
}

/** Says that the answers have arrived. */
export function thanksPage(language: 'ca' | 'es'): SelfServicePage {
  return { language, title: texts[language].thanks };
}

/** The answers in a posted form; what was left empty is no answer. */
export function surveyAnswersIn(
  { questions }: Questionnaire,
  form: Readonly<Record<string, string>>,
): Record<string, AnswerValue> {
  const given = questions.flatMap((question): [string, AnswerValue][] => {
    const text = (form[`answer.${question.id}`] ?? '').trim();
    if (text === '') return [];
    if (question.type === 'scale') return [[question.id, Number(text)]];
    return [[question.id, question.type === 'yes-no' ? text === 'yes' : text]];
  });
  return Object.fromEntries(given);
}
