import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { badge } from '../../../ui/parts.ts';
import type { paths } from '../../../upstream/generated/directory.ts';

/** An import as the service has it. */
export type Import = paths['/v1/staff/imports/{id}']['get']['responses'][200]['content']['application/json'];

/** What a line comes to. */
export const lineOutcomes = ['create', 'update', 'unchanged', 'refused'] as const;

/** What a line comes to, in a word. */
export function lineOutcomeName({ t: { consoleDirectory: t } }: DeskView, outcome: (typeof lineOutcomes)[number]) {
  return { create: t.create, update: t.update, unchanged: t.unchanged, refused: t.refusedLine }[outcome];
}

/** A word about where an import stands. */
export function importBadge({ t: { consoleDirectory: t } }: DeskView, status: Import['status']): Html {
  const words = {
    'awaiting-file': ['neutral', t.awaitingFile],
    receiving: ['attention', t.receiving],
    checking: ['attention', t.checking],
    checked: ['attention', t.checked],
    applying: ['attention', t.applying],
    refused: ['bad', t.refused],
    done: ['good', t.done],
  } as const;
  const [tone, text] = words[status];
  return badge(tone, text);
}

/** Whether something is being done with it by itself. */
export function isAtWork({ status }: Pick<Import, 'status'>): boolean {
  return status === 'receiving' || status === 'checking' || status === 'applying';
}

/** Where an import stands and how far it got. A script keeps it up to date; without one there is a link. */
export function importProgress(view: DeskView, item: Import): Html {
  const t = view.t.consoleDirectory;
  const working = isAtWork(item);
  const text = t.progress(item.processed, item.lines);
  return html`<div id="progress" role="status" ${working && html` data-working`}>
    <p>${importBadge(view, item.status)}</p>
    ${
      working &&
      html`<p>
          <progress max="${Math.max(item.lines, 1)}" value="${item.processed}" aria-label="${text}"></progress> ${text}
        </p>
        <p class="small">${t.leave}</p>
        <p><a class="button button-quiet" href="${view.at(`/imports/${item.id}`)}">${t.refresh}</a></p>`
    }
  </div>`;
}
