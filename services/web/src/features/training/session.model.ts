import type { Fields } from '../../ui/fields.ts';
import type { paths } from '../../upstream/generated/training.ts';

/** A published session as its page shows it. */
export type Session = paths['/v1/sessions/{id}']['get']['responses'][200]['content']['application/json'];

/** A question of a session's own. */
export type Question = Session['programme']['questions'][number];

/** The codes that the form offers, with their labels. */
export type Vocabularies = paths['/v1/vocabularies']['get']['responses'][200]['content']['application/json'];

/** What a form says to a session's questions, each in the sort that it wants; what was left blank is absent. */
export function readAnswers(
  fields: Fields,
  questions: readonly Question[],
): Record<string, string | number | boolean | string[]> {
  const answers: Record<string, string | number | boolean | string[]> = {};
  for (const { id, type } of questions) {
    const name = `answers.${id}`;
    if (type === 'several') {
      const chosen = fields.list(name);
      if (chosen.length > 0) answers[id] = chosen;
      continue;
    }
    const text = fields.text(name);
    if (text === undefined) continue;
    // What is no number is sent as it was written: the service says so.
    const value = type === 'number' ? fields.number(name) : undefined;
    answers[id] = type === 'yes-no' ? text === 'yes' : value === undefined || Number.isNaN(value) ? text : value;
  }
  return answers;
}
