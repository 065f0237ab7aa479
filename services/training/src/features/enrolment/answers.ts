import type { Answers, AnswerValue, Question } from '../../vocabulary.ts';
import { answerInvalid, answerMissing, answerUnasked } from './enrolment.errors.ts';

const longestAnswer = 2_000;

/**
 * Refuses answers that do not fit what is asked; a text of spaces is no answer.
 *
 * @throws DomainError `training.enrolment.answer-unasked`, `.answer-invalid` or `.answer-missing`
 */
export function refuseWrongAnswers(
  questions: readonly Question[],
  answers: Answers,
  { complete }: { complete: boolean },
): void {
  const asked = new Map(questions.map((question) => [question.id, question]));
  for (const [id, answer] of Object.entries(answers)) {
    const question = asked.get(id);
    if (question === undefined) throw answerUnasked({ question: id });
    if (!fits(question, answer)) throw answerInvalid({ question: id });
  }
  if (!complete) return;
  for (const { id, required } of questions) {
    if (required && !isGiven(answers[id])) throw answerMissing({ question: id });
  }
}

function isGiven(answer: AnswerValue | undefined): boolean {
  if (typeof answer === 'string') return answer.trim() !== '';
  return Array.isArray(answer) ? answer.length > 0 : answer !== undefined;
}

function fits(question: Question, answer: AnswerValue): boolean {
  switch (question.type) {
    case 'text':
      return typeof answer === 'string' && answer.length <= longestAnswer;
    case 'choice':
      return question.options.some(({ value }) => value === answer);
    case 'several': {
      if (typeof answer !== 'object' || new Set(answer).size !== answer.length) return false;
      return answer.every((each) => question.options.some(({ value }) => value === each));
    }
    case 'yes-no':
      return typeof answer === 'boolean';
    case 'number':
      return (
        typeof answer === 'number' &&
        Number.isFinite(answer) &&
        answer >= (question.min ?? -Infinity) &&
        answer <= (question.max ?? Infinity)
      );
    case 'date':
      return typeof answer === 'string' && isDay(answer);
  }
}

/** Whether a text is a day of the calendar; the thirtieth of February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
