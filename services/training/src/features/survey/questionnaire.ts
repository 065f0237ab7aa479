import type { AnswerValue, Programme, Questionnaire, SurveyQuestion } from '../../vocabulary.ts';
import { surveyAnswerInvalid } from './survey.errors.ts';

/** What the ateneus usually ask, where a course or session asks nothing of its own. */
export const usualQuestionnaire: Questionnaire = {
  asksAboutStarting: true,
  questions: [
    {
      id: 'organisation',
      type: 'scale',
      label: {
        ca: 'L’organització (informació, inscripció, horaris)',
        es: 'La organización (información, inscripción, horarios)',
        en: 'The organisation (information, enrolment, times)',
      },
    },
    {
      id: 'contents',
      type: 'scale',
      label: { ca: 'Els continguts', es: 'Los contenidos', en: 'The contents' },
    },
    {
      id: 'usefulness',
      type: 'scale',
      label: {
        ca: 'La utilitat per al vostre projecte o la vostra feina',
        es: 'La utilidad para su proyecto o su trabajo',
        en: 'How useful it is for your project or work',
      },
    },
    {
      id: 'method',
      type: 'scale',
      label: {
        ca: 'La metodologia i els materials',
        es: 'La metodología y los materiales',
        en: 'Method and materials',
      },
    },
    {
      id: 'trainer',
      type: 'scale',
      label: { ca: 'La persona formadora', es: 'La persona formadora', en: 'The trainer' },
    },
    {
      id: 'duration',
      type: 'scale',
      label: { ca: 'La durada', es: 'La duración', en: 'The duration' },
    },
    {
      id: 'place',
      type: 'scale',
      label: { ca: 'L’espai o la plataforma', es: 'El espacio o la plataforma', en: 'The place or platform' },
    },
    {
      id: 'satisfaction',
      type: 'scale',
      label: { ca: 'La valoració global', es: 'La valoración global', en: 'All in all' },
    },
    {
      id: 'met-people',
      type: 'yes-no',
      label: {
        ca: 'Hi heu conegut persones o entitats amb qui us agradaria col·laborar?',
        es: '¿Ha conocido personas o entidades con las que le gustaría colaborar?',
        en: 'Did you meet people or entities that you would like to work with?',
      },
    },
    {
      id: 'recommend',
      type: 'yes-no',
      label: {
        ca: 'Recomanaríeu aquesta sessió?',
        es: '¿Recomendaría esta sesión?',
        en: 'Would you recommend this session?',
      },
    },
    {
      id: 'best',
      type: 'text',
      label: {
        ca: 'Què us ha agradat més?',
        es: '¿Qué le ha gustado más?',
        en: 'What did you like most?',
      },
    },
    {
      id: 'improve',
      type: 'text',
      label: { ca: 'Què milloraríeu?', es: '¿Qué mejoraría?', en: 'What would you improve?' },
    },
    {
      id: 'wishes',
      type: 'text',
      label: {
        ca: 'Quins altres temes us interessen?',
        es: '¿Qué otros temas le interesan?',
        en: 'What other topics interest you?',
      },
    },
  ],
};

/** What a session asks: its own questions, its course's, or the usual ones. */
export function questionnaireOf(programme: Programme): Questionnaire {
  return programme.survey ?? usualQuestionnaire;
}

/** Whether there is anything to ask. */
export function asksAnything({ questions, asksAboutStarting }: Questionnaire): boolean {
  return questions.length > 0 || asksAboutStarting;
}

/** From not at all to very much. */
export const scale = { lowest: 1, highest: 5 } as const;

/** Refuses an answer that does not fit its question, or that nobody asked for. Every question may stay open. */
export function refuseWrongSurveyAnswers(
  { questions }: Questionnaire,
  answers: Readonly<Record<string, AnswerValue>>,
): void {
  const asked = new Map(questions.map((question) => [question.id, question]));
  for (const [id, answer] of Object.entries(answers)) {
    const question = asked.get(id);
    if (question === undefined || !fits(question, answer)) throw surveyAnswerInvalid({ question: id });
  }
}

function fits(question: SurveyQuestion, answer: AnswerValue): boolean {
  switch (question.type) {
    case 'scale':
      return (
        typeof answer === 'number' && Number.isInteger(answer) && answer >= scale.lowest && answer <= scale.highest
      );
    case 'yes-no':
      return typeof answer === 'boolean';
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '';
    case 'choice':
      return question.options.some(({ value }) => value === answer);
  }
}
