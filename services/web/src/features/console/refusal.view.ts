import type { DeskView } from '../../shell/desk-page.ts';
import type { FormValues } from '../../ui/fields.ts';
import { type FormState, refusedForm } from '../../ui/form.ts';
import type { Answer } from '../../upstream/answer.ts';

/** What a page shows of a form that was not taken. */
export interface Refusal {
  readonly state: FormState;
  readonly status: number;
  /** Somebody else changed the same thing: both edits are to be shown. */
  readonly stale: boolean;
}

/**
 * Keeps what was written, and says what is wrong at its field.
 *
 * @param places the field, by the code of a refusal that says no field itself
 */
export function refusalOf(
  view: DeskView,
  answer: Exclude<Answer<unknown>, { kind: 'ok' }>,
  values: FormValues,
  places: Readonly<Record<string, string>> = {},
): Refusal {
  if (answer.kind === 'down') {
    return { state: { values, errors: {}, problem: view.t.shell.serviceDown }, status: 503, stale: false };
  }
  const { problem } = answer;
  if (problem.status === 412) return { state: { values, errors: {} }, status: 412, stale: true };
  const place = places[problem.code];
  if (place !== undefined) return { state: { values, errors: { [place]: problem.detail } }, status: 422, stale: false };
  return { state: refusedForm(values, problem), status: 422, stale: false };
}
