import { localize } from '@ateneu/kernel';
import type { PageField } from '@ateneu/service-kit';

import type { Answers, AnswerValue, Question } from '../../vocabulary.ts';
import type { OwnEnrolment } from './own-enrolment.query.ts';

/** A posted form: every field is text, and what is not ticked is not there. */
export type PostedForm = Readonly<Record<string, string>>;

const yesNo = { ca: { yes: 'Sí', no: 'No' }, es: { yes: 'Sí', no: 'No' } };

/** The questions of an enrolment as fields of a page, filled in with what was answered. */
export function answerFields(
  { questions, answers, accessibility, language }: OwnEnrolment,
  text: Record<'accessibility' | 'accessibilityHelp', string>,
): PageField[] {
  return [
    ...questions.flatMap((question) => fieldsOf(question, answers[question.id], language)),
    {
      name: 'accessibility',
      label: text.accessibility,
      help: text.accessibilityHelp,
      type: 'multiline',
      value: accessibility ?? undefined,
    },
  ];
}

function fieldsOf(question: Question, answer: AnswerValue | undefined, language: 'ca' | 'es'): PageField[] {
  const { id, required } = question;
  const help = question.help === undefined ? undefined : localize(question.help, language).text;
  const common = { name: `answer.${id}`, label: localize(question.label, language).text, required, help };
  switch (question.type) {
    case 'text':
      return [{ ...common, type: 'multiline', value: typeof answer === 'string' ? answer : undefined }];
    case 'choice':
      return [
        {
          ...common,
          type: 'choice',
          value: typeof answer === 'string' ? answer : undefined,
          options: question.options.map(({ value, label }) => ({ value, label: localize(label, language).text })),
        },
      ];
    case 'several':
      return question.options.map(({ value, label }) => ({
        name: `answer.${id}.${value}`,
        label: `${common.label}: ${localize(label, language).text}`,
        type: 'checkbox',
        value: Array.isArray(answer) && answer.includes(value) ? 'on' : undefined,
      }));
    case 'yes-no': {
      const { yes, no } = yesNo[language];
      const options = [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ];
      return [{ ...common, type: 'choice', value: answerWord(answer), options }];
    }
    case 'number':
    case 'date':
      return [{ ...common, type: question.type, value: answer === undefined ? undefined : String(answer) }];
  }
}

function answerWord(answer: AnswerValue | undefined): string | undefined {
  if (typeof answer !== 'boolean') return undefined;
  return answer ? 'yes' : 'no';
}

/** The answers in a posted form; what was left empty is no answer. */
export function answersIn(questions: readonly Question[], form: PostedForm): Answers {
  const given = questions.flatMap((question): [string, AnswerValue][] => {
    if (question.type === 'several') {
      const ticked = question.options
        .map(({ value }) => value)
        .filter((value) => `answer.${question.id}.${value}` in form);
      return ticked.length === 0 ? [] : [[question.id, ticked]];
    }
    const text = (form[`answer.${question.id}`] ?? '').trim();
    if (text === '') return [];
    if (question.type === 'yes-no') return [[question.id, text === 'yes']];
    return [[question.id, question.type === 'number' ? Number(text) : text]];
  });
  return Object.fromEntries(given);
}
