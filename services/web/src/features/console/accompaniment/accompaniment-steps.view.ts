import { randomUUID } from 'node:crypto';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { abandonReasons, type CodeNames } from '../../../ui/cases.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { folded, step } from '../../../ui/lists.ts';
import type { AccompanimentStatus } from './accompaniments.page.ts';

interface Steppable {
  readonly id: string;
  readonly version: number;
  readonly status: AccompanimentStatus;
  readonly technician: { readonly id: string };
}

/** What may be done with an accompaniment as it stands. */
export function accompanimentSteps(
  view: DeskView,
  { id, version, status, technician }: Steppable,
  codes: CodeNames,
  team: readonly { readonly id: string; readonly name: string }[],
): Html {
  const { cases: t, desk: words, outcomes } = view.t;
  const at = (name: string) => view.at(`/accompaniments/${id}/${name}`);
  const form = formWriter(view, emptyForm);
  const current = form.hidden('version', String(version));
  const submit = (text: string) => html`<button class="button" type="submit">${text}</button>`;
  const going = status === 'in-progress' || status === 'paused';
  const recording = folded(
    t.consultancyAdd,
    view.form(
      at('sessions'),
      form.hidden('key', randomUUID()),
      form.text('heldOn', t.heldOn, { type: 'date', required: true }),
      form.text('minutes', t.minutes, { inputmode: 'numeric', required: true }),
      form.text('people', t.people, { inputmode: 'numeric', required: true, initial: '1' }),
      form.text('objective', t.objective, { required: true }),
      form.area('result', t.result, { rows: 3 }),
      submit(t.consultancyAdd),
    ),
  );
  const abandoning = folded(
    t.abandon,
    view.form(
      at('abandon'),
      current,
      form.radios('reasonCode', words.reason, codes.choices('abandonReasons', abandonReasons), { required: true }),
      form.area('note', words.note, { rows: 2 }),
      submit(t.abandon),
    ),
  );
  const ended = status === 'completed' || status === 'abandoned';
  const reopening = folded(
    outcomes.reopen,
    view.form(
      at('reopen'),
      current,
      form.area('reason', outcomes.reopenWhy, { required: true, rows: 2 }),
      submit(outcomes.reopen),
    ),
  );
  // Whoever looks at it may take it over, also with nothing in hand yet.
  const known = new Map([...team, ...(view.staff === undefined ? [] : [view.staff])].map((one) => [one.id, one.name]));
  const others = [...known].filter(([other]) => other !== technician.id);
  const assigning = folded(
    outcomes.assign,
    view.form(
      at('assign'),
      current,
      form.select(
        'technician',
        outcomes.assignTo,
        others.map(([value, text]) => ({ value, text })),
        {
          required: true,
        },
      ),
      submit(outcomes.assign),
    ),
  );
  return html`<div class="actions">
      ${status === 'planned' && step(view, at('start'), t.begin, { version })}
      ${status === 'in-progress' && step(view, at('pause'), t.pause, { version, quiet: true })}
      ${status === 'paused' && step(view, at('resume'), t.resume, { version })}
      ${going && html`<a class="button button-quiet" href="${at('complete')}">${t.complete}</a>`}
      ${status === 'completed' && html`<a class="button button-quiet" href="${at('correct-outcome')}">${view.t.outcomes.correct}</a>`}
    </div>
    ${going && recording} ${!ended && others.length > 0 && assigning} ${(going || status === 'planned') && abandoning}
    ${ended && reopening}`;
}
