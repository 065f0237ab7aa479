import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { formatDate, time } from '../../../ui/dates.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { step, table } from '../../../ui/lists.ts';
import { badge, facts, notice } from '../../../ui/parts.ts';
import type { KeptId, KeptPart } from '../../../upstream/workbooks.ts';
import { isRefused, keptPath, type KeptState, type KeptSum, partName, type PartOfKept } from './kept.model.ts';

/** A word about where a copy stands. */
export function keptBadge({ t: { workbooks: t } }: DeskView, state: KeptState): Html {
  const words = {
    working: ['attention', t.running],
    ready: ['good', t.ready],
    failed: ['bad', t.failed],
    partial: ['attention', t.partial],
  } as const;
  const [tone, text] = words[state];
  return badge(tone, text);
}

/** How far each part is, and beginning one that is not there. A script keeps it up to date; without one there is a link. */
export function keptProgress(view: DeskView, path: KeptId, parts: readonly PartOfKept[], working: boolean): Html {
  const t = view.t.workbooks;
  return html`<div id="progress" role="status" ${working && html` data-working`}>
      ${parts.map((part) => partProgress(view, part))}
      ${
        working &&
        html`<p class="small">${t.leave}</p>
          <p><a class="button button-quiet" href="${view.at(keptPath(path))}">${t.refresh}</a></p>`
      }
    </div>
    ${parts.map((part) => beginAgain(view, path, part))}`;
}

function partProgress(view: DeskView, { service, answer }: PartOfKept): Html {
  const t = view.t.workbooks;
  if (answer.kind === 'down') return notice('warning', view.t.shell.partDown(partName(view, service)));
  if (isRefused(answer, 404)) return notice('warning', t.partAbsent(partName(view, service)));
  if (answer.kind === 'refused') return notice('danger', t.partRefused(partName(view, service), answer.problem.detail));
  const { status, sheets } = answer.data;
  if (status === 'failed') return notice('danger', t.partFailed(partName(view, service)));
  const text = t.sheetsDone(sheets.done, sheets.of);
  return html`<p>
    ${badge(status === 'ready' ? 'good' : 'attention', t[status])}
    ${t[service]}${
      status !== 'ready' &&
      html`:
        <progress max="${sheets.of}" value="${sheets.done}" aria-label="${t[service]}: ${text}"></progress> ${text}`
    }
  </p>`;
}

function beginAgain(view: DeskView, path: KeptId, { service, answer }: PartOfKept): Html | false {
  const t = view.t.workbooks;
  const failed = answer.kind === 'ok' && answer.data.status === 'failed';
  if (!failed && !isRefused(answer, 404)) return false;
  const label = { training: t.beginTraining, accompaniment: t.beginAccompaniment }[service];
  return html`<div class="actions">${step(view, view.at(keptPath(path, `/${service}`)), label)}</div>`;
}

/** What a copy is: of when, by whom, how much, and what an erasure took out of it. */
export function keptFacts(view: DeskView, sum: KeptSum, present: readonly KeptPart[]): Html {
  const { workbooks: t, consolePartners } = view.t;
  const { language } = view;
  const moments = present.flatMap(({ takenAt }) => takenAt ?? []).toSorted();
  const [first, last] = [moments[0], moments.at(-1)];
  return html`${
    sum.erased !== null && notice('info', t.rowsErased(sum.erased.rows, formatDate(language, 'short', sum.erased.at)))
  }
  ${facts([
    [
      t.takenAt,
      first !== undefined &&
        last !== undefined &&
        html`${time(language, 'short', first)}${
          formatDate(language, 'short', first) !== formatDate(language, 'short', last) &&
          html` – ${time(language, 'short', last)}`
        }`,
    ],
    [t.by, sum.by],
    [consolePartners.rows, String(sum.rows)],
    [t.problems, String(sum.problems)],
  ])}`;
}

/** That the funder was sent this copy, or the form that says so. */
export function sentPart(
  view: DeskView,
  path: KeptId,
  { parts, sent, state }: { parts: readonly PartOfKept[]; sent: KeptSum['sent']; state: FormState },
): Html {
  const t = view.t.workbooks;
  const form = formWriter(view, state);
  const unmarked = parts.filter(
    ({ answer }) => answer.kind === 'ok' && JSON.stringify(answer.data.sent?.on) !== JSON.stringify(sent?.on),
  );
  return html`<h2 id="sent">${t.sentTitle}</h2>
    ${
      sent !== null &&
      html`${unmarked.map(({ service }) => notice('warning', t.markHalf(partName(view, service))))}
        ${facts([
          [t.sentOn, time(view.language, 'day', sent.on)],
          [t.sentNote, sent.note],
          [t.markedBy, sent.markedBy],
        ])}
        <div class="actions">
          ${step(view, view.at(keptPath(path, '/unsent')), t.unmark, { quiet: true, sure: true })}
        </div>`
    }
    ${
      (sent === null || unmarked.length > 0) &&
      html`<div class="narrow">
        <p>${t.sentLead}</p>
        ${form.summary()}
        ${view.form(
          view.at(keptPath(path, '/sent')),
          form.text('on', t.sentOn, { type: 'date', required: true, initial: sent?.on }),
          form.text('note', t.sentNote, { hint: t.sentNoteHint, initial: sent?.note ?? undefined }),
          html`<p class="actions"><button class="button button-quiet" type="submit">${t.mark}</button></p>`,
        )}
      </div>`
    }`;
}

/** What is to be mended, each with where it can be. */
export function problemTable(
  view: DeskView,
  problems: readonly { subject: { kind: string; id: string; label: string }; sheet: string; message: string }[],
): Html {
  const t = view.t.consolePartners;
  if (problems.length === 0) return notice('success', t.noProblems);
  return html`<p>${t.problemCount(problems.length)}</p>
    ${problems.length > mostProblems && html`<p>${view.t.workbooks.someProblems(mostProblems, problems.length)}</p>`}
    ${table(view, t.problems, {
      headings: [t.about, t.sheet, t.problem],
      rows: problems
        .slice(0, mostProblems)
        .map(({ subject, sheet, message }) => [subjectLink(view, subject), sheet, message]),
    })}`;
}

/** As many as somebody mends before they look again. */
const mostProblems = 500;

/** To where the problem can be put right. */
function subjectLink(view: DeskView, { kind, id, label }: { kind: string; id: string; label: string }) {
  const sections: Record<string, string> = { session: 'sessions', accompaniment: 'accompaniments' };
  const section = sections[kind];
  return section === undefined ? label : html`<a href="${view.at(`/${section}/${id}`)}">${label}</a>`;
}
