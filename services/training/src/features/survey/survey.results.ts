import type { LocalizedText } from '@ateneu/kernel';

import type { SurveyQuestion } from '../../vocabulary.ts';
import { scale } from './questionnaire.ts';
import type { SurveyAnswers } from './survey.query.ts';
import { type StartIntention, startIntentions } from './survey.store.ts';

/** What everybody answered to one question. */
export interface QuestionResult {
  id: string;
  type: SurveyQuestion['type'];
  label: LocalizedText;
  /** What each option of a choice is called. */
  options: { value: string; label: LocalizedText }[];
  answered: number;
  /** Of a scale, to two decimals. */
  mean: number | null;
  /** How many chose each; of a text there is none. */
  counts: Record<string, number>;
  /** What was written, in the order of the alphabet: in the order of arrival it would tell who wrote it. */
  texts: string[];
}

/** How many want to start a cooperative, before and after. */
export interface StartResult {
  answered: number;
  before: Record<StartIntention, number>;
  after: Record<StartIntention, number>;
  /** How many want to more than before. */
  moved: number;
}

/** The answers as counts and means. */
export function resultsOf({ questionnaires, answers }: SurveyAnswers): {
  questions: QuestionResult[];
  start: StartResult;
} {
  const asked = new Map(questionnaires.flatMap(({ questions }) => questions.map((each) => [each.id, each] as const)));
  return { questions: [...asked.values()].map((question) => resultOf(question, answers)), start: startOf(answers) };
}

function resultOf(question: SurveyQuestion, all: SurveyAnswers['answers']): QuestionResult {
  const given = all.map(({ answers }) => answers[question.id]).filter((answer) => answer !== undefined);
  const { id, type, label } = question;
  const numbers = given.filter((answer) => typeof answer === 'number');
  const isScale = type === 'scale' && numbers.length > 0;
  return {
    id,
    type,
    label,
    options:
      question.type === 'choice' ? question.options.map(({ value, label: name }) => ({ value, label: name })) : [],
    answered: given.length,
    mean: isScale ? Math.round((numbers.reduce((sum, each) => sum + each, 0) / numbers.length) * 100) / 100 : null,
    counts: Object.fromEntries(
      optionsOf(question).map((option) => [option, given.filter((each) => String(each) === option).length]),
    ),
    texts: type === 'text' ? given.map(String).toSorted((left, right) => left.localeCompare(right, 'ca')) : [],
  };
}

function optionsOf(question: SurveyQuestion): string[] {
  switch (question.type) {
    case 'scale':
      return Array.from({ length: scale.highest }, (_, index) => String(scale.lowest + index));
    case 'yes-no':
      return ['true', 'false'];
    case 'choice':
      return question.options.map(({ value }) => value);
    case 'text':
      return [];
  }
}

function startOf(all: SurveyAnswers['answers']): StartResult {
  const said = all.flatMap(({ before, after }) => (before === null || after === null ? [] : [{ before, after }]));
  const count = (when: 'before' | 'after') =>
    Object.fromEntries(
      startIntentions.map((intention) => [intention, said.filter((each) => each[when] === intention).length]),
    ) as Record<StartIntention, number>;
  const rank = (intention: StartIntention): number => startIntentions.indexOf(intention);
  const moved = said.filter(({ before, after }) => rank(after) > rank(before)).length;
  return { answered: said.length, before: count('before'), after: count('after'), moved };
}
