import { html, type Html, nothing } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { caseEventName } from '../../../ui/cases.ts';
import { formatDate, time } from '../../../ui/dates.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { folded, step } from '../../../ui/lists.ts';
import { badge, partOf } from '../../../ui/parts.ts';
import type { Answer } from '../../../upstream/answer.ts';
import { type Outcome, outcomeText } from './outcome.view.ts';

interface Work {
  readonly id: string;
  readonly version: number;
  readonly itinerary: {
    readonly phases: readonly { readonly code: string; readonly name: Parameters<DeskView['say']>[0] }[];
  };
  readonly completedPhases: readonly string[];
  readonly tasks: readonly {
    readonly id: string;
    readonly title: string;
    readonly dueOn: string | null;
    readonly doneAt: string | null;
  }[];
}

interface Timeline {
  readonly items: readonly {
    readonly at: string;
    readonly kind: string;
    readonly event: string;
    readonly actor: string | null;
    readonly details: Record<string, unknown> | null;
  }[];
}

/** The itinerary, phase by phase. */
export function phaseList(view: DeskView, { id, version, itinerary, completedPhases }: Work, open: boolean): Html {
  const t = view.t.accompanimentDesk;
  return html`<h2>${view.t.cases.itinerary}</h2>
    <ol class="phases">
      ${itinerary.phases.map(({ code, name }) => {
        const done = completedPhases.includes(code);
        const at = (what: string) => view.at(`/accompaniments/${id}/phases/${code}/${what}`);
        return html`<li>
          <span>${view.say(name)}</span> ${done && badge('good', t.phaseDone)}
          ${open && (done ? step(view, at('reopen'), t.phaseReopen, { version, quiet: true }) : step(view, at('complete'), t.phaseComplete, { version, quiet: true }))}
        </li>`;
      })}
    </ol>`;
}

/** What is to be done, and what was. */
export function taskList(view: DeskView, { id, tasks }: Work, open: boolean): Html {
  const { accompanimentDesk: t, desk: words } = view.t;
  const form = formWriter(view, emptyForm);
  return html`<h2>${t.tasks}</h2>
    ${
      tasks.length === 0
        ? html`<p>${words.empty}</p>`
        : html`<ul class="phases">
            ${tasks.map(
              (task) =>
                html`<li>
                  <span
                    >${task.title}${task.dueOn !== null && html` <small>${formatDate(view.language, 'day', task.dueOn)}</small>`}</span
                  >
                  ${
                    task.doneAt === null
                      ? open &&
                        view.form(
                          view.at(`/accompaniments/${id}/tasks/${task.id}`),
                          form.hidden('title', task.title),
                          task.dueOn !== null && form.hidden('dueOn', task.dueOn),
                          html`<button class="button button-quiet" type="submit">${t.taskFinish}</button>`,
                        )
                      : badge('good', t.taskDone)
                  }
                </li>`,
            )}
          </ul>`
    }
    ${
      open &&
      folded(
        t.taskAdd,
        view.form(
          view.at(`/accompaniments/${id}/tasks`),
          form.text('title', t.task, { required: true }),
          form.text('dueOn', t.taskDue, { type: 'date' }),
          html`<button class="button" type="submit">${t.taskAdd}</button>`,
        ),
      )
    }`;
}

/** What the outcome was said to be, each time, and why it was corrected; nothing where it never was. */
export function corrections(view: DeskView, answer: Answer<Timeline>): Html {
  const t = view.t.outcomes;
  if (answer.kind !== 'ok') return nothing;
  const said = answer.data.items.filter(
    ({ kind, event }) => kind === 'accompaniment' && (event === 'completed' || event === 'outcome-corrected'),
  );
  if (said.every(({ event }) => event === 'completed')) return nothing;
  return html`<h2>${t.corrections}</h2>
    <ol class="timeline">
      ${said.map(({ at, actor, details }) => {
        const { outcome, why } = details as { outcome: Outcome; why?: string };
        return html`<li>
          ${time(view.language, 'short', at)}${actor !== null && ` · ${actor}`}<br />
          ${outcomeText(view, outcome)}${why !== undefined && html`<br /><span class="small">${t.correctWhy}: ${why}</span>`}
        </li>`;
      })}
    </ol>`;
}

/** Everything that happened around it: referral, documents, tasks, sessions. */
export function timeline(view: DeskView, answer: Answer<Timeline>): Html {
  const t = view.t.accompanimentDesk;
  return html`<h2>${t.timeline}</h2>
    ${partOf(
      view,
      t.timeline.toLowerCase(),
      answer,
      ({ items }) =>
        html`<ol class="timeline">
          ${items.map(
            ({ at, event, actor }) =>
              html`<li>
                ${time(view.language, 'short', at)} · ${caseEventName(view, event)}${actor !== null && ` · ${actor}`}
              </li>`,
          )}
        </ol>`,
    )}`;
}
