import { newId } from '@ateneu/kernel';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { table } from '../../../ui/lists.ts';
import { notice } from '../../../ui/parts.ts';
import type { Answer } from '../../../upstream/answer.ts';
import { justifying } from '../../../upstream/justification.ts';
import { type Justifying, type KeptPart, keptWorkbooks } from '../../../upstream/workbooks.ts';
import { keptPath, type KeptState, type KeptSum, partName, stateOf, sumOf } from './kept.model.ts';
import { keptBadge } from './kept.view.ts';

/** The copies of a call, and which services could not be asked. */
export interface KeptList {
  readonly items: readonly (KeptSum & { readonly id: string; readonly state: KeptState })[];
  readonly down: readonly Justifying[];
}

/** The copies of a call, the newest first, as far as the services can be asked. */
export async function readKeptList(view: DeskView, call: string): Promise<KeptList> {
  const answers = await Promise.all(
    justifying.map(async (service): Promise<[Justifying, Answer<{ items: KeptPart[] }>]> => [
      service,
      await keptWorkbooks(view.api, service).list(call),
    ]),
  );
  const parts = answers.flatMap(([, answer]) => (answer.kind === 'ok' ? answer.data.items : []));
  const items = [...Map.groupBy(parts, ({ id }) => id)].flatMap(([id, present]) => {
    const sum = sumOf(present);
    return sum === undefined ? [] : [{ ...sum, id, state: stateOf(present, present.length === justifying.length) }];
  });
  return {
    items: items.toSorted((left, right) => right.requestedAt.localeCompare(left.requestedAt)),
    down: answers.flatMap(([service, { kind }]) => (kind === 'down' ? [service] : [])),
  };
}

/** The button that keeps a copy, and those that were kept. */
export function keptList(view: DeskView, call: string, { items, down }: KeptList): Html {
  const { workbooks: t, consolePartners, desk } = view.t;
  return html`<h2>${t.list}</h2>
    <p>${t.keepLead}</p>
    ${view.form(
      view.at(`/justification/${encodeURIComponent(call)}/workbooks`),
      formWriter(view, emptyForm).hidden('id', newId()),
      html`<p class="actions"><button class="button" type="submit">${t.keep}</button></p>`,
    )}
    ${down.map((service) => notice('warning', view.t.shell.partDown(partName(view, service))))}
    ${table(view, t.list, {
      headings: [t.kept, t.by, consolePartners.rows, t.problems, desk.status, t.sent],
      rows: items.map(({ id, requestedAt, by, rows, problems, state, sent }) => [
        html`<a href="${view.at(keptPath({ call, id }))}">${time(view.language, 'short', requestedAt)}</a>`,
        by,
        rows,
        problems,
        keptBadge(view, state),
        sent === null ? '—' : time(view.language, 'day', sent.on),
      ]),
    })}`;
}
